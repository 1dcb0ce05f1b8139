/// Which kinds of keywords a schema has, so that the others are not looked for.
struct KeywordFamilies: OptionSet, Sendable {
  let rawValue: UInt8
  static let values = KeywordFamilies(rawValue: 1)
  static let numbers = KeywordFamilies(rawValue: 2)
  static let strings = KeywordFamilies(rawValue: 4)
  static let arrays = KeywordFamilies(rawValue: 8)
  static let objects = KeywordFamilies(rawValue: 16)
  static let combinators = KeywordFamilies(rawValue: 32)
  static let unevaluated = KeywordFamilies(rawValue: 64)
  /// Patterns and names of formats.
  static let texts = KeywordFamilies(rawValue: 128)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ name: KeywordName) {
    switch name {
    case .type, .enum, .const: self = .values
    case .multipleOf, .maximum, .exclusiveMaximum, .minimum, .exclusiveMinimum: self = .numbers
    case .maxLength, .minLength, .contentEncoding, .contentMediaType: self = .strings
    case .pattern, .format: self = [.strings, .texts]
    case .maxItems, .minItems, .uniqueItems, .maxContains, .minContains, .prefixItems, .items, .contains,
      .additionalItems:
      self = .arrays
    case .patternProperties: self = [.objects, .texts]
    case .maxProperties, .minProperties, .required, .properties, .additionalProperties, .propertyNames: self = .objects
    case .dependentRequired: self = .objects
    // Their schemas apply to the same value.
    case .dependentSchemas, .dependencies, .propertyDependencies: self = [.objects, .combinators]
    case .allOf, .anyOf, .oneOf, .not, .if, .then, .else, .ref, .dynamicRef, .recursiveRef: self = .combinators
    case .unevaluatedItems, .unevaluatedProperties: self = .unevaluated
    default: self = []
    }
  }
}
