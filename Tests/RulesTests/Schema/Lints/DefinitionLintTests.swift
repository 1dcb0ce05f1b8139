import Testing

@testable import Rules

@Suite struct DefinitionLintTests {
  @Test(
    "definitions that no reference leads to",
    arguments: [
      LintCase(##"{"$ref": "#/$defs/a", "$defs": {"a": {}, ➊"b": {}}}"##, .unusedDefinition),
      LintCase(#"{"$defs": {"a": {}}}"#),
      LintCase(#"{"type": "object", "$defs": {"a": {"$anchor": "a"}, "b": {"$id": "b"}}}"#),
      LintCase(
        ##"{"properties": {"p": {"$ref": "#/$defs/a/properties/x"}}, "$defs": {"a": {"properties": {"x": {}}}}}"##),
      LintCase(
        ##"{"type": "object", "$defs": {➊"a": {"not": {"$ref": "#/$defs/b"}}, "b": {}}}"##, .unusedDefinition,
        .unusedDefinition),
      LintCase(##"{"$dynamicRef": "#a", "$defs": {"a": {"$dynamicAnchor": "a"}}}"##),
      LintCase(##"{\##(draft7), "$ref": "#/definitions/a", "definitions": {"a": {}, ➊"b": {}}}"##, .unusedDefinition),
    ])
  func lint(_ lint: LintCase) throws { try lint.expectProblems() }
}
