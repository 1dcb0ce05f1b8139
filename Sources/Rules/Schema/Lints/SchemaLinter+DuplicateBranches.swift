// `duplicate-branch`: branches that are equal as JSON, descriptions included.
extension SchemaLinter {
  mutating func lintDuplicateBranches(_ index: SchemaIndex) {
    for keyword in graph[index].keywords {
      guard keyword.name == .anyOf || keyword.name == .oneOf || keyword.name == .allOf,
        case .schemas(let branches) = keyword.value, branches.count > 1
      else { continue }
      var seen = ValueIndex(graph.document(of: graph[index]))
      for (position, branch) in branches.enumerated() where !graph.takesAll(branch) && !graph.takesNothing(branch) {
        guard spend(seen.size(of: graph[branch].node)) else { return }
        guard let first = seen.insert(graph[branch].node, tag: position) else { continue }
        let outcome = keyword.name == .oneOf ? "so that oneOf refuses what either takes" : "so that it changes nothing"
        warn(
          .duplicateBranch,
          "this branch is the same as \(keyword.name.rawValue)/\(first), \(outcome); remove it",
          at: graph[branch].place)
      }
    }
  }
}

/// Finds values of one document that are equal as JSON.
struct ValueIndex {
  private let document: Document
  private var byHash: [UInt64: [(node: NodeIndex, tag: Int)]] = [:]
  /// More values of one hash than this are values too deep to be hashed.
  private static let mostAlike = 8

  init(_ document: Document) { self.document = document }

  /// The nodes inside a value, and itself.
  func size(of node: NodeIndex) -> Int { document.view.next(node) - node }

  /// The tag of an equal value that was there before; otherwise nil, and the value is kept.
  mutating func insert(_ node: NodeIndex, tag: Int) -> Int? {
    let hash = ValueComparison.hash(node, document.view)
    let alike = byHash[hash] ?? []
    if let first = alike.prefix(Self.mostAlike).first(where: { document.isEqual(at: $0.node, to: document, at: node) })
    {
      return first.tag
    }
    byHash[hash, default: []].append((node, tag))
    return nil
  }
}
