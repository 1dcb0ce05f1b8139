extension FlatPattern {
  /// nil if the pattern is not regular over code points: properties are known by name only.
  init?(_ tree: PatternTree) {
    guard tree.references.isEmpty else { return nil }
    self.init(capacity: 32)
    guard append(tree.root) else { return nil }
  }

  private mutating func append(_ node: PatternNode) -> Bool {
    let first = nodes.count
    switch node {
    case .empty: append(.sequence)
    case .character(let codePoint): append(CodePointSet([codePoint...codePoint]))
    case .characters(let set):
      guard let codePoints = set.codePoints else { return false }
      append(codePoints)
    case .sequence(let children): return append(children, .sequence)
    case .disjunction(let children): return append(children, .disjunction)
    case .capture(_, let body): return append(body)
    case .repetition(let body, let count):
      guard append(body) else { return false }
      appendRepetition(over: first, count.minimum, count.maximum)
    case .start: append(Node.Kind.start)
    case .end: append(Node.Kind.end)
    case .lookaround, .backReference, .wordBoundary: return false
    }
    return true
  }

  private mutating func append(_ children: [PatternNode], _ kind: Node.Kind) -> Bool {
    let first = nodes.count
    for child in children where !append(child) { return false }
    append(kind, over: first)
    return true
  }
}
