/// The place of a schema in a ``SchemaGraph``.
struct SchemaIndex: Hashable, Sendable {
  let raw: Int
}

/// One schema of a rule file, read and checked, its references resolved.
struct Schema: Sendable {
  /// Where it stands in the rule file's document.
  let node: NodeIndex
  /// Its JSON Pointer in the rule file.
  let pointer: String
  /// The schema that its `$id`-less URI references are resolved against: the nearest with an `$id`, or the root.
  let resource: Resource
  /// `true` and `false` as schemas; nil for an object.
  var boolean: Bool?
  /// Keywords that assert or apply, in the order of the file.
  var keywords: [Keyword] = []
  var extensions = SchemaExtensions()

  func keyword(_ name: KeywordName) -> Keyword? { keywords.first { $0.name == name } }
}

/// A schema resource: what an `$id` starts (2020-12 core, 4.3.5).
struct Resource: Hashable, Sendable {
  /// Its URI without fragment; empty when the root names none.
  let uri: String
  /// The JSON Pointer of its root in the rule file.
  let pointer: String
}

/// One keyword with its value, as its kind reads it.
struct Keyword: Sendable {
  let name: KeywordName
  /// The key's node in the rule file: the position that problems and findings name.
  let node: NodeIndex
  let value: KeywordValue
}

enum KeywordValue: Sendable {
  case types(TypeSet)
  case values([NodeIndex])
  case value(NodeIndex)
  case count(Int)
  case number(NodeIndex)
  case text(String)
  case flag(Bool)
  case names([String])
  case schema(SchemaIndex)
  case schemas([SchemaIndex])
  case namedSchemas([NamedSchema])
  case namedNames([NamedNames])
}

struct NamedSchema: Sendable {
  let name: String
  let schema: SchemaIndex
}

struct NamedNames: Sendable {
  let name: String
  let names: [String]
}

/// What `x-` keywords and annotations add to a schema (DESIGN 5).
struct SchemaExtensions: Sendable {
  /// `x-severity` as one name: for every keyword here and below.
  var severity: Severity?
  /// `x-severity` as an object.
  var keywordSeverities: [KeywordName: Severity] = [:]
  /// The key node of `x-severity`.
  var severityNode: NodeIndex?
  /// `x-message` as one text.
  var message: String?
  /// `x-message` as an object.
  var keywordMessages: [KeywordName: String] = [:]
  var normalizers: [Normalizer] = []
  /// The key node of `x-normalize`, for problems.
  var normalizeNode: NodeIndex?
  /// The value node of `default`.
  var defaultValue: NodeIndex?
  /// The key node of `deprecated: true`.
  var deprecatedNode: NodeIndex?
}

/// JSON Schema's types as a set. `integer` alone narrows `number`.
struct TypeSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  static let null = TypeSet(rawValue: 1)
  static let boolean = TypeSet(rawValue: 2)
  static let integer = TypeSet(rawValue: 4)
  static let number = TypeSet(rawValue: 8)
  static let string = TypeSet(rawValue: 16)
  static let array = TypeSet(rawValue: 32)
  static let object = TypeSet(rawValue: 64)

  static let names: [(name: String, type: TypeSet)] = [
    ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .number), ("string", .string),
    ("array", .array), ("object", .object),
  ]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init?(name: String) {
    guard let entry = Self.names.first(where: { $0.name == name }) else { return nil }
    self = entry.type
  }

  /// The members' names, in the standard's order.
  var names: [String] { Self.names.filter { contains($0.type) }.map(\.name) }
}
