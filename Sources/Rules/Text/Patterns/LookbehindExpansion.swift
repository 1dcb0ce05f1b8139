/// PCRE2 before 10.43 looks behind by a fixed number of code points, one number for each alternative.
///
/// `(?<!https?)` becomes `(?<!https|http)`: the order of the alternatives cannot be observed, since a reference into
/// such a lookbehind keeps it from being expanded.
struct LookbehindExpansion {
  /// Enough for what people write; a product of alternatives grows fast.
  static let maximumAlternatives = 64
  /// PCRE2 keeps the distance in 16 bits.
  static let maximumLength = 65_535

  let captured: Set<Int>

  /// Alternatives of fixed length that a lookbehind with `node` can have in its place, or nil.
  func alternatives(behind node: PatternNode) -> [PatternNode]? {
    alternatives(of: node) ?? alternatives(of: openAtStart(node))
  }

  /// Nobody asks where a lookbehind starts, so what is repeated there needs to come only as often as it must:
  /// `(?<=x+y)` is `(?<=xy)`.
  private func openAtStart(_ node: PatternNode) -> PatternNode {
    guard captured.isEmpty else { return node }
    switch node {
    case .repetition(let body, var count):
      count.maximum = count.minimum
      if count.minimum == 0 { return .empty }
      let rest = PatternNode.repetition(body, PatternCount(minimum: count.minimum - 1, maximum: count.minimum - 1))
      return .sequence([openAtStart(body), rest])
    case .sequence(let nodes):
      guard let first = nodes.first else { return node }
      let open = openAtStart(first)
      if case .empty = open { return openAtStart(.sequence(Array(nodes.dropFirst()))) }
      return .sequence([open] + nodes.dropFirst())
    case .disjunction(let nodes): return .disjunction(nodes.map(openAtStart))
    case .capture(_, let body): return openAtStart(body)
    default: return node
    }
  }

  /// Alternatives of fixed length that match the same, or nil.
  private func alternatives(of node: PatternNode) -> [PatternNode]? {
    if case .disjunction(let nodes) = node { return combined(nodes) }
    if Self.fixedLength(node) != nil { return [node] }
    switch node {
    case .sequence(let nodes): return product(nodes)
    case .capture(let number, let body): return captured.contains(number) ? nil : alternatives(of: body)
    case .repetition(let body, let count): return repeated(body, count)
    default: return nil
    }
  }

  private func combined(_ nodes: [PatternNode]) -> [PatternNode]? {
    var all: [PatternNode] = []
    for node in nodes {
      guard let some = alternatives(of: node) else { return nil }
      all += some
    }
    return all
  }

  private func product(_ nodes: [PatternNode]) -> [PatternNode]? {
    var rows: [[PatternNode]] = [[]]
    for node in nodes {
      // An alternation of equal lengths may stay as it is; only what varies is multiplied out.
      let choices = Self.fixedLength(node) != nil ? [node] : alternatives(of: node)
      guard let choices, rows.count * choices.count <= Self.maximumAlternatives else { return nil }
      rows = choices.flatMap { choice in rows.map { $0 + [choice] } }
    }
    // A captured group may not appear in two alternatives: its number would change.
    guard rows.count == 1 || captured.isEmpty else { return nil }
    return rows.map { .sequence($0) }
  }

  private func repeated(_ body: PatternNode, _ count: PatternCount) -> [PatternNode]? {
    if count.maximum == 0 { return [.empty] }
    guard captured.isEmpty, !count.isUnbounded, count.maximum - count.minimum < Self.maximumAlternatives else {
      return nil
    }
    if Self.fixedLength(body) != nil {
      return (count.minimum...count.maximum).reversed().map {
        .repetition(body, PatternCount(minimum: $0, maximum: $0, offset: count.offset))
      }
    }
    guard count.maximum == 1, let once = alternatives(of: body) else { return nil }
    return count.minimum == 0 ? once + [.empty] : once
  }

  /// The number of code points the node always matches, or nil.
  static func fixedLength(_ node: PatternNode) -> Int? {
    switch node {
    case .character, .characters: return 1
    case .empty, .start, .end, .wordBoundary, .lookaround: return 0
    case .backReference: return nil
    case .capture(_, let body): return fixedLength(body)
    case .sequence(let nodes):
      var total = 0
      for node in nodes {
        guard let length = fixedLength(node), total + length <= maximumLength else { return nil }
        total += length
      }
      return total
    case .disjunction(let nodes):
      guard let first = nodes.first.flatMap(fixedLength) else { return nil }
      return nodes.allSatisfy { fixedLength($0) == first } ? first : nil
    case .repetition(let body, let count):
      guard count.isFixed, let length = fixedLength(body) else { return nil }
      let (total, overflow) = length.multipliedReportingOverflow(by: count.maximum)
      return overflow || total > maximumLength ? nil : total
    }
  }
}
