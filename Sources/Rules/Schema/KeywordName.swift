/// The keywords that a schema can hold, by their names in the file. Which of them a draft has is said in ``Dialect``.
enum KeywordName: String, CaseIterable, Hashable, Sendable {
  // Core (2020-12 core, 8)
  case definitions
  case schema = "$schema", id = "$id", ref = "$ref", anchor = "$anchor", defs = "$defs", comment = "$comment"
  case dynamicRef = "$dynamicRef", dynamicAnchor = "$dynamicAnchor", vocabulary = "$vocabulary"
  // Core of 2019-09 (8.2.4.2) and of draft 4 (core, 7.2)
  case recursiveRef = "$recursiveRef", recursiveAnchor = "$recursiveAnchor"
  case oldID = "id"
  // Applicators (core, 10)
  case allOf, anyOf, oneOf, not, `if`, then, `else`, dependentSchemas
  case prefixItems, items, contains, properties, patternProperties, additionalProperties, propertyNames
  // Applicators of older drafts, and one proposed for v1
  case additionalItems, dependencies, propertyDependencies
  // Unevaluated (core, 11)
  case unevaluatedItems, unevaluatedProperties
  // Validation (2020-12 validation, 6)
  case type, `enum`, const
  case multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum
  case maxLength, minLength, pattern
  case maxItems, minItems, uniqueItems, maxContains, minContains
  case maxProperties, minProperties, required, dependentRequired
  // Format, content, meta-data (validation, 7 to 9)
  case format
  case contentEncoding, contentMediaType, contentSchema
  case title, description, `default`, deprecated, readOnly, writeOnly, examples
  // Assay (DESIGN 5)
  case xAssay = "x-assay", xNormalize = "x-normalize", xMessage = "x-message", xSeverity = "x-severity"
  case xSensitive = "x-sensitive", xPolicies = "x-policies", xPolicyContext = "x-policy-context"
}

/// What a keyword's value must look like; the reader has one function for each.
enum KeywordShape: Sendable {
  case types
  case valueList
  case anyValue
  case count
  case number
  case positiveNumber
  case pattern
  case format
  case flag
  case uniqueNames
  case schema
  case schemaList
  case schemaMap
  case patternMap
  case nameListMap
  /// `items` up to 2019-09: one schema, or a list of them.
  case schemaOrList
  /// `dependencies`: for each name a schema or a list of names.
  case dependencies
  /// `propertyDependencies`: for each name and value a schema.
  case schemaMapMap
  /// Sub-schemas that apply nowhere by themselves: `$defs`, `contentSchema`.
  case definitions
  case definition
  /// Read by the reference resolver.
  case identifier
  case reference
  case dynamicReference
  case recursiveReference
  case anchor
  case dynamicAnchor
  case recursiveAnchor
  case dialect
  case vocabularies
  /// `contentEncoding` and `contentMediaType` of draft 7, where they may assert.
  case content
  /// Annotations that change nothing here, with the type that they must have.
  case text
  case ignoredFlag
  case ignoredList
  /// Read into ``SchemaExtensions``.
  case extensionKeyword
  /// Known, but not by this version: refused, never ignored.
  case unsupported
}
