// `later-format`: a format that a later draft brought. Assay checks it all the same.
extension SchemaLinter {
  mutating func lintFormat(_ index: SchemaIndex) {
    let schema = graph[index]
    guard let keyword = schema.keyword(.format), case .text(let name) = keyword.value, library.formats[name] == nil,
      let format = Format(name: name), let first = Format.drafts.firstIndex(of: format.firstDraft),
      let draft = Draft(rawValue: first), draft > schema.draft
    else { return }
    warn(
      .laterFormat,
      "the format \(name) exists from \(draft.name) on; Assay checks it, but other validators of \(schema.draft.name) may not: "
        + "add a pattern, or use a newer $schema",
      at: schema.place(keyword.node + 1))
  }
}
