// `forbidden-required`: a property that must be there and must not.
extension SchemaLinter {
  mutating func lintRequired(_ index: SchemaIndex) {
    let closure = facts.closures[index.raw]
    guard closure.contains(where: { graph[$0].keyword(.required) != nil }) else { return }
    for forbidding in closure where forbids(forbidding) {
      let names = NamedRoom(graph[forbidding], graph)
      for requiring in closure where index == requiring || index == forbidding {
        guard let keyword = graph[requiring].keyword(.required), case .names(let required) = keyword.value else {
          continue
        }
        guard spend(required.count + names.size) else { return }
        let nodes = namedNodes(keyword, of: requiring)
        for name in required where !graph.isFull {
          guard let refusing = names.whatForbids(name) else { continue }
          report(name, at: nodes[Array(name.utf8)] ?? keyword.node, refusing, forbidding, requiring)
        }
      }
    }
  }

  /// Where each name of `required` stands. `uniqueItems` is no more than its metaschema's wish.
  private func namedNodes(_ required: Keyword, of schema: SchemaIndex) -> [[UInt8]: NodeIndex] {
    let document = graph.document(of: graph[schema])
    let items = document.items(of: required.node + 1).map { (document.bytes(at: $0), $0) }
    return Dictionary(items) { first, _ in first }
  }

  private func forbids(_ index: SchemaIndex) -> Bool {
    graph[index].keywords.contains { keyword in
      switch keyword.name {
      case .properties: keyword.value.schemas.contains { graph.takesNothing($0) }
      case .additionalProperties: keyword.value.schemas.contains { graph.takesNothing($0) }
      default: false
      }
    }
  }

  private mutating func report(
    _ name: String, at node: NodeIndex, _ keyword: KeywordName, _ forbidding: SchemaIndex, _ requiring: SchemaIndex
  ) {
    let place = forbidding == requiring ? "" : " (in \(self.name(forbidding)))"
    warn(
      .forbiddenRequired,
      "\(JSONWriter.quoted(name)) is required here and forbidden by \(keyword.rawValue)\(place), so that no object is valid; "
        + (keyword == .properties ? "take it out of one of them" : "name it in properties there"),
      at: graph[requiring].place(node))
  }
}

/// The names that an object may have, as one schema has it.
private struct NamedRoom {
  private var named: [[UInt8]: Bool] = [:]
  private let isClosed: Bool
  private var patterns: [Pattern] = []
  private var hasUnknownPattern = false
  private let scratch = PatternScratch()
  private static let mostSteps = 10_000

  init(_ schema: Schema, _ graph: SchemaGraph) {
    isClosed = schema.keyword(.additionalProperties)?.value.schemas.contains { graph.takesNothing($0) } ?? false
    if case .namedSchemas(let list) = schema.keyword(.properties)?.value {
      for entry in list { named[Array(entry.name.utf8)] = graph.takesNothing(entry.schema) }
    }
    guard isClosed, case .namedSchemas(let list) = schema.keyword(.patternProperties)?.value else { return }
    for entry in list {
      do {
        patterns.append(try Pattern(entry.name))
      } catch {
        hasUnknownPattern = true
      }
    }
  }

  var size: Int { named.count + patterns.count }

  func whatForbids(_ name: String) -> KeywordName? {
    if let isForbidden = named[Array(name.utf8)] { return isForbidden ? .properties : nil }
    guard isClosed, !hasUnknownPattern else { return nil }
    let isFree = patterns.contains { $0.matches(name, scratch: scratch, steps: Self.mostSteps) != .mismatch }
    return isFree ? nil : .additionalProperties
  }
}
