import Rules

/// Runs one case and says what is different from what it expects.
struct CaseRun {
  private let rules: RuleSet
  private let expected: RuleCase

  init(_ expected: RuleCase, _ rules: RuleSet) {
    self.expected = expected
    self.rules = rules
  }

  /// One line a difference; empty when the case passes.
  func differences() -> [String] {
    let result = rules.check(expected.input.span.bytes)
    return verdict(result) + findings(result) + agreement(result) + normalized()
  }

  private func verdict(_ result: CheckResult) -> [String] {
    if result.verdict == expected.verdict { return [] }
    let found = result.findings.filter { $0.severity == .error }.map { "  found: \(Self.text($0))" }
    let isListed = expected.findings != nil
    return ["verdict: expected \(expected.verdict.rawValue), got \(result.verdict.rawValue)"]
      + (isListed ? [] : found)
  }

  private func findings(_ result: CheckResult) -> [String] {
    guard let findings = expected.findings else { return [] }
    var lines: [String] = []
    for index in 0..<max(findings.count, result.findings.count) {
      let wanted = index < findings.count ? findings[index] : nil
      let got = index < result.findings.count ? result.findings[index] : nil
      if let wanted, let got, wanted.matches(got) { continue }
      lines.append("finding \(index + 1): expected \(wanted?.text ?? "nothing")")
      lines.append("  got \(got.map(Self.text) ?? "nothing")")
    }
    return lines
  }

  /// The fast path and the explaining path must agree on every document.
  private func agreement(_ result: CheckResult) -> [String] {
    let isValid = rules.isValid(expected.input.span.bytes)
    if isValid == (result.verdict == .valid) { return [] }
    return ["isValid says \(isValid), check says \(result.verdict.rawValue): this is a bug in Assay, please report it"]
  }

  private func normalized() -> [String] {
    guard let expected = expected.normalized else { return [] }
    let result = rules.normalize(self.expected.input.span.bytes, defaults: self.expected.fillsDefaults)
    guard let output = result.output else {
      return ["normalized: there is no output, the document is \(result.check.verdict.rawValue)"]
        + result.check.findings.map { "  found: \(Self.text($0))" }
    }
    do {
      let wanted = try Document(json: expected.utf8.span.bytes)
      return ValueDifference(wanted, try Document(json: output.span.bytes)).lines.map { "normalized: \($0)" }
    } catch {
      return ["normalized: the output is not JSON: this is a bug in Assay, please report it"]
    }
  }

  private static func text(_ finding: Finding) -> String {
    let place = finding.instanceLocation.isEmpty ? "the root" : finding.instanceLocation
    let hint = finding.suggestion.map { "; suggestion \($0)" } ?? ""
    return "\(finding.severity.rawValue)[\(finding.code)] at \(place): \(finding.message())\(hint)"
  }
}

extension ExpectedFinding {
  func matches(_ finding: Finding) -> Bool {
    same(code, finding.code.rawValue) && same(location, finding.instanceLocation)
      && same(severity, finding.severity.rawValue) && same(message, finding.message()) && suggests(finding.suggestion)
  }

  /// By code points: `String`'s own equality is canonical equivalence.
  private func same(_ expected: String?, _ actual: String) -> Bool {
    expected.map { $0.utf8.elementsEqual(actual.utf8) } ?? true
  }

  private func suggests(_ actual: String?) -> Bool {
    guard let suggestion else { return true }
    guard let actual else { return false }
    return same(suggestion, actual) || same(JSONWriter.quoted(suggestion), actual)
  }

  var text: String {
    let place = location.map { " at \($0.isEmpty ? "the root" : $0)" } ?? ""
    let words = message.map { ": \($0)" } ?? ""
    let hint = suggestion.map { "; suggestion \($0)" } ?? ""
    return "\(severity ?? "finding")[\(code ?? "any")]\(place)\(words)\(hint)"
  }
}
