/// The place of a schema in a ``SchemaGraph``.
struct SchemaIndex: Hashable, Sendable {
  let raw: Int
}

/// One of the documents that a rule set is made of; the first is the rule file itself.
struct SourceIndex: Hashable, Sendable {
  let raw: Int
  static let main = SourceIndex(raw: 0)
}

/// A value in one of the documents.
struct SourceNode: Hashable, Sendable {
  let source: SourceIndex
  let node: NodeIndex
}

/// One schema of a rule file, read and checked, its references resolved.
struct Schema: Sendable {
  /// The document that holds it; all nodes below are of this one.
  let source: SourceIndex
  /// Where it stands in that document.
  let node: NodeIndex
  /// The schema that its `$id`-less URI references are resolved against: the nearest with an `$id`, or the root.
  let resource: Resource
  /// `true` and `false` as schemas; nil for an object.
  var boolean: Bool?
  /// Keywords that assert or apply, in the order of the file.
  private(set) var keywords: [Keyword] = []
  /// What kinds of them there are.
  private(set) var families: KeywordFamilies = []
  /// Most schemas have none; they are copied all the time.
  private var box: ExtensionBox?
  /// The key nodes of keywords that only annotate, known and unknown ones, in the order of the file.
  var annotations: [NodeIndex] = []
  /// The key nodes of keywords that the library adds.
  var customKeywords: [NodeIndex] = []

  init(source: SourceIndex, node: NodeIndex, resource: Resource) {
    self.source = source
    self.node = node
    self.resource = resource
  }

  var hasExtensions: Bool { box != nil }

  var extensions: SchemaExtensions {
    get { box?.value ?? .none }
    set { box = ExtensionBox(newValue) }
  }

  /// Whether it is the root of a resource.
  var startsResource: Bool { node == resource.node }

  var place: SourceNode { place(node) }

  var draft: Draft { resource.dialect.draft }

  func keyword(_ name: KeywordName) -> Keyword? { keywords.first { $0.name == name } }

  mutating func reserveKeywords(_ count: Int) { keywords.reserveCapacity(count) }

  mutating func append(_ keyword: Keyword) {
    keywords.append(keyword)
    families.formUnion(KeywordFamilies(keyword.name))
  }

  mutating func setValue(_ value: KeywordValue, ofKeyword place: Int) { keywords[place].value = value }

  /// A node of the same document.
  func place(_ node: NodeIndex) -> SourceNode { SourceNode(source: source, node: node) }
}

/// A schema resource: what an `$id` starts (2020-12 core, 4.3.5).
final class Resource: Hashable, Sendable {
  let source: SourceIndex
  /// Its URI without fragment; empty when the root names none.
  let uri: String
  /// Its root in that document.
  let node: NodeIndex
  /// What its keywords mean.
  let dialect: Dialect

  init(source: SourceIndex, uri: String, node: NodeIndex, dialect: Dialect) {
    self.source = source
    self.uri = uri
    self.node = node
    self.dialect = dialect
  }

  static func == (left: Resource, right: Resource) -> Bool {
    left.source == right.source && left.node == right.node
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(node)
  }
}

/// One keyword with its value, as its kind reads it.
struct Keyword: Sendable {
  let name: KeywordName
  /// The key's node in the document: the position that problems and findings name.
  let node: NodeIndex
  var value: KeywordValue
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
  case dependencies([NamedSchema], [NamedNames])
  /// `propertyDependencies`: a name, one of its values, and what then applies.
  case valueSchemas([ValueSchema])
  /// A reference whose target depends on the way to it; see ``DynamicBinder``.
  case dynamic(DynamicTarget)
}

struct NamedSchema: Hashable, Sendable {
  let name: String
  let schema: SchemaIndex
}

struct NamedNames: Hashable, Sendable {
  let name: String
  let names: [String]
}

struct ValueSchema: Hashable, Sendable {
  let name: String
  let value: String
  let schema: SchemaIndex
}

