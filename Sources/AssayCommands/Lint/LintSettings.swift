import Reports
import Rules

/// What all threads of a run know.
struct LintSettings: Sendable {
  let rules: RuleSet
  let format: LintFormat
  let report: Report
  /// Every input has a document a line.
  let allLines: Bool
  /// Nothing is printed but what keeps the command from its work.
  let isQuiet: Bool

  /// Whether something is printed about a document.
  func tells(_ result: CheckResult) -> Bool {
    !isQuiet && (!result.findings.isEmpty || report.tellsEveryDocument)
  }

  func holdsLines(_ path: String) -> Bool { allLines || path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") }
}
