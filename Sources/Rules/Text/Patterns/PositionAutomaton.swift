/// A pattern as its places that read a character, and which may follow which: Glushkov's automaton, with the number of
/// ways from one place to the next, for each is a way that a backtracking matcher tries.
///
/// Back references and boundaries read nothing here, and what a lookahead reads leads nowhere: what is found is tried on
/// PCRE2 before anybody hears of it. Counts above `maximumCopies` are loops: what doubles so often never ends.
struct PositionAutomaton {
  /// More are not analysed.
  static let maximumPositions = 300
  private static let maximumCopies = 32

  /// By position, what it reads.
  private(set) var classes: [PatternClass] = []
  /// By position, the offsets of the quantifiers around it, the outermost first.
  private(set) var loops: [[Int]] = []
  /// By position, the next ones and the number of ways there, 2 standing for more.
  private(set) var follow: [[Int: Int]] = []
  private(set) var first: [Int: Int] = [:]
  private var openLoops: [Int] = []
  /// Nodes left to be looked at, some of them again and again.
  private var fuel = 20_000

  /// nil if the pattern is too large.
  init?(_ tree: PatternTree) {
    guard let whole = fragment(tree.root) else { return nil }
    first = whole.first
  }

  /// What a part of the pattern starts and ends with, and the number of ways to match empty.
  private struct Fragment {
    var first: [Int: Int] = [:]
    var last: [Int: Int] = [:]
    var empty = 1

    func then(_ next: Fragment) -> Fragment {
      Fragment(
        first: first.adding(next.first, ways: empty), last: next.last.adding(last, ways: next.empty),
        empty: min(empty * next.empty, 2))
    }

    func or(_ other: Fragment) -> Fragment {
      Fragment(
        first: first.adding(other.first, ways: 1), last: last.adding(other.last, ways: 1),
        empty: min(empty + other.empty, 2))
    }
  }
}

extension PositionAutomaton {
  private mutating func fragment(_ node: PatternNode) -> Fragment? {
    fuel -= 1
    guard fuel > 0 else { return nil }
    switch node {
    case .empty, .start, .end, .wordBoundary, .backReference: return Fragment()
    case .character(let codePoint): return read(PatternClass(set: CodePointSet([codePoint...codePoint])))
    case .characters(let set): return read(set)
    case .capture(_, let body): return fragment(body)
    case .sequence(let nodes): return sequence(nodes)
    case .disjunction(let nodes): return disjunction(nodes)
    case .repetition(let body, let count): return repetition(body, count)
    case .lookaround(let body, let lookaround):
      // PCRE2 looks behind by a fixed length, where nothing repeats.
      guard !lookaround.looksBehind else { return Fragment() }
      return fragment(body).map { Fragment(first: $0.first) }
    }
  }

  private mutating func read(_ set: PatternClass) -> Fragment? {
    guard classes.count < Self.maximumPositions else { return nil }
    classes.append(set)
    loops.append(openLoops)
    follow.append([:])
    let position = classes.count - 1
    return Fragment(first: [position: 1], last: [position: 1], empty: 0)
  }

  private mutating func sequence(_ nodes: [PatternNode]) -> Fragment? {
    var whole = Fragment()
    for node in nodes {
      guard let next = fragment(node) else { return nil }
      whole = connected(whole, next)
    }
    return whole
  }

  private mutating func connected(_ left: Fragment, _ right: Fragment) -> Fragment {
    connect(left.last, right.first)
    return left.then(right)
  }

  private mutating func connect(_ last: [Int: Int], _ first: [Int: Int]) {
    for (position, ways) in last { follow[position] = follow[position].adding(first, ways: ways) }
  }

  private mutating func disjunction(_ nodes: [PatternNode]) -> Fragment? {
    var whole = Fragment(empty: 0)
    for node in nodes {
      guard let next = fragment(node) else { return nil }
      whole = whole.or(next)
    }
    return whole
  }

  private mutating func repetition(_ body: PatternNode, _ count: PatternCount) -> Fragment? {
    if count.maximum == 0 { return Fragment() }
    let isLoop = count.maximum > Self.maximumCopies
    let required = min(count.minimum, Self.maximumCopies)
    var whole = Fragment()
    for _ in 0..<(isLoop ? max(required, 1) - 1 : required) {
      guard let copy = fragment(body) else { return nil }
      whole = connected(whole, copy)
    }
    guard let rest = isLoop ? loop(body, count) : optional(body, count.maximum - required) else { return nil }
    return connected(whole, rest)
  }

  private mutating func loop(_ body: PatternNode, _ count: PatternCount) -> Fragment? {
    openLoops.append(count.offset)
    defer { openLoops.removeLast() }
    guard var once = fragment(body) else { return nil }
    connect(once.last, once.first)
    // An iteration that matches empty ends the loop: one more way out.
    if once.empty > 0 { once.last = once.last.adding(once.last, ways: 1) }
    return count.minimum == 0 ? once.or(Fragment()) : once
  }

  /// `X?` inside `X?`, as often as there are copies.
  private mutating func optional(_ body: PatternNode, _ copies: Int) -> Fragment? {
    var whole = Fragment()
    for _ in 0..<copies {
      guard let copy = fragment(body) else { return nil }
      whole = connected(copy, whole).or(Fragment())
    }
    return whole
  }
}

extension [Int: Int] {
  /// Ways by position, each of `other` counted `ways` times.
  fileprivate func adding(_ other: [Int: Int], ways: Int) -> [Int: Int] {
    ways == 0 ? self : merging(other.mapValues { Swift.min($0 * ways, 2) }) { Swift.min($0 + $1, 2) }
  }
}
