/// The absolute URIs of schemas and keywords, each made once.
struct OutputPlaces {
  private let program: Program
  private var resources: [String: String] = [:]
  private var schemas: [BlockIndex: String] = [:]

  init(_ program: Program) { self.program = program }

  /// The schema from which evaluation starts.
  mutating func root() -> String { keyword(program.entrySite) }

  mutating func keyword(_ index: SiteIndex) -> String {
    if index == .none { return root() }
    return text(program[index], program[index].pointer)
  }

  mutating func schema(_ index: BlockIndex) -> String {
    if let known = schemas[index] { return known }
    let place = find(index)
    schemas[index] = place
    return place
  }

  /// Programs without annotations keep no site of a schema: it stands one step above any of its keywords.
  private mutating func find(_ index: BlockIndex) -> String {
    let block = program[index]
    if index == program.entry { return root() }
    if block.schemaSite != .none { return keyword(block.schemaSite) }
    let ranges = [block.any, block.strings, block.numbers, block.arrays, block.objects]
    let first = block.typeSite == .none ? ranges.lazy.flatMap(program.instructions).first?.site : block.typeSite
    guard let first, first != .none else { return root() }
    let site = program[first]
    // The schema `false` has no keyword: its site is the schema itself.
    if site.keyword == "false" { return text(site, site.pointer) }
    return text(site, String(site.pointer[..<(site.pointer.lastIndex(of: "/") ?? site.pointer.endIndex)]))
  }

  private mutating func text(_ site: Site, _ pointer: String) -> String {
    let uri = resources[site.resource] ?? AbsoluteURI.of(site.resource)
    resources[site.resource] = uri
    return uri + "#" + PercentEncoding.fragment(pointer)
  }
}
