/// A position that comes back to itself in two ways on the same text: exponentially many ways for its repetitions.
///
/// The standard construction: two copies of the automaton read the same text side by side, from a position twice to the
/// same twice, apart at some time in between. One position for each strongly connected component is enough, as all of
/// them share the property.
struct Ambiguity {
  /// The innermost quantifier around all that the pump passes.
  let offset: Int
  /// Leads to the position.
  let prefix: [UInt32]
  /// Leads from the position to itself.
  let pump: [UInt32]

  /// Pairs of edges followed in all.
  private static let maximumWork = 2_000_000

  static func all(_ automaton: PositionAutomaton, _ alphabet: RiskAlphabet) -> [Ambiguity] {
    var search = AmbiguitySearch(automaton, alphabet, work: maximumWork)
    var seen: Set<Int> = []
    return automaton.classes.indices.compactMap { position in
      guard seen.insert(position).inserted else { return nil }
      seen.formUnion(search.component(of: position))
      return search.ambiguity(at: position)
    }
  }
}

private struct AmbiguitySearch {
  let automaton: PositionAutomaton
  let alphabet: RiskAlphabet
  private let next: [[Int]]
  private let sources: [[Int]]
  private var work: Int

  init(_ automaton: PositionAutomaton, _ alphabet: RiskAlphabet, work: Int) {
    self.automaton = automaton
    self.alphabet = alphabet
    self.work = work
    next = automaton.follow.map { $0.keys.sorted() }
    var sources = [[Int]](repeating: [], count: automaton.follow.count)
    for (source, targets) in next.enumerated() { for target in targets { sources[target].append(source) } }
    self.sources = sources
  }

  /// The positions from which `position` can be reached and that can be reached from it.
  func component(of position: Int) -> Set<Int> {
    Self.reached(from: position, next).intersection(Self.reached(from: position, sources))
  }

  private static func reached(from position: Int, _ edges: [[Int]]) -> Set<Int> {
    var reached: Set<Int> = []
    var open = [position]
    while let here = open.popLast() {
      for target in edges[here] where reached.insert(target).inserted { open.append(target) }
    }
    return reached
  }

  /// A character that both positions read.
  private func symbol(_ left: Int, _ right: Int) -> UInt32? {
    let both = alphabet.symbols.indices.first { alphabet.reads[left][$0] && alphabet.reads[right][$0] }
    return both.map { alphabet.symbols[$0] }
  }
}

extension AmbiguitySearch {
  /// Both copies, the smaller position first, and whether they have been apart.
  private struct Pair: Hashable {
    let left: Int
    let right: Int
    let wasApart: Bool

    init(_ left: Int, _ right: Int, wasApart: Bool) {
      (self.left, self.right) = (min(left, right), max(left, right))
      self.wasApart = wasApart || left != right
    }
  }

  mutating func ambiguity(at position: Int) -> Ambiguity? {
    let component = component(of: position)
    guard component.contains(position), let prefix = prefix(to: position),
      let path = cycle(at: position, within: component)
    else { return nil }
    let pump = path.compactMap { symbol($0.left, $0.right) }
    let around = path.flatMap { [automaton.loops[$0.left], automaton.loops[$0.right]] }
    let common = around.reduce(around.first ?? []) { common, loops in
      Array(zip(common, loops).prefix { $0 == $1 }.map(\.0))
    }
    return Ambiguity(offset: common.last ?? 0, prefix: prefix, pump: pump)
  }

  /// Breadth first, so the pump is as short as can be.
  private mutating func cycle(at position: Int, within component: Set<Int>) -> [Pair]? {
    let start = Pair(position, position, wasApart: false)
    let goal = Pair(position, position, wasApart: true)
    var parents: [Pair: Pair] = [start: start]
    var open = [start]
    var index = 0
    while index < open.count, work > 0 {
      let pair = open[index]
      index += 1
      for target in targets(of: pair, component) where parents[target] == nil {
        parents[target] = pair
        if target == goal { return path(to: goal, parents) }
        open.append(target)
      }
    }
    return nil
  }

  private mutating func targets(of pair: Pair, _ component: Set<Int>) -> [Pair] {
    var targets: [Pair] = []
    for left in next[pair.left] where component.contains(left) {
      for right in next[pair.right] where component.contains(right) {
        work -= 1
        guard symbol(left, right) != nil else { continue }
        // Two ways between the same positions are apart as well, though nobody sees it.
        let ways = pair.left == pair.right && left == right ? automaton.follow[pair.left][left] ?? 1 : 1
        targets.append(Pair(left, right, wasApart: pair.wasApart || ways > 1))
      }
    }
    return targets
  }

  /// Without the start itself, whose character belongs to the prefix.
  private func path(to goal: Pair, _ parents: [Pair: Pair]) -> [Pair] {
    var path: [Pair] = []
    var pair = goal
    while let parent = parents[pair], parent != pair {
      path.append(pair)
      pair = parent
    }
    return path.reversed()
  }

  /// The shortest text from the pattern's start up to `position` and with it.
  private func prefix(to position: Int) -> [UInt32]? {
    var open = automaton.first.keys.sorted().compactMap { start in symbol(start, start).map { (start, [$0]) } }
    var seen = Set(open.map(\.0))
    var index = 0
    while index < open.count {
      let (here, text) = open[index]
      if here == position { return text }
      index += 1
      for target in next[here] {
        guard let symbol = symbol(target, target), seen.insert(target).inserted else { continue }
        open.append((target, text + [symbol]))
      }
    }
    return nil
  }
}
