// `overlapping-branches`: values that two branches of `oneOf` take. Only branches that are nothing but types and values are
// compared: there it is certain.
extension SchemaLinter {
  mutating func lintOverlaps(_ index: SchemaIndex) {
    guard let keyword = graph[index].keyword(.oneOf), case .schemas(let branches) = keyword.value else { return }
    let document = graph.document(of: graph[index])
    var taken = TakenValues(document)
    // Types first: a value of a type that is taken meets it whatever comes first in the file.
    for (position, branch) in branches.enumerated() {
      guard let types = bareTypes(branch) else { continue }
      let both = taken.overlap(types.intersection(facts.within[index.raw]), position)
      guard let both, !isSame(branch, branches[both.position]) else { continue }
      tell("values of type \(both.types.description)", branch, both.position)
    }
    for (position, branch) in branches.enumerated() {
      guard let values = bareValues(branch) else { continue }
      for value in values {
        guard spend(taken.size(of: value)) else { return }
        guard let other = taken.overlap(value, position), other != position else { continue }
        if !isSame(branch, branches[other]) { tell(document.preview(at: value), branch, other) }
        break
      }
    }
  }

  private mutating func tell(_ what: String, _ branch: SchemaIndex, _ other: Int) {
    warn(
      .overlappingBranches,
      "oneOf/\(other) takes \(what) as well, so that oneOf refuses it; use anyOf, or narrow one branch",
      at: graph[branch].place)
  }

  /// Equal branches are told as such.
  private func isSame(_ branch: SchemaIndex, _ other: SchemaIndex) -> Bool {
    let document = graph.document(of: graph[branch])
    return document.isEqual(at: graph[branch].node, to: document, at: graph[other].node)
  }

  private func bareTypes(_ branch: SchemaIndex) -> TypeSet? {
    let schema = graph[branch]
    guard schema.keywords.count == 1, schema.customKeywords.isEmpty, case .types(let types) = schema.keywords[0].value
    else {
      return nil
    }
    return types.contains(.number) ? types.union(.integer) : types
  }

  /// The values of `enum` or `const` that the `type` beside it takes.
  private func bareValues(_ branch: SchemaIndex) -> [NodeIndex]? {
    let schema = graph[branch]
    let lists = schema.keywords.filter { $0.name != .type }
    guard lists.count == 1, schema.customKeywords.isEmpty else { return nil }
    let document = graph.document(of: schema)
    let left = facts.declared[branch.raw]
    switch lists[0].value {
    case .values(let nodes): return nodes.filter { !document.types(at: $0).isDisjoint(with: left) }
    case .value(let node): return document.types(at: node).isDisjoint(with: left) ? nil : [node]
    default: return nil
    }
  }
}

/// What the branches of one `oneOf` take, as far as it is plain.
private struct TakenValues {
  private let document: Document
  private var types: [(type: TypeSet, position: Int)] = []
  private var values: ValueIndex

  init(_ document: Document) {
    self.document = document
    values = ValueIndex(document)
  }

  func size(of node: NodeIndex) -> Int { values.size(of: node) }

  /// The types that an earlier branch has taken, and that branch.
  mutating func overlap(_ new: TypeSet, _ position: Int) -> (types: TypeSet, position: Int)? {
    let first = types.first { !$0.type.isDisjoint(with: new) }
    let known = types.reduce(into: TypeSet()) { $0.formUnion($1.type) }
    // Seven types at most: the list stays short.
    if !new.isSubset(of: known) { types.append((new.subtracting(known), position)) }
    return first.map { ($0.type.intersection(new), $0.position) }
  }

  /// The branch that takes a value already.
  mutating func overlap(_ value: NodeIndex, _ position: Int) -> Int? {
    let own = document.types(at: value)
    if let known = types.first(where: { own.isSubset(of: $0.type) }) { return known.position }
    return values.insert(value, tag: position)
  }
}
