import Testing

@testable import Rules

@Suite struct ApplicabilityLintTests {
  @Test(
    "a keyword of another type than those that are left",
    arguments: [
      LintCase(#"{"type": "integer", ➊"maxLength": 3}"#, .inapplicableKeyword),
      LintCase(#"{"type": ["string", "integer"], "maxLength": 3, "minimum": 1}"#),
      LintCase(#"{"maxLength": 3}"#),
      LintCase(#"{"type": "object", ➊"items": {}}"#, .inapplicableKeyword),
      LintCase(#"{"type": "object", ➊"x-normalize": "trim"}"#, .inapplicableKeyword),
      LintCase(#"{"type": "number", ➊"format": "date"}"#, .inapplicableKeyword),
      LintCase(#"{"enum": ["a", "b"], ➊"minimum": 3}"#, .inapplicableKeyword),
      LintCase(#"{"type": "array", "anyOf": [{➊"required": ["a"]}, {"minItems": 1}]}"#, .inapplicableKeyword),
      LintCase(#"{"allOf": [{"type": "array"}], ➊"required": ["a"]}"#, .inapplicableKeyword),
      // A shared schema is right for others.
      LintCase(
        ##"{"properties": {"a": {"type": "integer", "$ref": "#/$defs/x"}, "b": {"$ref": "#/$defs/x"}}, "$defs": {"x": {"maxLength": 3}}}"##
      ),
      // A type that only warns lets other values through.
      LintCase(#"{"type": "integer", "x-severity": {"type": "warning"}, "maxLength": 3}"#),
      LintCase(
        ##"{\##(draft7), "$ref": "#/definitions/a", "definitions": {"a": {"type": "string", "minLength": 1}}}"##),
    ])
  func lint(_ lint: LintCase) throws { try lint.expectProblems() }
}
