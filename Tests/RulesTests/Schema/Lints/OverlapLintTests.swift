import Testing

@testable import Rules

@Suite struct OverlapLintTests {
  @Test(
    "values that two branches of oneOf take",
    arguments: [
      LintCase(#"{"oneOf": [{"type": "integer"}, ➊{"type": "number"}]}"#, .overlappingBranches),
      LintCase(#"{"oneOf": [{"type": "string"}, {"type": "number"}]}"#),
      LintCase(#"{"type": "string", "oneOf": [{"type": ["string", "null"]}, {"minLength": 1}]}"#),
      LintCase(#"{"oneOf": [{"enum": ["a", "b"]}, ➊{"enum": ["b", "c"]}]}"#, .overlappingBranches),
      LintCase(#"{"oneOf": [➊{"const": 1}, {"type": "number"}]}"#, .overlappingBranches),
      LintCase(#"{"oneOf": [{"type": "integer", "minimum": 5}, {"type": "number", "maximum": 4}]}"#),
    ])
  func lint(_ lint: LintCase) throws { try lint.expectProblems() }
}
