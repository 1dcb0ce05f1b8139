// `contentEncoding` and `contentMediaType`: annotations, which draft 7 lets a validator assert (validation, 8.2).
extension Emitter {
  mutating func emitContent(_ code: inout BlockCode) {
    guard code.schema.draft == .draft7, options.formats != .annotate else { return }
    var content: Content = []
    var site = SiteIndex.none
    for keyword in code.schema.keywords {
      guard case .text(let value) = keyword.value else { continue }
      switch (keyword.name, value) {
      case (.contentEncoding, "base64"): content.insert(.base64)
      case (.contentMediaType, "application/json"): content.insert(.json)
      default: continue
      }
      site = self.site(keyword, code.schema, detail: .text(value))
    }
    guard !content.isEmpty else { return }
    let rank = rank(content.contains(.json) ? .contentMediaType : .contentEncoding, code.schema)
    code.strings.append(Instruction(.content, rank: rank, site: site, a: content.rawValue))
  }
}
