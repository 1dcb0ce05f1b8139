import Testing

@testable import Rules

/// Rules, a document and what it comes to.
struct VerdictCase: CustomTestStringConvertible, Sendable {
  let rules: String
  let document: String
  let verdict: Verdict
  var testDescription: String { "\(document.prefix(80)) under \(rules.prefix(200)) is \(verdict)" }

  init(_ rules: String, _ document: String, _ verdict: Verdict) {
    self.rules = rules
    self.document = document
    self.verdict = verdict
  }
}

/// Checks on all paths: they must agree, whatever else a test asks.
func check(
  _ rules: String, _ document: String, _ options: CompileOptions = CompileOptions(),
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> CheckResult {
  let compiled = try RuleSet.compile(rules, options: options)
  let result = compiled.check(document)
  let isValid: Bool = compiled.isValid(document)
  #expect(isValid == (result.verdict == .valid), "both paths agree", sourceLocation: sourceLocation)
  #expect(result == compiled.checkOnTape(document.utf8.span.bytes), "both paths agree", sourceLocation: sourceLocation)
  #expect((result.verdict == .undecided) == (result.budget != nil), sourceLocation: sourceLocation)
  if result.verdict == .valid {
    #expect(result.findings.allSatisfy { $0.severity != .error }, sourceLocation: sourceLocation)
  } else {
    #expect(result.findings.contains { $0.severity == .error }, "a refusal says why", sourceLocation: sourceLocation)
  }
  return result
}

extension RuleSet {
  /// What ``check(_:)`` says without the shorter way that valid documents take.
  func checkOnTape(_ document: RawSpan) -> CheckResult { Workspace().checkOnTape(document, program, options) }
}

extension CheckResult {
  /// `error type /a`, one a finding.
  var summary: [String] { findings.map { "\($0.severity) \($0.code) \($0.instanceLocation)" } }
}

extension RuleSet {
  /// The normalized text, nil when the document is refused.
  func normalized(_ document: String, defaults: Bool = false) -> String? {
    normalize(document, defaults: defaults).output.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// A checker for `#expect`, whose expressions cannot change a noncopyable value.
final class TestChecker {
  private var checker: Checker

  init(_ rules: RuleSet) { checker = rules.makeChecker() }

  func isValid(_ document: String) -> Bool { checker.isValid(document.utf8.span.bytes) }
  func check(_ document: String) -> CheckResult { checker.check(document.utf8.span.bytes) }
  func normalize(_ document: String) -> NormalizeResult { checker.normalize(document.utf8.span.bytes) }
}
