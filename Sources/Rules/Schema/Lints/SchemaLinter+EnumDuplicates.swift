// `duplicate-enum-value`: elements of `enum` should be unique (2020-12 validation, 6.1.2), numbers by value.
extension SchemaLinter {
  mutating func lintEnumDuplicates(_ index: SchemaIndex) {
    guard let keyword = graph[index].keyword(.enum), case .values(let nodes) = keyword.value else { return }
    let document = graph.document(of: graph[index])
    var seen = ValueIndex(document)
    for (position, node) in nodes.enumerated() {
      guard spend(seen.size(of: node)) else { return }
      guard let first = seen.insert(node, tag: position) else { continue }
      warn(
        .duplicateEnumValue, "\(document.preview(at: node)) is listed already, as enum/\(first); remove one",
        at: graph[index].place(node))
    }
  }
}
