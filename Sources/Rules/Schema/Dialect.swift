/// Which keywords exist and what they take: a draft, or what a custom metaschema's `$vocabulary` leaves of it. One
/// engine serves all drafts through such tables.
final class Dialect: Sendable {
  /// The URI of the metaschema.
  let uri: String
  let draft: Draft
  let shapes: [KeywordName: KeywordShape]
  private let byName: NameTable<(KeywordName, KeywordShape)>
  /// The dialect asks for formats to be asserted (2020-12 validation, 7.2.2).
  let assertsFormats: Bool
  /// Described by a metaschema that is not built in.
  let isCustom: Bool

  private init(
    uri: String, draft: Draft, vocabularies: Set<Vocabulary>, assertsFormats: Bool = false, isCustom: Bool = false
  ) {
    self.uri = uri
    self.draft = draft
    self.assertsFormats = assertsFormats
    self.isCustom = isCustom
    let entries = KeywordEntry.all.filter { entry in
      entry.drafts.contains(draft) && (entry.vocabulary.map(vocabularies.contains) ?? true)
    }
    shapes = Dictionary(entries.map { ($0.name, $0.shape) }) { first, _ in first }
    byName = NameTable(shapes.map { ($0.key.rawValue, ($0.key, $0.value)) })
  }

  /// A keyword by its key in the file.
  func keyword(_ key: NodeIndex, in document: Document) -> (KeywordName, KeywordShape)? {
    byName.value(of: key, in: document)
  }

  /// A keyword of any draft. An enum's own look-up compares with one name after the other.
  static func name(_ text: String) -> KeywordName? { names[text] }

  private static let names = Dictionary(KeywordName.allCases.map { ($0.rawValue, $0) }) { first, _ in first }

  private static let builtIn = Draft.allCases.map { draft in
    Dialect(uri: draft.uri, draft: draft, vocabularies: Set(Vocabulary.allCases))
  }

  static func of(_ draft: Draft) -> Dialect { builtIn[draft.rawValue] }

  /// What a custom metaschema makes of its own dialect: its draft's keywords, of the vocabularies that it lists.
  static func custom(uri: String, base: Dialect, vocabularies: [String]?) -> Dialect {
    guard let vocabularies else {
      return Dialect(
        uri: uri, draft: base.draft, vocabularies: Set(Vocabulary.allCases), assertsFormats: base.assertsFormats,
        isCustom: true)
    }
    let known = vocabularies.compactMap(Vocabulary.init(uri:))
    return Dialect(
      uri: uri, draft: base.draft, vocabularies: Set(known), assertsFormats: known.contains(.formatAssertion),
      isCustom: true)
  }
}

/// A set of keywords that a metaschema can choose (2020-12 core, 8.1.2).
enum Vocabulary: String, CaseIterable, Sendable {
  case core, applicator, unevaluated, validation, content
  case metaData = "meta-data"
  case format
  case formatAnnotation = "format-annotation"
  case formatAssertion = "format-assertion"

  init?(uri: String) {
    for draft in ["2019-09", "2020-12"] {
      let prefix = "https://json-schema.org/draft/\(draft)/vocab/"
      if uri.hasPrefix(prefix), let known = Vocabulary(rawValue: String(uri.dropFirst(prefix.count))) {
        self = known
        return
      }
    }
    return nil
  }
}

/// A keyword in a range of drafts.
private struct KeywordEntry: Sendable {
  let name: KeywordName
  let shape: KeywordShape
  let drafts: ClosedRange<Draft>
  /// Nil: in every dialect of the drafts.
  let vocabulary: Vocabulary?

  private static func entries(
    _ drafts: ClosedRange<Draft>, _ vocabulary: Vocabulary?, _ shapes: KeyValuePairs<KeywordName, KeywordShape>
  ) -> [KeywordEntry] {
    shapes.map { KeywordEntry(name: $0.key, shape: $0.value, drafts: drafts, vocabulary: vocabulary) }
  }

  static let all: [KeywordEntry] = core + applicators + validation + annotations + assay

