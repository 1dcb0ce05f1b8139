// `contradictory-types`: no type is left of all that apply together.
extension SchemaLinter {
  mutating func lintTypes(_ index: SchemaIndex) {
    guard isContradictory(index), !graph[index].keywords.contains(where: { isContradictory($0) }) else { return }
    // The values themselves are judged where `enum` and `const` stand.
    let keyword =
      graph[index].keyword(.type) ?? graph[index].keyword(.allOf) ?? graph[index].keyword(.ref)
    guard let keyword else { return }
    let types = facts.closures[index.raw].compactMap { schema -> String? in
      guard case .types(let types) = graph[schema].keyword(.type)?.value else { return nil }
      return types.description
    }
    warn(
      .contradictoryTypes,
      "no value is valid: the types that apply together (\(types.prefix(4).joined(separator: "; "))) have none in common"
        + (facts.declared[index.raw].isEmpty ? "" : " with the values of enum and const"),
      at: keyword, of: index)
  }

  private func isContradictory(_ index: SchemaIndex) -> Bool {
    if facts.declared[index.raw].isEmpty { return true }
    let listsValues = graph[index].keyword(.enum) != nil || graph[index].keyword(.const) != nil
    return facts.types[index.raw].isEmpty && !listsValues
      && facts.closures[index.raw].allSatisfy { $0 == index || !facts.types[$0.raw].isEmpty }
  }

  /// Whether a schema further in has the contradiction already.
  private func isContradictory(_ keyword: Keyword) -> Bool {
    guard SchemaGraph.inPlaceKind(keyword.name) == .unconditional else { return false }
    return keyword.value.schemas.contains { facts.declared[$0.raw].isEmpty || facts.types[$0.raw].isEmpty }
  }
}
