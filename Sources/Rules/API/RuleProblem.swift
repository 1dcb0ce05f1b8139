/// One thing that is wrong with a rule file, or suspicious in it.
public struct RuleProblem: Codable, Hashable, Sendable, CustomStringConvertible {
  /// `error` keeps the rule set from being compiled; `warning` does not.
  public var severity: Severity
  /// The stable name of the problem, such as `unknown-keyword`.
  public var code: RuleProblemCode
  /// A plain sentence that says what is wrong and what to do.
  public var message: String
  /// Where: file, line and column.
  public var location: RuleLocation
  /// The JSON Pointer of the value in the rule file.
  public var pointer: String
  /// The bytes of the rule file that are meant.
  public var span: ByteSpan
  /// What was probably meant, without quotes.
  public var suggestion: String?

  package init(
    severity: Severity, code: RuleProblemCode, message: String, location: RuleLocation, pointer: String,
    span: ByteSpan, suggestion: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.pointer = pointer
    self.span = span
    self.suggestion = suggestion
  }

  /// `rules.yaml:3:5: error[unknown-keyword] unknown keyword "maxLenght"; did you mean "maxLength"?`
  public var description: String {
    let place = "\(location.path):\(location.line):\(location.column)"
    let hint = suggestion.map { "; did you mean \"\($0)\"?" } ?? ""
    return "\(place): \(severity.rawValue)[\(code.rawValue)] \(message)\(hint)"
  }
}

/// A rule file that cannot be compiled: every problem that was found, in document order.
public struct RuleErrors: Error, Codable, Hashable, Sendable, CustomStringConvertible {
  /// Errors and warnings, at least one error among them.
  public var problems: [RuleProblem]

  package init(problems: [RuleProblem]) { self.problems = problems }

  /// One line a problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
