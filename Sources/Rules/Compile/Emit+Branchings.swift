// What findings say about the branches of `anyOf` and `oneOf`.
extension Emitter {
  mutating func branching(of schemas: [SchemaIndex], _ facts: [BranchFacts]) -> Branching {
    var names: [String] = []
    names.reserveCapacity(schemas.count)
    for (schema, facts) in zip(schemas, facts) { names.append(name(schema, facts)) }
    return Branching(names: names, discriminator: discriminator(of: facts))
  }

  private static let title = KnownName("title")

  private func name(_ schema: SchemaIndex, _ facts: BranchFacts) -> String {
    for index in facts.closure {
      let (source, node) = (graph[index].source, graph[index].node)
      let document = graph.document(source)
      if let title = document.value(of: Self.title, in: node), document.kind(at: title) == .string {
        return document.string(at: title)
      }
    }
    // Behind a reference: `money` of `#/$defs/money`.
    guard let target = facts.closure.dropFirst().first.map({ graph[$0] }), target.node > 0,
      graph[schema].keyword(.ref) != nil
    else { return "" }
    return graph.document(of: target).kind(at: target.node - 1) == .key
      ? graph.document(of: target).string(at: target.node - 1) : ""
  }

  // MARK: - Discriminators

  /// Values of one branch that are told to people; more would be no help.
  private static let mostValues = 100

  private mutating func discriminator(of branches: [BranchFacts]) -> Discriminator? {
    let objects = branches.filter(\.takesObjects)
    guard objects.count > 1, let candidates = shared(objects) else { return nil }
    for candidate in candidates {
      let values = branches.map { $0.takesObjects ? $0.constants[candidate] ?? [] : [] }
      guard values.allSatisfy({ $0.count <= Self.mostValues }), areDisjoint(values) else { continue }
      return Discriminator(
        property: String(decoding: candidate, as: UTF8.self), isRequired: objects.allSatisfy { $0.requires(candidate) },
        values: values.map { constantRange($0) })
    }
    return nil
  }

  /// The properties for which all branches have fixed values. O(properties): fewer are left after each branch.
  private func shared(_ branches: [BranchFacts]) -> [[UInt8]]? {
    guard let first = branches.first else { return nil }
    let names = branches.dropFirst().reduce(Array(first.constants.keys)) { names, branch in
      names.filter { branch.constants[$0] != nil }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private mutating func constantRange(_ nodes: [SourceNode]) -> TableRange {
    var range = TableRange()
    for node in nodes {
      let added = builder.addConstants([node.node], of: graph.document(node.source))
      range = TableRange(start: range.isEmpty ? added.start : range.start, count: range.count + 1)
    }
    return range
  }

  private func areDisjoint(_ values: [[SourceNode]]) -> Bool {
    var seen: Set<[UInt8]> = []
    for node in values.joined() {
      let document = graph.document(node.source)
      guard !document.kind(at: node.node).isContainer else { return false }
      // Numbers can be written in several ways; a text that is in two branches is enough to doubt.
      guard seen.insert(Array(document.json(at: node.node).utf8)).inserted else { return false }
    }
    return true
  }
}
