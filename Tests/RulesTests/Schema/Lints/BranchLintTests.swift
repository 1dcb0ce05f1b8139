import Testing

@testable import Rules

@Suite struct BranchLintTests {
  @Test(
    "branches that no value takes, that never matter, or that are there twice",
    arguments: [
      LintCase(#"{"type": "string", "anyOf": [{"minLength": 1}, ➊{"type": "null"}]}"#, .unreachableBranch),
      LintCase(#"{"type": "string", "oneOf": [{"minLength": 1}, ➊{"const": 5}]}"#, .unreachableBranch),
      LintCase(#"{"anyOf": [{"type": "string"}, ➊{}]}"#, .unreachableBranch),
      LintCase(#"{"anyOf": [{"type": "string"}, ➊{"description": "or else"}]}"#, .unreachableBranch),
      LintCase(#"{"anyOf": [{"properties": {"a": {}}}, true], "unevaluatedProperties": false}"#),
      LintCase(#"{"anyOf": [{"type": "string"}, ➊false]}"#, .unreachableBranch),
      LintCase(#"{"oneOf": [{"type": "string"}, ➊true]}"#, .unreachableBranch),
      LintCase(#"{"if": true, "then": {"minLength": 1}, ➊"else": {"minLength": 2}}"#, .unreachableBranch),
      LintCase(#"{"if": false, ➊"then": {"minLength": 1}, "else": {"minLength": 2}}"#, .unreachableBranch),
      LintCase(#"{"type": "string", "if": {"type": "null"}, ➊"then": {"minLength": 1}}"#, .unreachableBranch),
      LintCase(#"{"anyOf": [{"minLength": 1}, ➊{"minLength": 1.0}]}"#, .duplicateBranch),
      LintCase(#"{"oneOf": [{"minLength": 1, "maxLength": 2}, ➊{"maxLength": 2, "minLength": 1}]}"#, .duplicateBranch),
      LintCase(#"{"anyOf": [{"minLength": 1, "title": "a"}, {"minLength": 1, "title": "b"}]}"#),
    ])
  func lint(_ lint: LintCase) throws { try lint.expectProblems() }
}
