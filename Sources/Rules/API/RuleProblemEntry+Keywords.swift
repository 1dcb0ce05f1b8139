extension RuleProblemEntry {
  static let aboutKeywords = [
    RuleProblemEntry(
      .unknownKeyword, "No draft has the keyword: misspelt (an error), or ignored (a warning).",
      bad: #"{"maxLenght": 5}"#,
      good: #"{"maxLength": 5}"#),
    RuleProblemEntry(
      .otherDraft, "The keyword belongs to another draft and is ignored.",
      bad: ##"{"$schema": "http://json-schema.org/draft-07/schema#", "$defs": {}}"##,
      good: ##"{"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {}}"##),
    RuleProblemEntry(
      .oldKeyword, "The keyword still counts but has a new name.",
      bad: #"{"definitions": {}}"#,
      good: #"{"$defs": {}}"#),
    RuleProblemEntry(
      .ignoredKeyword, "The keyword stands beside `$ref`, where it is ignored up to draft 7.",
      bad:
        ##"{"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "#/definitions/a", "minLength": 1, "definitions": {"a": {}}}"##,
      good:
        ##"{"$schema": "http://json-schema.org/draft-07/schema#", "allOf": [{"$ref": "#/definitions/a"}], "minLength": 1, "definitions": {"a": {}}}"##
    ),
    RuleProblemEntry(
      .misplacedKeyword, "The keyword counts only at other places.",
      bad: #"{"properties": {"a": {"x-assay": 1}}}"#,
      good: #"{"x-assay": 1, "properties": {"a": true}}"#),
    RuleProblemEntry(
      .unsupportedKeyword, "The keyword is known but not by this version of Assay.",
      bad: #"{"x-policies": []}"#,
      good: #"{}"#),
    RuleProblemEntry(
      .unsupportedVersion, "`x-assay` asks for a version that is not this one.",
      bad: #"{"x-assay": 2}"#,
      good: #"{"x-assay": 1}"#),
    RuleProblemEntry(
      .notASchema, "A schema is expected, and this is none.",
      bad: #"{"properties": {"a": "string"}}"#,
      good: #"{"properties": {"a": {"type": "string"}}}"#),
    RuleProblemEntry(
      .wrongValue, "The keyword does not take this value.",
      bad: #"{"minLength": -1}"#,
      good: #"{"minLength": 1}"#),
    RuleProblemEntry(
      .unknownType, "`type` names no type.",
      bad: #"{"type": "int"}"#,
      good: #"{"type": "integer"}"#),
    RuleProblemEntry(
      .unknownFormat, "`format` names no format: misspelt (an error), or not checked (a warning).",
      bad: #"{"format": "datetime"}"#,
      good: #"{"format": "date-time"}"#),
    RuleProblemEntry(
      .badPattern, "A pattern is not ECMA-262, or cannot be run.",
      bad: #"{"pattern": "a("}"#,
      good: #"{"pattern": "a\\("}"#),
    RuleProblemEntry(
      .unknownNormalizer, "`x-normalize` names no normalizer.",
      bad: #"{"x-normalize": "lower-case"}"#,
      good: #"{"x-normalize": "lowercase"}"#),
    RuleProblemEntry(
      .unknownSeverity, "`x-severity` names no severity.",
      bad: #"{"type": "string", "x-severity": "warn"}"#,
      good: #"{"type": "string", "x-severity": "warning"}"#),
  ]
}