struct DynamicTarget: Hashable, Sendable {
  /// The `$dynamicAnchor` that is looked for; empty for `$recursiveAnchor`.
  let anchor: String
  /// What it is where no resource on the way has that anchor; v1 has none.
  let initial: SchemaIndex?
}

extension KeywordValue {
  /// The same value with other schemas.
  func mapSchemas(_ transform: (SchemaIndex) -> SchemaIndex) -> KeywordValue {
    func map(_ named: [NamedSchema]) -> [NamedSchema] {
      named.map { NamedSchema(name: $0.name, schema: transform($0.schema)) }
    }
    switch self {
    case .schema(let schema): return .schema(transform(schema))
    case .schemas(let schemas): return .schemas(schemas.map(transform))
    case .namedSchemas(let named): return .namedSchemas(map(named))
    case .dependencies(let named, let names): return .dependencies(map(named), names)
    case .valueSchemas(let list):
      return .valueSchemas(list.map { ValueSchema(name: $0.name, value: $0.value, schema: transform($0.schema)) })
    case .types, .values, .value, .count, .number, .text, .flag, .names, .namedNames, .dynamic: return self
    }
  }

  /// Goes through the schemas in it without a list of them.
  func forEachSchema(_ body: (SchemaIndex) -> Void) {
    switch self {
    case .schema(let schema): body(schema)
    case .schemas(let schemas): for schema in schemas { body(schema) }
    case .namedSchemas(let named), .dependencies(let named, _): for entry in named { body(entry.schema) }
    case .valueSchemas(let list): for entry in list { body(entry.schema) }
    case .types, .values, .value, .count, .number, .text, .flag, .names, .namedNames, .dynamic: break
    }
  }

  /// The schemas in it, in the order of the file.
  var schemas: [SchemaIndex] {
    switch self {
    case .schema(let schema): [schema]
    case .schemas(let schemas): schemas
    case .namedSchemas(let named), .dependencies(let named, _): named.map(\.schema)
    case .valueSchemas(let list): list.map(\.schema)
    case .types, .values, .value, .count, .number, .text, .flag, .names, .namedNames, .dynamic: []
    }
  }
}

/// What `x-` keywords and annotations add to a schema (DESIGN 5).
struct SchemaExtensions: Sendable {
  static let none = SchemaExtensions()

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
  /// The same for keywords that the library adds.
  var customSeverities: [String: Severity] = [:]
  var customMessages: [String: String] = [:]
  var normalizers: [Normalizer] = []
  /// The key node of `x-normalize`, for problems.
  var normalizeNode: NodeIndex?
  /// The value node of `default`.
  var defaultValue: NodeIndex?
  /// The key node of `deprecated: true`.
  var deprecatedNode: NodeIndex?
  /// `x-sensitive`, `writeOnly` or `format: password`: the value is never printed.
  var isSensitive = false

  func message(for name: KeywordName) -> String? { keywordMessages[name] ?? message }
}

/// Keeps ``Schema`` small.
private final class ExtensionBox: Sendable {
  let value: SchemaExtensions

  init(_ value: SchemaExtensions) { self.value = value }
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

  /// The type that a string of a document names.
  init?(nameAt node: NodeIndex, in document: Document) {
    guard let type = Self.byFirstBytes.first(where: { $0.key == document.firstBytes(of: node) })?.type else {
      return nil
    }
    self = type
  }

  /// All names are shorter than eight bytes.
  private static let byFirstBytes: [(key: UInt64, type: TypeSet)] = [
    .string, .object, .boolean, .array, .integer, .number, .null,
  ].map { type in
    (type.names[0].utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }, type)
  }

  /// The members' names, in the standard's order.
  var names: [String] { Self.names.filter { contains($0.type) }.map(\.name) }

  /// The same, a line each.
  var lines: String {
    switch self {
    case .string: "string"
    case .object: "object"
    case .boolean: "boolean"
    case .array: "array"
    case .number: "number"
    case .integer: "integer"
    default: names.joined(separator: "\n")
    }
  }
}
