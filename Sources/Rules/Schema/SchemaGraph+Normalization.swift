// Where `x-normalize` may stand (DESIGN 5a, "Normalize").
extension SchemaGraph {
  /// Refuses `x-normalize` that is reached only under a condition, and lists that meet at one place and differ.
  mutating func checkNormalization() {
    guard schemas.contains(where: { $0.hasExtensions && !$0.extensions.normalizers.isEmpty }) else { return }
    refuseConditional()
    refuseConflicts()
  }

  private mutating func refuseConditional() {
    let conditional = reached(through: \.isUnconditional).others
    for schema in conditional {
      guard let node = self[schema].extensions.normalizeNode.map(self[schema].place) else { continue }
      report(
        .conditionalNormalize,
        "x-normalize is reached under a condition here (anyOf, oneOf, not, if, then, else, contains, ...); "
          + "move it to the property",
        at: node)
    }
  }

  /// All schemas that apply to one instance unconditionally must agree on its normalizers.
  private mutating func refuseConflicts() {
    var seen: Set<Set<SchemaIndex>> = []
    var work: [Set<SchemaIndex>] = [closure([entry])]
    while let group = work.popLast() {
      guard seen.insert(group).inserted, seen.count < 10_000 else { continue }
      let normalizing = group.filter { !self[$0].extensions.normalizers.isEmpty }.sorted { $0.raw < $1.raw }
      if let first = normalizing.first {
        for other in normalizing.dropFirst()
        where self[other].extensions.normalizers != self[first].extensions.normalizers {
          guard let node = self[other].extensions.normalizeNode.map(self[other].place) else { continue }
          report(
            .normalizeConflict, "another schema for the same value asks for other normalizers; make the lists equal",
            at: node)
        }
      }
      work += childGroups(of: group)
    }
  }

  private func closure(_ start: [SchemaIndex]) -> Set<SchemaIndex> {
    var closed: Set<SchemaIndex> = []
    var work = start
    while let schema = work.popLast() {
      guard closed.insert(schema).inserted else { continue }
      work += inPlace(schema).filter(\.isUnconditional).map(\.schema)
    }
    return closed
  }

  /// The schemas that meet at each named property and at items. Patterns and `additionalProperties` may meet at run time
  /// too; that is the finding `normalize-conflict`.
  private func childGroups(of group: Set<SchemaIndex>) -> [Set<SchemaIndex>] {
    var named: [[UInt8]: [SchemaIndex]] = [:]
    var others: [[SchemaIndex]] = []
    var items: [SchemaIndex] = []
    for schema in group {
      for keyword in self[schema].keywords {
        switch (keyword.name, keyword.value) {
        case (.properties, .namedSchemas(let list)):
          for entry in list { named[Array(entry.name.utf8), default: []].append(entry.schema) }
        case (.patternProperties, .namedSchemas(let list)): others += list.map { [$0.schema] }
        case (.additionalProperties, .schema(let child)): others.append([child])
        case (.items, .schema(let child)), (.additionalItems, .schema(let child)): items.append(child)
        case (.prefixItems, .schemas(let list)), (.items, .schemas(let list)): others += list.map { [$0] }
        default: break
        }
      }
    }
    return (Array(named.values) + others + (items.isEmpty ? [] : [items])).map(closure)
  }
}
