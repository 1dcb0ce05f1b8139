import Testing

@testable import Rules

@Suite struct PartnerLintTests {
  @Test(
    "keywords that count only beside others",
    arguments: [
      LintCase(#"{➊"minContains": 2}"#, .keywordWithoutEffect),
      LintCase(#"{➊"then": {"minLength": 1}}"#, .keywordWithoutEffect),
      LintCase(#"{➊"if": {"minLength": 1}}"#, .keywordWithoutEffect),
      LintCase(#"{"if": {"properties": {"a": {}}}, "unevaluatedProperties": false}"#),
      LintCase(#"{\#(draft7), "items": {"type": "string"}, ➊"additionalItems": false}"#, .keywordWithoutEffect),
      LintCase(#"{➊"not": {"not": {}}}"#, .keywordWithoutEffect),
      LintCase(#"{"not": {}}"#),
      LintCase(#"{➊"not": {}, "minLength": 3}"#, .keywordWithoutEffect),
      LintCase(#"{"type": "string", ➊"not": {"type": "null"}}"#, .keywordWithoutEffect),
      LintCase(#"{"type": ["string", "null"], "not": {"type": "null"}}"#),
    ])
  func lint(_ lint: LintCase) throws { try lint.expectProblems() }
}
