import Reports
import Rules
import Testing

@Suite("Totals of a run")
struct SummaryTests {
  private func finding(_ severity: Severity) -> Finding {
    Finding(
      severity: severity, code: .deprecated, instanceLocation: "", span: ByteSpan(offset: 0, length: 0))
  }

  @Test("count documents and findings, in the singular too")
  func text() {
    var summary = Summary()
    #expect(summary.text == "0 documents: 0 valid, 0 invalid; 0 findings")
    summary.add(CheckResult(verdict: .invalid, findings: [finding(.error)]))
    #expect(summary.text == "1 document: 0 valid, 1 invalid; 1 finding")
    summary.add(CheckResult(verdict: .undecided, budget: .depth))
    summary.unreadable = 1
    #expect(summary.text == "2 documents: 0 valid, 1 invalid, 1 undecided; 1 finding; 1 file not read")
  }

  @Test("the worst finding decides about failing, even where the list was cut before it")
  func worst() {
    var summary = Summary()
    #expect(summary.worst == nil)
    summary.add(CheckResult(verdict: .valid, findings: [finding(.info)]))
    #expect(summary.worst == .info)
    summary.add(CheckResult(verdict: .valid, findings: [finding(.warning)]))
    #expect(summary.worst == .warning)
    summary.add(CheckResult(verdict: .invalid, findings: [finding(.info)], isTruncated: true))
    #expect(summary.worst == .error)
  }
}
