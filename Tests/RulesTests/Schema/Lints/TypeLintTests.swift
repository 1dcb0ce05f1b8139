import Testing

@testable import Rules

@Suite struct TypeLintTests {
  @Test(
    "types that have nothing in common",
    arguments: [
      LintCase(#"{➊"allOf": [{"type": "string"}, {"type": "integer"}]}"#, .contradictoryTypes),
      LintCase(#"{➊"type": "string", "allOf": [{"type": "integer"}]}"#, .contradictoryTypes),
      LintCase(#"{➊"allOf": [{"type": "string"}, {"enum": [1, 2]}]}"#, .contradictoryTypes),
      LintCase(#"{"allOf": [{"type": "number"}, {"type": "integer"}]}"#),
      LintCase(
        ##"{"properties": {"a": {"$ref": "#/$defs/x", ➊"type": "null"}}, "$defs": {"x": {"type": "string"}}}"##,
        .contradictoryTypes),
    ])
  func lint(_ lint: LintCase) throws { try lint.expectProblems() }
}
