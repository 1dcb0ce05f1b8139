import Testing

@testable import Rules

@Suite struct TextLintTests {
  @Test(
    "formats of later drafts, and patterns that are slow or of the older syntax",
    arguments: [
      LintCase(#"{\#(draft7), "format": ➊"uuid"}"#, .laterFormat),
      LintCase(#"{\#(draft7), "format": "date"}"#),
      LintCase(#"{\#(draft4), "format": ➊"date"}"#, .laterFormat),
      LintCase(#"{"format": "uuid"}"#),
      LintCase(#"{"pattern": ➊"^[0-9]+\\-$"}"#, .lenientPattern),
      LintCase(#"{"pattern": ➊"^(?:(a+)+\\1|b)$"}"#, .slowPattern),
      LintCase(#"{"patternProperties": {➊"^(?:(a+)+\\1|b)$": {}}}"#, .slowPattern),
    ])
  func lint(_ lint: LintCase) throws { try lint.expectProblems() }
}
