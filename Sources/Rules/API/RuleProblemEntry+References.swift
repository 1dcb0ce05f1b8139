extension RuleProblemEntry {
  static let aboutReferences = [
    RuleProblemEntry(
      .badReference, "A reference is no URI reference with a JSON Pointer or an anchor.",
      bad: ##"{"$ref": "#/a~2"}"##,
      good: ##"{"$ref": "#/$defs/a~1", "$defs": {"a/": {}}}"##),
    RuleProblemEntry(
      .unknownReference, "A JSON Pointer leads to nothing.",
      bad: ##"{"$ref": "#/$defs/mony", "$defs": {"money": {"$anchor": "money"}}}"##,
      good: ##"{"$ref": "#/$defs/money", "$defs": {"money": {}}}"##),
    RuleProblemEntry(
      .unknownAnchor, "No schema has the anchor that is named.",
      bad: ##"{"$ref": "#mony", "$defs": {"m": {"$anchor": "money"}}}"##,
      good: ##"{"$ref": "#money", "$defs": {"m": {"$anchor": "money"}}}"##),
    RuleProblemEntry(
      .unknownDocument, "A reference leads to a document that was not given.",
      bad: #"{"$ref": "https://example.org/money"}"#,
      good: ##"{"$ref": "#/$defs/money", "$defs": {"money": {}}}"##),
    RuleProblemEntry(
      .duplicateAnchor, "Two schemas have the same anchor.",
      bad: #"{"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": "x"}}}"#,
      good: #"{"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": "y"}}}"#),
    RuleProblemEntry(
      .duplicateID, "Two schemas of one file have the same URI.",
      bad: #"{"$defs": {"a": {"$id": "x"}, "b": {"$id": "x"}}}"#,
      good: #"{"$defs": {"a": {"$id": "x"}, "b": {"$id": "y"}}}"#),
    RuleProblemEntry(
      .endlessReference, "References lead back to a schema without going into the instance.",
      bad: ##"{"$ref": "#"}"##,
      good: ##"{"properties": {"inner": {"$ref": "#"}}}"##),
    RuleProblemEntry(
      .tooManyScopes, "Dynamic references can be reached in too many ways."),
    RuleProblemEntry(
      .tooDeep, "Schemas are nested deeper than the thread's stack."),
    RuleProblemEntry(
      .unknownDialect, "`$schema` names no dialect that is known.",
      bad: ##"{"$schema": "http://json-schema.org/draft-03/schema#"}"##,
      good: ##"{"$schema": "http://json-schema.org/draft-04/schema#"}"##),
    RuleProblemEntry(
      .dialectURI, "`$schema` is misspelt, but there is no doubt what is meant.",
      bad: ##"{"$schema": "https://json-schema.org/draft-07/schema#"}"##,
      good: ##"{"$schema": "http://json-schema.org/draft-07/schema#"}"##),
    RuleProblemEntry(
      .metaschema, "The file's own metaschema refuses it."),
    RuleProblemEntry(
      .unknownVocabulary, "A metaschema requires a vocabulary that is not known."),
  ]
}