  private static let core =
    entries(.draft4 ... .v1, nil, [.schema: .dialect, .ref: .reference])
    + entries(.draft4 ... .draft4, nil, [.oldID: .identifier])
    + entries(.draft6 ... .v1, nil, [.id: .identifier])
    + entries(.draft7 ... .v1, nil, [.comment: .text])
    + entries(.draft4 ... .v1, .core, [.definitions: .definitions])
    + entries(.draft2019_09 ... .v1, .core, [.anchor: .anchor, .defs: .definitions, .vocabulary: .vocabularies])
    + entries(
      .draft2019_09 ... .draft2019_09, .core,
      [.recursiveRef: .recursiveReference, .recursiveAnchor: .recursiveAnchor])
    + entries(.draft2020_12 ... .v1, .core, [.dynamicRef: .dynamicReference, .dynamicAnchor: .dynamicAnchor])

  private static let applicators =
    entries(
      .draft4 ... .v1, .applicator,
      [
        .allOf: .schemaList, .anyOf: .schemaList, .oneOf: .schemaList, .not: .schema, .properties: .schemaMap,
        .patternProperties: .patternMap, .additionalProperties: .schema, .dependencies: .dependencies,
      ])
    + entries(.draft4 ... .draft2019_09, .applicator, [.items: .schemaOrList, .additionalItems: .schema])
    + entries(.draft6 ... .v1, .applicator, [.contains: .schema, .propertyNames: .schema])
    + entries(.draft7 ... .v1, .applicator, [.if: .schema, .then: .schema, .else: .schema])
    + entries(.draft2019_09 ... .v1, .applicator, [.dependentSchemas: .schemaMap])
    + entries(.draft2020_12 ... .v1, .applicator, [.prefixItems: .schemaList, .items: .schema])
    + entries(.v1 ... .v1, .applicator, [.propertyDependencies: .schemaMapMap])
    // Of the applicators in 2019-09 (core, 9.3), a vocabulary of their own since.
    + entries(
      .draft2019_09 ... .draft2019_09, .applicator, [.unevaluatedItems: .schema, .unevaluatedProperties: .schema])
    + entries(.draft2020_12 ... .v1, .unevaluated, [.unevaluatedItems: .schema, .unevaluatedProperties: .schema])

  private static let validation =
    entries(
      .draft4 ... .v1, .validation,
      [
        .type: .types, .enum: .valueList, .multipleOf: .positiveNumber, .maximum: .number, .minimum: .number,
        .maxLength: .count, .minLength: .count, .pattern: .pattern, .maxItems: .count, .minItems: .count,
        .uniqueItems: .flag, .maxProperties: .count, .minProperties: .count, .required: .uniqueNames,
      ])
    // In draft 4 they change what `maximum` and `minimum` mean (validation, 5.1.2).
    + entries(.draft4 ... .draft4, .validation, [.exclusiveMaximum: .flag, .exclusiveMinimum: .flag])
    + entries(
      .draft6 ... .v1, .validation,
      [.const: .anyValue, .exclusiveMaximum: .number, .exclusiveMinimum: .number])
    + entries(
      .draft2019_09 ... .v1, .validation,
      [.maxContains: .count, .minContains: .count, .dependentRequired: .nameListMap])

  private static let annotations =
    entries(.draft4 ... .v1, nil, [.format: .format])
    + entries(
      .draft4 ... .v1, .metaData, [.title: .text, .description: .text, .default: .extensionKeyword])
    + entries(.draft6 ... .v1, .metaData, [.examples: .ignoredList])
    + entries(.draft7 ... .v1, .metaData, [.readOnly: .ignoredFlag, .writeOnly: .extensionKeyword])
    + entries(.draft2019_09 ... .v1, .metaData, [.deprecated: .extensionKeyword])
    + entries(.draft7 ... .draft7, .content, [.contentEncoding: .content, .contentMediaType: .content])
    + entries(.draft2019_09 ... .v1, .content, [.contentEncoding: .text, .contentMediaType: .text])
    + entries(.draft2019_09 ... .v1, .content, [.contentSchema: .definition])

  private static let assay = entries(
    .draft4 ... .v1, nil,
    [
      .xAssay: .extensionKeyword, .xNormalize: .extensionKeyword, .xMessage: .extensionKeyword,
      .xSeverity: .extensionKeyword, .xSensitive: .extensionKeyword, .xPolicies: .unsupported,
      .xPolicyContext: .unsupported,
    ])
}
