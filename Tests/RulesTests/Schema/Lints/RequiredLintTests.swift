import Testing

@testable import Rules

@Suite struct RequiredLintTests {
  @Test(
    "properties that must be there and must not",
    arguments: [
      LintCase(#"{"required": [➊"b"], "properties": {"a": {}}, "additionalProperties": false}"#, .forbiddenRequired),
      LintCase(#"{"required": ["b"], "patternProperties": {"^b": {}}, "additionalProperties": false}"#),
      LintCase(#"{"required": ["b"], "properties": {"a": {}}, "additionalProperties": {}}"#),
      LintCase(#"{"required": [➊"b"], "properties": {"b": false}}"#, .forbiddenRequired),
      LintCase(
        #"{"properties": {"a": {}}, "additionalProperties": false, "allOf": [{"required": [➊"b"]}]}"#,
        .forbiddenRequired),
      LintCase(
        #"{"properties": {"a": {}}, "additionalProperties": false, "anyOf": [{"required": ["b"]}, {"required": ["a"]}]}"#
      ),
    ])
  func lint(_ lint: LintCase) throws { try lint.expectProblems() }
}
