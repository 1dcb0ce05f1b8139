import Synchronization

/// All sites of a program, worked out when they are asked for and kept.
final class SiteTable: Sendable {
  let records: [SiteRecord]
  private let sources: [RuleSource]
  private let known = Mutex<[Int: Site]>([:])

  init(_ records: [SiteRecord] = [], _ sources: [RuleSource] = []) {
    self.records = records
    self.sources = sources
  }

  func keyword(_ index: SiteIndex) -> String { records[Int(index.raw)].keyword }

  func detail(_ index: SiteIndex) -> String { records[Int(index.raw)].detail }

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
    let resource = record.resourceURI.map { source.shortName($0) ?? $0 } ?? source.path
    return Site(
      keyword: record.keyword, resource: resource,
      pointer: String(whole.utf8.dropFirst(base.utf8.count)) ?? whole, base: base,
      location: RuleLocation(path: source.path, line: position.line, column: position.column),
      message: record.message, detail: record.detail)
  }
}
