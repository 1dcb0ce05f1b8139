// What findings say about the branches of `anyOf` and `oneOf`.
extension Emitter {
  mutating func branching(of schemas: [SchemaIndex]) -> Branching {
    let branches = schemas.map(closure)
    return Branching(names: zip(schemas, branches).map(name), discriminator: discriminator(of: branches))
  }

  /// More schemas than that in one branch are not looked at: the answer is only for people.
  private static let largestClosure = 64

  /// The schemas that hold for the instance whenever a branch does.
  private func closure(_ start: SchemaIndex) -> [Schema] {
    var found: [Schema] = []
    var seen: Set<SchemaIndex> = []
    var work = [start]
    while let next = work.popLast(), found.count < Self.largestClosure {
      guard seen.insert(next).inserted else { continue }
      found.append(graph[next])
      work += graph.inPlace(next).filter(\.isUnconditional).map(\.schema)
    }
    return found
  }

  private func name(_ schema: SchemaIndex, _ closure: [Schema]) -> String {
    for schema in closure {
      let document = graph.document(of: schema)
      if let title = document.value(of: "title", in: schema.node), document.kind(at: title) == .string {
        return document.string(at: title)
      }
    }
    // Behind a reference: `money` of `#/$defs/money`.
    guard let target = closure.dropFirst().first, target.node > 0, graph[schema].keyword(.ref) != nil else { return "" }
    return graph.document(of: target).kind(at: target.node - 1) == .key
      ? graph.document(of: target).string(at: target.node - 1) : ""
  }

  // MARK: - Discriminators

  private mutating func discriminator(of branches: [[Schema]]) -> Discriminator? {
    let objects = branches.filter { !$0.contains(where: Self.excludesObjects) }
    guard objects.count > 1, let first = objects.first else { return nil }
    for candidate in constants(first).keys.sorted() {
      let values = branches.map { constants($0)[candidate] ?? [] }
      guard zip(branches, values).allSatisfy({ $0.contains(where: Self.excludesObjects) || !$1.isEmpty }),
        areDisjoint(values)
      else { continue }
      let isRequired = objects.allSatisfy { $0.contains { Self.requires($0, candidate) } }
      return Discriminator(
        property: candidate, isRequired: isRequired,
        values: zip(branches, values).map { branch, nodes in
          branch.contains(where: Self.excludesObjects) ? TableRange() : constantRange(nodes)
        })
    }
    return nil
  }

  private mutating func constantRange(_ nodes: [SourceNode]) -> TableRange {
    var range = TableRange()
    for node in nodes {
      let added = builder.addConstants([node.node], of: graph.document(node.source))
      range = TableRange(start: range.isEmpty ? added.start : range.start, count: range.count + 1)
    }
    return range
  }

  private static func excludesObjects(_ schema: Schema) -> Bool {
    guard case .types(let types)? = schema.keyword(.type)?.value else { return false }
    return !types.contains(.object)
  }

  private static func requires(_ schema: Schema, _ name: String) -> Bool {
    guard case .names(let names)? = schema.keyword(.required)?.value else { return false }
    return names.contains { $0.utf8.elementsEqual(name.utf8) }
  }

  /// The properties of a branch that have fixed values.
  private func constants(_ branch: [Schema]) -> [String: [SourceNode]] {
    var found: [String: [SourceNode]] = [:]
    for schema in branch {
      guard case .namedSchemas(let named)? = schema.keyword(.properties)?.value else { continue }
      for property in named {
        let values = values(of: graph[property.schema])
        if !values.isEmpty { found[property.name] = values }
      }
    }
    return found
  }

  private func values(of schema: Schema) -> [SourceNode] {
    switch (schema.keyword(.const)?.value, schema.keyword(.enum)?.value) {
    case (.value(let node)?, _): [schema.place(node)]
    case (_, .values(let nodes)?): nodes.count > 100 ? [] : nodes.map(schema.place)
    default: []
    }
  }

  private func areDisjoint(_ values: [[SourceNode]]) -> Bool {
    var seen: Set<String> = []
    for node in values.joined() {
      let document = graph.document(node.source)
      guard !document.kind(at: node.node).isContainer else { return false }
      // Numbers can be written in several ways; a text that is in two branches is enough to doubt.
      guard seen.insert(document.json(at: node.node)).inserted else { return false }
    }
    return true
  }
}
