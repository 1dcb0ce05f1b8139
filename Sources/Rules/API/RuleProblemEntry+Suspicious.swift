extension RuleProblemEntry {
  static let aboutSuspicious = [
    RuleProblemEntry(
      .inapplicableKeyword, "The keyword says something of values that the schema's type excludes.",
      bad: #"{"type": "array", "maxLength": 5}"#,
      good: #"{"type": "array", "maxItems": 5}"#),
    RuleProblemEntry(
      .contradictoryTypes, "All `type`s that apply together leave no type.",
      bad: #"{"allOf": [{"type": "string"}, {"type": "number"}]}"#,
      good: #"{"anyOf": [{"type": "string"}, {"type": "number"}]}"#),
    RuleProblemEntry(
      .contradictoryLimits, "A lower limit is above an upper one.",
      bad: #"{"minLength": 5, "maxLength": 3}"#,
      good: #"{"minLength": 3, "maxLength": 5}"#),
    RuleProblemEntry(
      .forbiddenRequired, "A required property is forbidden by the same schema.",
      bad: #"{"required": ["b"], "properties": {"a": {}}, "additionalProperties": false}"#,
      good: #"{"required": ["b"], "properties": {"a": {}, "b": {}}, "additionalProperties": false}"#),
    RuleProblemEntry(
      .keywordWithoutEffect, "The keyword does nothing without another one, or beside this one.",
      bad: #"{"then": {"required": ["b"]}}"#,
      good: #"{"if": {"required": ["a"]}, "then": {"required": ["b"]}}"#),
    RuleProblemEntry(
      .unreachableBranch, "A branch that no value takes, or that never matters.",
      bad: #"{"type": "string", "anyOf": [{"minLength": 3}, {"type": "null"}]}"#,
      good: #"{"type": ["string", "null"], "anyOf": [{"minLength": 3}, {"type": "null"}]}"#),
    RuleProblemEntry(
      .duplicateBranch, "A branch that is the same as an earlier one.",
      bad: #"{"anyOf": [{"minLength": 3}, {"minLength": 3}]}"#,
      good: #"{"anyOf": [{"minLength": 3}, {"pattern": "^x"}]}"#),
    RuleProblemEntry(
      .overlappingBranches, "Values that two branches of `oneOf` take, so that `oneOf` refuses them.",
      bad: #"{"oneOf": [{"type": "integer"}, {"type": "number"}]}"#,
      good: #"{"type": "number"}"#),
    RuleProblemEntry(
      .unreachableEnumValue, "A value of `enum` that the same schema refuses.",
      bad: #"{"type": "string", "enum": ["low", "high", 3]}"#,
      good: #"{"enum": ["low", "high", 3]}"#),
    RuleProblemEntry(
      .unsatisfiableEnum, "Every value of `enum`, or the one of `const`, is refused by the same schema.",
      bad: #"{"type": "integer", "enum": ["1", "2"]}"#,
      good: #"{"type": "integer", "enum": [1, 2]}"#),
    RuleProblemEntry(
      .duplicateEnumValue, "A value that `enum` lists twice.",
      bad: #"{"enum": [1, 2, 1.0]}"#,
      good: #"{"enum": [1, 2]}"#),
    RuleProblemEntry(
      .invalidDefault, "A `default` that its own schema refuses.",
      bad: #"{"type": "integer", "default": "8080"}"#,
      good: #"{"type": "integer", "default": 8080}"#),
    RuleProblemEntry(
      .invalidExample, "One of `examples` that its own schema refuses.",
      bad: #"{"format": "date", "examples": ["1 May"]}"#,
      good: #"{"format": "date", "examples": ["2025-05-01"]}"#),
    RuleProblemEntry(
      .unusedDefinition, "A definition that no reference of the file leads to.",
      bad: ##"{"$ref": "#/$defs/a", "$defs": {"a": {}, "b": {}}}"##,
      good: ##"{"$ref": "#/$defs/a", "$defs": {"a": {}}}"##),
    RuleProblemEntry(
      .laterFormat, "A format that the draft does not have yet.",
      bad: ##"{"$schema": "http://json-schema.org/draft-07/schema#", "format": "uuid"}"##,
      good: #"{"format": "uuid"}"#),
    RuleProblemEntry(
      .slowPattern, "A pattern that can take exponential time.",
      bad: #"{"pattern": "^(?:(a+)+\\1|b)$"}"#,
      good: #"{"pattern": "^(?:(a+)\\1|b)$"}"#),
    RuleProblemEntry(
      .lenientPattern, "A pattern that ECMA-262 reads only in its older syntax.",
      bad: #"{"pattern": "^[0-9]+\\-$"}"#,
      good: #"{"pattern": "^[0-9]+-$"}"#),
  ]
}
