/// What is certain of each schema, worked out once for all lints. O(schemas).
struct SchemaFacts {
  /// The schemas that apply whenever one does: itself, `allOf` and `$ref`. Cut off where there are many, which loses
  /// certainty but never claims too much: each further one only narrows.
  private(set) var closures: [[SchemaIndex]]
  /// The types that the `type`s of the closure leave.
  private(set) var declared: [TypeSet]
  /// The types of the values that the closure's `type`, `enum` and `const` leave.
  private(set) var types: [TypeSet]
  /// The same, and what the schemas around leave of it. Equal to ``types`` where a schema is named from several places.
  private(set) var within: [TypeSet]
  /// Some schema asks which members or items others evaluated, so that a branch matters even where it cannot fail.
  let hasUnevaluated: Bool
  private static let longestClosure = 32

  init(_ graph: SchemaGraph) {
    let all = graph.schemas.indices.map(SchemaIndex.init)
    closures = all.map { Self.closure(of: $0, graph) }
    let declaredHere = graph.schemas.map(Self.declaredTypes)
    let listedHere = graph.schemas.map { Self.listedTypes($0, graph.document(of: $0)) }
    declared = closures.map { $0.reduce(.all) { $0.intersection(declaredHere[$1.raw]) } }
    types = zip(declared, closures).map { types, closure in
      closure.reduce(types) { $0.intersection(listedHere[$1.raw]) }
    }
    within = types
    hasUnevaluated = graph.schemas.contains {
      $0.keyword(.unevaluatedItems) != nil || $0.keyword(.unevaluatedProperties) != nil
    }
    narrow(graph)
  }

  private static func closure(of start: SchemaIndex, _ graph: SchemaGraph) -> [SchemaIndex] {
    var closure = [start]
    var next = 0
    while next < closure.count {
      for keyword in graph[closure[next]].keywords where SchemaGraph.inPlaceKind(keyword.name) == .unconditional {
        for schema in keyword.value.schemas.prefix(longestClosure) where !closure.contains(schema) {
          if closure.count == longestClosure { return closure }
          closure.append(schema)
        }
      }
      next += 1
    }
    return closure
  }

  /// A type whose failure is only a warning keeps nothing away from the keywords beside it.
  private static func declaredTypes(_ schema: Schema) -> TypeSet {
    guard case .types(let types) = schema.keyword(.type)?.value, schema.extensions.severityNode == nil else {
      return .all
    }
    return types.contains(.number) ? types.union(.integer) : types
  }

  private static func listedTypes(_ schema: Schema, _ document: Document) -> TypeSet {
    guard schema.extensions.severityNode == nil else { return .all }
    return schema.keywords.reduce(.all) { types, keyword in
      switch keyword.value {
      case .values(let nodes): types.intersection(nodes.reduce([]) { $0.union(document.types(at: $1)) })
      case .value(let node): types.intersection(document.types(at: node))
      default: types
      }
    }
  }

  /// Takes the types of each schema into those written inside it for the same instance, which no reference names.
  private mutating func narrow(_ graph: SchemaGraph) {
    var uses = [Int](repeating: 0, count: graph.schemas.count)
    for keyword in graph.schemas.lazy.flatMap(\.keywords) {
      for schema in keyword.value.schemas { uses[schema.raw] += 1 }
      if case .dynamic(let target) = keyword.value, let initial = target.initial { uses[initial.raw] += 2 }
    }
    for schema in graph.dynamicAnchors.values.lazy.flatMap(\.values) { uses[schema.raw] += 2 }
    uses[graph.entry.raw] += 2
    // An inner schema comes behind the one that holds it.
    for index in graph.schemas.indices {
      for keyword in graph.schemas[index].keywords where keyword.name.isWrittenInPlace {
        for inner in keyword.value.schemas where uses[inner.raw] == 1 {
          within[inner.raw].formIntersection(within[index])
        }
      }
    }
  }
}

extension KeywordName {
  fileprivate var isWrittenInPlace: Bool {
    switch self {
    case .ref, .dynamicRef, .recursiveRef: false
    default: SchemaGraph.inPlaceKind(self) != nil
    }
  }
}

extension TypeSet {
  static let all: TypeSet = [.null, .boolean, .integer, .number, .string, .array, .object]
  static let numbers: TypeSet = [.integer, .number]

  /// `string, array`, for messages; `integer` is no news beside `number`.
  var description: String { (contains(.number) ? subtracting(.integer) : self).names.joined(separator: ", ") }
}

extension Document {
  /// The types of a value. A whole number has both number types: what an integer is depends on the draft.
  func types(at node: NodeIndex) -> TypeSet {
    switch kind(at: node) {
    case .null: .null
    case .true, .false: .boolean
    case .number: withNumber(at: node) { $0.isInteger } ? .numbers : .number
    case .string, .key: .string
    case .array: .array
    case .object: .object
    }
  }
}

extension SchemaGraph {
  /// Takes every value: `true`, `{}`, or annotations only.
  func takesAll(_ index: SchemaIndex) -> Bool {
    let schema = self[index]
    return schema.boolean ?? (schema.keywords.isEmpty && schema.customKeywords.isEmpty)
  }

  /// Takes no value: `false`, or `not` of a schema that takes every value.
  func takesNothing(_ index: SchemaIndex) -> Bool {
    if let boolean = self[index].boolean { return !boolean }
    guard case .schema(let inner) = self[index].keyword(.not)?.value else { return false }
    return takesAll(inner)
  }
}
