import Testing

@testable import Rules

@Suite struct LimitLintTests {
  @Test(
    "limits that nothing meets",
    arguments: [
      LintCase(#"{"minLength": 5, ➊"maxLength": 3}"#, .contradictoryLimits),
      LintCase(#"{"minLength": 3, "maxLength": 3}"#),
      LintCase(#"{"minimum": 1.0, ➊"exclusiveMaximum": 1}"#, .contradictoryLimits),
      LintCase(#"{"minimum": 1.0, "maximum": 1}"#),
      LintCase(#"{"minimum": 9007199254740993, ➊"maximum": 9007199254740992}"#, .contradictoryLimits),
      LintCase(#"{"minimum": 1e400, ➊"maximum": 1e399}"#, .contradictoryLimits),
      LintCase(#"{\#(draft4), "minimum": 1, "exclusiveMinimum": true, ➊"maximum": 1}"#, .contradictoryLimits),
      LintCase(#"{➊"minLength": 5, "allOf": [{"maxLength": 3}]}"#, .contradictoryLimits),
      LintCase(#"{➊"allOf": [{"minItems": 5}, {"maxItems": 3}]}"#, .contradictoryLimits),
      LintCase(#"{"allOf": [{"minItems": 5, ➊"maxItems": 3}]}"#, .contradictoryLimits),
      LintCase(#"{"anyOf": [{"minItems": 5}, {"maxItems": 3}]}"#),
      LintCase(#"{"required": ["a", "b"], ➊"maxProperties": 1}"#, .contradictoryLimits),
      LintCase(#"{"minItems": 3, "prefixItems": [{}, {}], ➊"items": false}"#, .contradictoryLimits),
      LintCase(#"{\#(draft7), "minItems": 3, "items": [{}, {}], ➊"additionalItems": false}"#, .contradictoryLimits),
      LintCase(#"{"minProperties": 2, "properties": {"a": {}}, ➊"additionalProperties": false}"#, .contradictoryLimits),
      LintCase(#"{"contains": {}, ➊"minContains": 3, "maxContains": 2}"#, .contradictoryLimits),
      LintCase(#"{➊"contains": {}, "maxContains": 0}"#, .contradictoryLimits),
      LintCase(#"{"contains": {}, "minContains": 0, "maxContains": 0}"#),
      LintCase(#"{"contains": {}, ➊"minContains": 3, "maxItems": 2}"#, .contradictoryLimits),
    ])
  func lint(_ lint: LintCase) throws { try lint.expectProblems() }
}
