import Testing

@testable import Rules

@Suite struct ValueLintTests {
  @Test(
    "values that their own schema refuses",
    arguments: [
      LintCase(#"{"type": "string", "enum": ["a", ➊5]}"#, .unreachableEnumValue),
      LintCase(#"{"maxLength": 2, "enum": ["a", ➊"abc"]}"#, .unreachableEnumValue),
      LintCase(#"{"multipleOf": 0.1, "enum": [0.3, ➊0.35]}"#, .unreachableEnumValue),
      LintCase(#"{"type": "string", ➊"const": 5}"#, .unsatisfiableEnum),
      LintCase(#"{"type": "string", ➊"enum": [5, null]}"#, .unsatisfiableEnum),
      LintCase(#"{"type": "integer", "enum": [1.0]}"#),
      LintCase(#"{"enum": [1, ➊1.0]}"#, .duplicateEnumValue),
      LintCase(#"{"enum": [{"a": 1, "b": 2}, ➊{"b": 2, "a": 1}]}"#, .duplicateEnumValue),
      LintCase(#"{"type": "string", "default": ➊null}"#, .invalidDefault),
      LintCase(#"{"type": "string", "x-normalize": "trim", "maxLength": 1, "default": " a "}"#),
      LintCase(#"{"type": "string", "maxLength": 1, "x-severity": "warning", "default": "ab"}"#),
      LintCase(#"{"type": "string", "examples": ["a", ➊5]}"#, .invalidExample),
      LintCase(
        ##"{"properties": {"a": {"$ref": "#/$defs/a", "default": ➊5}}, "$defs": {"a": {"type": "string"}}}"##,
        .invalidDefault),
    ])
  func lint(_ lint: LintCase) throws { try lint.expectProblems() }
}
