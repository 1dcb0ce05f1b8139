extension RuleProblemEntry {
  static let aboutAssay = [
    RuleProblemEntry(
      .conditionalNormalize, "`x-normalize` is reached under a condition.",
      bad: #"{"anyOf": [{"type": "string", "x-normalize": "trim"}, {"type": "null"}]}"#,
      good: #"{"x-normalize": "trim", "anyOf": [{"type": "string"}, {"type": "null"}]}"#),
    RuleProblemEntry(
      .normalizeConflict, "Two schemas of one value ask for different normalizers.",
      bad: #"{"x-normalize": "trim", "allOf": [{"x-normalize": "lowercase"}]}"#,
      good: #"{"x-normalize": ["trim", "lowercase"]}"#),
    RuleProblemEntry(
      .ignoredSeverity, "`x-severity` stands where it is ignored: inside `anyOf`, `oneOf`, `not`, `if` or `contains`.",
      bad: #"{"not": {"type": "string", "x-severity": "info"}}"#,
      good: #"{"not": {"type": "string"}, "x-severity": "info"}"#),
  ]
}
