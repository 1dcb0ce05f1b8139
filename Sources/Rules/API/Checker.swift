/// Checks documents one after the other on one thread, reusing its memory: after the first few documents a check
/// allocates nothing.
///
/// ```swift
/// var checker = rules.makeChecker()
/// for line in lines where !checker.isValid(line.utf8.span.bytes) { report(line) }
/// ```
public struct Checker: ~Copyable {
  private let rules: RuleSet
  private let workspace: Workspace
  /// What was done so far.
  public private(set) var counters = CheckCounters()

  init(_ rules: RuleSet) {
    self.rules = rules
    workspace = Workspace()
  }

  /// As ``RuleSet/isValid(_:)-(RawSpan)``.
  public mutating func isValid(_ document: RawSpan) -> Bool {
    workspace.isValid(document, rules.program, rules.options, &counters)
  }

  /// As ``RuleSet/check(_:)-(RawSpan)``.
  public mutating func check(_ document: RawSpan) -> CheckResult {
    workspace.check(document, rules.program, rules.options, &counters)
  }

  /// As ``RuleSet/normalize(_:defaults:)-(RawSpan,_)``.
  public mutating func normalize(_ document: RawSpan, defaults: Bool = false) -> NormalizeResult {
    counters.begin(document)
    let result = workspace.normalize(document, rules.program, rules.options, defaults: defaults)
    counters.end(result.check.verdict)
    return result
  }

  /// As ``RuleSet/output(_:format:)-(RawSpan,_)``.
  public mutating func output(_ document: RawSpan, format: OutputFormat) -> String {
    standardOutput(document, format).text
  }

  package mutating func standardOutput(_ document: RawSpan, _ format: OutputFormat) -> StandardOutput {
    counters.begin(document)
    let output = workspace.output(document, rules.program, rules.options, format)
    counters.end(output.verdict)
    return output
  }

  /// Only reads the document: the share of parsing in a check, for benchmarks. True when it is JSON without duplicate
  /// keys and inside the limits.
  package mutating func parses(_ document: RawSpan) -> Bool { workspace.parses(document, rules.options) }
}
