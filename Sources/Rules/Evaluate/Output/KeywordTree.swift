/// The nodes of 2019-09's and 2020-12's structures, made level by level while they are written.
struct KeywordTree {
  enum Part {
    /// Why a document is not valid: a branch that failed in an `anyOf` that did not is no reason.
    case errors
    /// What is said about a valid document (2020-12 core, 7.7.1.2).
    case annotations
    case everything
  }

  let trace: OutputTrace
  let part: Part
  /// Units with annotations that hold, or with such units in them.
  private var annotated: [Bool] = []
  private var listings: [Listing: [SiteIndex]] = [:]

  private struct Listing: Hashable {
    let block: BlockIndex
    let kind: UInt8
  }

  init(_ trace: OutputTrace, _ part: Part) {
    self.trace = trace
    self.part = part
    if part == .annotations { markAnnotated() }
  }

  private mutating func markAnnotated() {
    annotated = trace.units.map { trace.showsAnnotations && !$0.annotations.isEmpty }
    for index in trace.units.indices.reversed() {
      guard annotated[index], let parent = trace.units[index].parent, holds(index) else { continue }
      annotated[parent] = true
    }
  }

  /// Below `not` no annotation holds, and a property's name is no value of the document that one could annotate.
  private func holds(_ index: Int) -> Bool {
    guard let entry = trace.units[index].entry, trace.units[index].outcome == .valid else { return false }
    return entry.site == .none || !["not", "propertyNames"].contains(trace.program[entry.site].keyword)
  }

  func root() -> OutputNode {
    var node = OutputNode(
      place: .schema(trace.program.entry), instance: Document.root, isValid: trace.isValid, text: trace.rootError)
    if !trace.units.isEmpty {
      node.errors = part == .annotations ? [] : schemaErrors(trace.units[0])
      node.content = .keywords(0)
    }
    return node
  }

  /// What is in a node; with `folded`, nodes that only lead to one other are replaced by it (2020-12 core, 12.4.3).
  mutating func children(of node: OutputNode, folded: Bool) -> [OutputNode] {
    let direct = node.children ?? directChildren(of: node)
    return folded ? direct.map { fold($0) } : direct
  }

  private mutating func fold(_ node: OutputNode) -> OutputNode {
    var node = node
    var step = node.step
    while !node.speaks {
      let children = directChildren(of: node)
      guard children.count == 1 else {
        node.children = children
        break
      }
      node = children[0]
      step += node.step
    }
    node.step = step
    return node
  }

  private mutating func directChildren(of node: OutputNode) -> [OutputNode] {
    switch node.content {
    case .none: []
    case .keywords(let unit): keywords(of: unit)
    case .applied(let units, let refused): units.map(schema) + refused.map(refusal)
    }
  }

  // MARK: - Schemas

  private func schema(_ index: Int) -> OutputNode {
    let unit = trace.units[index]
    return OutputNode(
      step: unit.entry.map { trace.program.pointer(of: $0.step, trace.document) } ?? "", place: .schema(unit.block),
      instance: unit.node, isValid: unit.outcome == .valid, errors: part == .annotations ? [] : schemaErrors(unit),
      content: .keywords(index))
  }

  /// The schema `false`, and budgets that ran out before any keyword was looked at.
  private func schemaErrors(_ unit: TraceUnit) -> [Failure] {
    unit.failures.filter { $0.site == .none || trace.program[$0.site].keyword == "false" }
  }

  /// The schema `false` on a member or item that must not be there.
  private func refusal(_ failure: Failure) -> OutputNode {
    OutputNode(place: .keyword(failure.site), instance: failure.node, isValid: false, errors: [failure])
  }

  // MARK: - Keywords

  private mutating func keywords(of index: Int) -> [OutputNode] {
    var groups = KeywordGroups(trace, index)
    if part == .everything { groups.add(listing(trace.units[index])) }
    return groups.ordered.compactMap { keyword($0, of: index) }
  }

  private mutating func listing(_ unit: TraceUnit) -> [SiteIndex] {
    let kind = trace.document.kind(at: unit.node)
    let key = Listing(block: unit.block, kind: UInt8(truncatingIfNeeded: kind.rawValue))
    if let known = listings[key] { return known }
    let sites = trace.program.keywords(of: unit.block, for: kind)
    listings[key] = sites
    return sites
  }

  private func keyword(_ group: KeywordGroup, of index: Int) -> OutputNode? {
    let isValid = group.isValid(trace)
    let units: [Int]
    switch part {
    case .everything: units = group.units
    case .errors:
      if isValid { return nil }
      units = group.explains(trace) ? group.units.filter { trace.units[$0].outcome != .valid } : []
    case .annotations:
      units = group.units.filter { annotated[$0] && holds($0) }
      if units.isEmpty && group.annotation == nil { return nil }
    }
    return OutputNode(
      step: trace.step(group.site), place: .keyword(group.site), instance: trace.units[index].node, isValid: isValid,
      errors: part == .annotations ? [] : group.errors, annotation: part == .errors ? nil : group.annotation,
      content: .applied(units, refused: part == .annotations ? [] : group.refused))
  }
}
