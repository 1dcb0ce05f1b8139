/// The keywords that a schema can hold, by their names in the file.
enum KeywordName: String, CaseIterable, Hashable, Sendable {
  // Core (2020-12 core, 8)
  case definitions
  case schema = "$schema", id = "$id", ref = "$ref", anchor = "$anchor", defs = "$defs", comment = "$comment"
  case dynamicRef = "$dynamicRef", dynamicAnchor = "$dynamicAnchor", vocabulary = "$vocabulary"
  // Applicators (core, 10)
  case allOf, anyOf, oneOf, not, `if`, then, `else`, dependentSchemas
  case prefixItems, items, contains, properties, patternProperties, additionalProperties, propertyNames
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
  /// Sub-schemas that apply nowhere by themselves: `$defs`, `contentSchema`.
  case definitions
  case definition
  /// Read by the reference resolver.
  case identifier
  case reference
  case anchor
  case dialect
  /// Annotations that change nothing here, with the type that they must have.
  case text
  case ignoredFlag
  case ignoredList
  /// Read into ``SchemaExtensions``.
  case extensionKeyword
  /// Known, but not by this version: refused, never ignored.
  case unsupported
}

/// Which keywords exist in a draft and what they take. One engine serves all drafts through such tables.
struct Dialect: Sendable {
  let uri: String
  let shapes: [KeywordName: KeywordShape]

  static let draft2020_12 = Dialect(
    uri: "https://json-schema.org/draft/2020-12/schema",
    shapes: [
      .schema: .dialect, .id: .identifier, .ref: .reference, .anchor: .anchor, .defs: .definitions,
      .definitions: .definitions, .comment: .text,
      .dynamicRef: .unsupported, .dynamicAnchor: .unsupported, .vocabulary: .unsupported,
      .allOf: .schemaList, .anyOf: .schemaList, .oneOf: .schemaList, .not: .schema,
      .if: .schema, .then: .schema, .else: .schema, .dependentSchemas: .schemaMap,
      .prefixItems: .schemaList, .items: .schema, .contains: .schema,
      .properties: .schemaMap, .patternProperties: .patternMap, .additionalProperties: .schema, .propertyNames: .schema,
      .unevaluatedItems: .unsupported, .unevaluatedProperties: .unsupported,
      .type: .types, .enum: .valueList, .const: .anyValue,
      .multipleOf: .positiveNumber, .maximum: .number, .exclusiveMaximum: .number, .minimum: .number,
      .exclusiveMinimum: .number,
      .maxLength: .count, .minLength: .count, .pattern: .pattern,
      .maxItems: .count, .minItems: .count, .uniqueItems: .flag, .maxContains: .count, .minContains: .count,
      .maxProperties: .count, .minProperties: .count, .required: .uniqueNames, .dependentRequired: .nameListMap,
      .format: .format,
      .contentEncoding: .text, .contentMediaType: .text, .contentSchema: .definition,
      .title: .text, .description: .text, .default: .extensionKeyword, .deprecated: .extensionKeyword,
      .readOnly: .ignoredFlag, .writeOnly: .ignoredFlag, .examples: .ignoredList,
      .xAssay: .extensionKeyword, .xNormalize: .extensionKeyword, .xMessage: .extensionKeyword,
      .xSeverity: .extensionKeyword,
      .xSensitive: .unsupported, .xPolicies: .unsupported, .xPolicyContext: .unsupported,
    ])

  /// The dialect that a `$schema` names, with or without the empty fragment.
  init?(uri: String) {
    let bare = uri.hasSuffix("#") ? String(uri.dropLast()) : uri
    guard bare == Dialect.draft2020_12.uri else { return nil }
    self = .draft2020_12
  }

  private init(uri: String, shapes: [KeywordName: KeywordShape]) {
    self.uri = uri
    self.shapes = shapes
  }
}
