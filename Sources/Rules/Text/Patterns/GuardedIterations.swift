/// Rewrites repetitions that PCRE2 would end with an empty iteration, where ECMA-262 has none: an iteration that is not
/// required fails if it matches empty (22.2.2.3.1, step 2.b), and what an earlier one captured stays.
///
/// `(a?)*` becomes `(?:(?=(.*))(a?)(?!\h\z))*`, the first group being `h`: at the end of an iteration the rest of the text
/// must differ from what it was at its start. A first iteration that is required may be empty, so `(a?)+` also keeps the
/// rest in front of the loop and lets an iteration end there. Inside lookaround this would not do, as the order of
/// attempts shows there.
struct GuardedIterations {
  /// Room between the numbers of two groups, for the helpers that open in between: two for each level of nesting.
  private static let scale = 1_024

  private var references: [PatternReference]
  private var level = 0

  static func rewritten(_ tree: PatternTree) -> PatternTree {
    var rewriter = GuardedIterations(tree)
    let root = rewriter.rewritten(tree.root)
    return PatternTree(root: root, captureCount: tree.captureCount, references: rewriter.references)
  }

  private init(_ tree: PatternTree) {
    references = tree.references.map { reference in
      var scaled = reference
      scaled.groups = reference.groups.map { $0 * Self.scale }
      return scaled
    }
  }

  private mutating func rewritten(_ node: PatternNode) -> PatternNode {
    switch node {
    case .sequence(let nodes): return .sequence(nodes.map { rewritten($0) })
    case .disjunction(let nodes): return .disjunction(nodes.map { rewritten($0) })
    case .capture(let number, let body): return .capture(number * Self.scale, rewritten(body))
    case .lookaround(let body, let lookaround): return .lookaround(Self.renumbered(body), lookaround)
    case .repetition(let body, let count):
      guard body.canBeEmpty, !count.isFixed, count.maximum > 1, count.minimum < 2, let first = body.firstCapture else {
        return .repetition(rewritten(body), count)
      }
      return guarded(body, count, before: first)
    default: return node
    }
  }

  private mutating func guarded(_ body: PatternNode, _ count: PatternCount, before first: Int) -> PatternNode {
    level += 1
    defer { level -= 1 }
    let loop = (first - 1) * Self.scale + 2 * level
    var end = rest(is: loop + 1, isNegated: true, count)
    if count.minimum == 1 { end = .disjunction([end, rest(is: loop, isNegated: false, count)]) }
    var guarded = count
    guarded.isGuarded = true
    let iteration = PatternNode.sequence([Self.keepRest(as: loop + 1), rewritten(body), end])
    let repetition = PatternNode.repetition(iteration, guarded)
    return count.minimum == 1 ? .sequence([Self.keepRest(as: loop), repetition]) : repetition
  }

  private static func keepRest(as group: Int) -> PatternNode {
    let anything = PatternNode.characters(PatternClass(isNegated: true))
    let rest = PatternNode.repetition(anything, PatternCount(minimum: 0, maximum: .max))
    return .lookaround(.capture(group, rest), PatternLookaround(looksBehind: false, isNegated: false, offset: 0))
  }

  private mutating func rest(is group: Int, isNegated: Bool, _ count: PatternCount) -> PatternNode {
    references.append(PatternReference(groups: [group], offset: count.offset))
    return .lookaround(
      .sequence([.backReference(references.count - 1), .end]),
      PatternLookaround(looksBehind: false, isNegated: isNegated, offset: count.offset))
  }

  private static func renumbered(_ node: PatternNode) -> PatternNode {
    switch node {
    case .sequence(let nodes): .sequence(nodes.map(renumbered))
    case .disjunction(let nodes): .disjunction(nodes.map(renumbered))
    case .capture(let number, let body): .capture(number * scale, renumbered(body))
    case .lookaround(let body, let lookaround): .lookaround(renumbered(body), lookaround)
    case .repetition(let body, let count): .repetition(renumbered(body), count)
    default: node
    }
  }
}

extension PatternNode {
  fileprivate var canBeEmpty: Bool {
    switch self {
    case .character, .characters: false
    case .sequence(let nodes): nodes.allSatisfy(\.canBeEmpty)
    case .disjunction(let nodes): nodes.contains(where: \.canBeEmpty)
    case .capture(_, let body): body.canBeEmpty
    case .repetition(let body, let count): count.minimum == 0 || body.canBeEmpty
    default: true
    }
  }

  /// The number of the first capturing group inside.
  fileprivate var firstCapture: Int? {
    switch self {
    case .capture(let number, _): number
    case .sequence(let nodes), .disjunction(let nodes): nodes.lazy.compactMap(\.firstCapture).first
    case .repetition(let body, _), .lookaround(let body, _): body.firstCapture
    default: nil
    }
  }
}
