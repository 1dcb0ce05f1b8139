/// How findings are written.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// For people: the source line, what was meant, the rule.
  case full
  /// For people and editors: one line a finding.
  case concise
  /// For programs: one JSON text.
  case json
  /// For services: RFC 9457 problem details, one line a document that is not valid.
  case problem
}
