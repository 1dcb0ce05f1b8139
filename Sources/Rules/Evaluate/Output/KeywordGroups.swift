/// What one keyword of a schema did with one value.
struct KeywordGroup {
  let site: SiteIndex
  let keyword: String
  var errors: [Failure] = []
  /// Members and items that it does not allow.
  var refused: [Failure] = []
  var annotation: TraceAnnotation?
  /// The schemas that it applied.
  var units: [Int] = []

  init(_ site: SiteIndex, _ program: Program) {
    self.site = site
    keyword = program[site].keyword
  }

  /// These ask how their schemas fare, and decide for themselves.
  private var decides: Bool { ["anyOf", "oneOf", "not", "if", "contains"].contains(keyword) }

  func isValid(_ trace: OutputTrace) -> Bool {
    if !errors.isEmpty || !refused.isEmpty { return false }
    return decides || units.allSatisfy { trace.units[$0].outcome == .valid }
  }

  /// Whether the schemas that are not valid are why the keyword is not: not for `not`, nor where too many match.
  func explains(_ trace: OutputTrace) -> Bool {
    if keyword == "not" || keyword == "if" { return false }
    return !errors.contains { failure in
      if case .matched = failure.detail { true } else { false }
    }
  }
}

/// The keywords of one unit.
struct KeywordGroups {
  private let trace: OutputTrace
  private var groups: [KeywordGroup] = []
  private var positions: [SiteIndex: Int] = [:]

  init(_ trace: OutputTrace, _ index: Int) {
    self.trace = trace
    let unit = trace.units[index]
    for failure in unit.failures where failure.site != .none && trace.program[failure.site].keyword != "false" {
      let position = position(failure.site)
      if trace.isOwn(failure, unit) {
        groups[position].errors.append(failure)
      } else {
        groups[position].refused.append(failure)
      }
    }
    for annotation in unit.annotations where trace.showsAnnotations {
      groups[position(annotation.site)].annotation = annotation
    }
    for child in trace.children(of: index) {
      guard let site = trace.units[child].entry?.site, site != .none else { continue }
      groups[position(site)].units.append(child)
    }
  }

  /// Keywords that have nothing to tell.
  mutating func add(_ sites: [SiteIndex]) {
    for site in sites { _ = position(site) }
  }

  /// In the order of the rule file.
  var ordered: [KeywordGroup] {
    trace.program.ordered(groups.map(\.site)).compactMap { positions[$0].map { groups[$0] } }
  }

  private mutating func position(_ site: SiteIndex) -> Int {
    if let known = positions[site] { return known }
    positions[site] = groups.count
    groups.append(KeywordGroup(site, trace.program))
    return groups.count - 1
  }
}
