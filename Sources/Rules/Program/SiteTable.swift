import Synchronization

/// All sites of a program, worked out when they are asked for and kept.
final class SiteTable: Sendable {
  let records: [SiteRecord]
  private let uris: [String]
  private let sources: [RuleSource]
  private let known = Mutex<[Int: Site]>([:])

  /// - Parameter uris: of resources.
  init(_ records: [SiteRecord] = [], uris: [String] = [], _ sources: [RuleSource] = []) {
    self.records = records
    self.uris = uris
    self.sources = sources
  }

  /// Empty for the schema itself.
  func keyword(_ index: SiteIndex) -> String { keyword(records[Int(index.raw)]) }

  func detail(_ index: SiteIndex) -> String { detail(records[Int(index.raw)]) }

  private func keyword(_ record: SiteRecord) -> String {
    switch record.subject {
    case .keyword: sources[record.source].document.string(at: record.node)
    case .schema: ""
    case .falseSchema: "false"
    }
  }

  private func detail(_ record: SiteRecord) -> String {
    switch record.detail {
    case .none: ""
    case .text(let text): text
    case .count(let count): String(count)
    case .content(let node): sources[record.source].document.string(at: node)
    }
  }

  /// O(nodes of the rule file) when a site is read for the first time.
  func site(_ index: SiteIndex) -> Site {
    known.withLock { known in
      if let site = known[Int(index.raw)] { return site }
      let site = read(records[Int(index.raw)])
      known[Int(index.raw)] = site
      return site
    }
  }

  private func read(_ record: SiteRecord) -> Site {
    let source = sources[record.source]
    let base = source.document.pointer(to: record.resourceNode)
    let whole = source.document.pointer(to: record.node)
    let position = source.positions.position(at: source.document.startOffset(of: record.node))
    let resource = record.resourceURI.map { source.shortName(uris[$0]) ?? uris[$0] } ?? source.path
    let pointer = String(whole.utf8.dropFirst(base.utf8.count)) ?? whole
    return Site(
      keyword: keyword(record), resource: resource, pointer: pointer,
      place: resource + "#" + PercentEncoding.fragment(pointer), base: base,
      location: RuleLocation(path: source.path, line: position.line, column: position.column),
      message: record.message, detail: detail(record))
  }
}
