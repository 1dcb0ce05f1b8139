/// What holds for every value that satisfies a branch of an `anyOf` or `oneOf`.
struct BranchFacts {
  /// The schemas that hold for the instance whenever the branch does.
  let closure: [SchemaIndex]
  /// The kinds that it may be of, one bit a ``NodeKind``.
  let kinds: UInt16
  /// The values of properties that have fixed ones, where they are present; by the bytes of their names.
  let constants: [[UInt8]: [SourceNode]]
  /// The names that it must have, a list for each `required`.
  let required: [[String]]

  var takesObjects: Bool { kinds & Block.bit(.object) != 0 }

  func requires(_ name: [UInt8]) -> Bool {
    required.contains { $0.contains { $0.utf8.elementsEqual(name) } }
  }
}

/// What was found of schemas so far, so that those which many branches share are looked at once.
struct KnownFacts {
  fileprivate var kinds = BySchema<UInt16>()
  fileprivate var constants = BySchema<[[UInt8]: [SourceNode]]>()
  /// The defaults that annotate a property with that schema.
  var defaults = BySchema<TableRange>()
}

/// What is known of some schemas.
struct BySchema<Value> {
  private var values: [Value?] = []

  subscript(_ schema: SchemaIndex) -> Value? {
    get { schema.raw < values.count ? values[schema.raw] : nil }
    set {
      if schema.raw >= values.count {
        values.append(contentsOf: repeatElement(nil, count: max(schema.raw + 1 - values.count, values.count)))
      }
      values[schema.raw] = newValue
    }
  }
}

extension Emitter {
  mutating func facts(of branches: [SchemaIndex]) -> [BranchFacts] { branches.map { facts(of: $0) } }

  private mutating func facts(of branch: SchemaIndex) -> BranchFacts {
    let closure = closure(branch)
    return BranchFacts(
      closure: closure, kinds: kinds(of: branch), constants: constants(of: closure),
      required: closure.compactMap { schema in
        guard graph[schema].families.contains(.objects),
          case .names(let names)? = graph[schema].keyword(.required)?.value
        else { return nil }
        return names
      })
  }

  /// More schemas than that in one branch are not looked at: less is known, and what is known still holds.
  private static let largestClosure = 64

  private func closure(_ start: SchemaIndex) -> [SchemaIndex] {
    var work = graph.unconditional(start)
    if work.isEmpty { return [start] }
    var found = [start]
    var seen: Set<SchemaIndex> = [start]
    while let next = work.popLast(), found.count < Self.largestClosure {
      guard seen.insert(next).inserted else { continue }
      found.append(next)
      work += graph.unconditional(next)
    }
    return found
  }

  // MARK: - Kinds

  /// Schemas inside schemas for one value that are followed, so that the native stack has an end.
  private static let deepestKinds = 32

  /// The kinds of value that a schema may take. O(schemas), each once.
  private mutating func kinds(of index: SchemaIndex, depth: Int = 0) -> UInt16 {
    if let known = known.kinds[index] { return known }
    guard depth < Self.deepestKinds else { return Block.allKinds }
    let schema = graph[index]
    var kinds = schema.boolean == false ? 0 : Block.allKinds
    for keyword in schema.keywords {
      switch (keyword.name, keyword.value) {
      case (.type, .types(let types)): kinds &= Self.kinds(of: types)
      case (.const, .value(let node)): kinds &= self.kinds(ofValues: [node], schema)
      case (.enum, .values(let nodes)): kinds &= self.kinds(ofValues: nodes, schema)
      case (.ref, .schema(let target)): kinds &= self.kinds(of: target, depth: depth + 1)
      case (.allOf, .schemas(let all)):
        for part in all { kinds &= self.kinds(of: part, depth: depth + 1) }
      case (.anyOf, .schemas(let any)), (.oneOf, .schemas(let any)):
        var union: UInt16 = 0
        for branch in any { union |= self.kinds(of: branch, depth: depth + 1) }
        kinds &= union
      default: continue
      }
    }
    known.kinds[index] = kinds
    return kinds
  }

  private func kinds(ofValues nodes: [NodeIndex], _ schema: Schema) -> UInt16 {
    let document = graph.document(of: schema)
    return nodes.reduce(0) { kinds, node in
      let kind = document.kind(at: node)
      return kinds | Block.bit(kind) | (kind == .string ? Block.bit(.key) : 0)
    }
  }

  // MARK: - Values of properties

  private mutating func constants(of closure: [SchemaIndex]) -> [[UInt8]: [SourceNode]] {
    var all: [[UInt8]: [SourceNode]] = [:]
    for schema in closure {
      let own = constants(of: schema)
      if all.isEmpty { all = own } else { all.merge(own) { first, _ in first } }
    }
    return all
  }

  private mutating func constants(of index: SchemaIndex) -> [[UInt8]: [SourceNode]] {
    guard graph[index].families.contains(.objects) else { return [:] }
    if let known = known.constants[index] { return known }
    var found: [[UInt8]: [SourceNode]] = [:]
    if case .namedSchemas(let named)? = graph[index].keyword(.properties)?.value {
      for property in named {
        guard graph[property.schema].families.contains(.values) else { continue }
        let values = values(of: graph[property.schema])
        if !values.isEmpty { found[Array(property.name.utf8)] = values }
      }
    }
    known.constants[index] = found
    return found
  }

  private func values(of schema: Schema) -> [SourceNode] {
    switch (schema.keyword(.const)?.value, schema.keyword(.enum)?.value) {
    case (.value(let node)?, _): [schema.place(node)]
    case (_, .values(let nodes)?): nodes.map(schema.place)
    default: []
    }
  }
}
