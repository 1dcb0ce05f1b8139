// `unused-definition`: no reference of the file leads into it.
extension SchemaLinter {
  /// Definitions that others can name from outside are left alone: those of a file that is nothing but definitions, and
  /// those with a name of their own (`$id`, `$anchor`).
  mutating func lintDefinitions() {
    guard let root = graph.schemas.first, !root.keywords.isEmpty else { return }
    let definitions = definitions()
    if definitions.isEmpty { return }
    let used = reachedNodes(outside: definitions.map(\.value))
    let document = graph.document(.main)
    for definition in definitions where !hasName(definition.value) {
      let end = document.view.next(definition.value)
      if used.hasElement(in: definition.value..<end) { continue }
      warn(
        .unusedDefinition,
        "no reference of this file leads to \(JSONWriter.quoted(document.string(at: definition.key))); remove it, unless "
          + "other files refer to it",
        at: SourceNode(source: .main, node: definition.key))
    }
  }

  /// The members of all `$defs` and `definitions` of the rule file, in its order.
  private func definitions() -> [Document.Member] {
    let document = graph.document(.main)
    var members: [Document.Member] = []
    for schema in graph.schemas where schema.source == .main && schema.boolean == nil {
      for name in [KeywordName.defs, .definitions] where schema.resource.dialect.shapes[name] != nil {
        guard let value = document.value(of: name.rawValue, in: schema.node) else { continue }
        members += document.members(of: value)
      }
    }
    return members.sorted { $0.key < $1.key }
  }

  private func hasName(_ node: NodeIndex) -> Bool {
    ["$id", "id", "$anchor", "$dynamicAnchor"].contains { graph.document(.main).value(of: $0, in: node) != nil }
  }

  /// The nodes of all schemas that are reached from outside the definitions, in order.
  private func reachedNodes(outside definitions: [NodeIndex]) -> [NodeIndex] {
    let all = graph.schemas.indices.map(SchemaIndex.init)
    let inside = inside(definitions)
    var work = all.filter { graph[$0].source != .main || !inside[graph[$0].node] } + [graph.entry]
    work += graph.dynamicAnchors.values.flatMap(\.values)
    var reached: Set<SchemaIndex> = []
    while let schema = work.popLast() {
      guard reached.insert(schema).inserted else { continue }
      for keyword in graph[schema].keywords {
        work += keyword.value.schemas
        if case .dynamic(let target) = keyword.value, let initial = target.initial { work.append(initial) }
      }
    }
    return reached.filter { graph[$0].source == .main }.map { graph[$0].node }.sorted()
  }

  /// For each node whether it lies in a definition. O(nodes): nested definitions are passed over.
  private func inside(_ definitions: [NodeIndex]) -> [Bool] {
    let document = graph.document(.main)
    var inside = [Bool](repeating: false, count: document.nodeCount)
    var end = 0
    for start in definitions where start >= end {
      end = document.view.next(start)
      for node in start..<end { inside[node] = true }
    }
    return inside
  }
}

extension [NodeIndex] {
  /// Whether a sorted list has an element in a range. O(log n).
  fileprivate func hasElement(in range: Range<NodeIndex>) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < count && range.contains(self[low])
  }
}
