/// From the nondeterministic automaton to a deterministic one: a state is the set of states that can be reached.
struct SubsetConstruction {
  static let maximumStates = 256
  /// Edges followed in all. Patterns worth running as an automaton need a few thousand.
  static let maximumWork = 400_000

  /// What is known at some place of the text.
  struct Subset: Hashable {
    /// The states that read a byte, ascending.
    var members: [Int] = []
    var isMatch = false
    /// The pattern matches if the text ends here.
    var isMatchAtEnd = false
  }

  private let nfa: ByteNFA
  /// The first byte of each class; a class ends before the next.
  let classStarts: [UInt8]
  private let classes: [Int]
  private(set) var subsets: [Subset] = []
  /// By subset and class. Subsets that are a match lead nowhere.
  private(set) var targets: [[Int]] = []
  private var indexes: [Subset: Int] = [:]
  private var work = 0

  /// nil if there would be too many states. The start is subset 0.
  init?(_ nfa: ByteNFA) {
    self.nfa = nfa
    let starts = Self.classStarts(nfa)
    classStarts = starts
    classes = (0...0xFF).map { byte in starts.count { Int($0) <= byte } - 1 }
    _ = index(of: closure([nfa.entry], isAtStart: true))
    while targets.count < subsets.count {
      guard subsets.count <= Self.maximumStates, work <= Self.maximumWork else { return nil }
      targets.append(row(of: subsets[targets.count]))
    }
  }

  /// Every byte at which some range starts, or that follows one.
  private static func classStarts(_ nfa: ByteNFA) -> [UInt8] {
    var starts: Set<UInt8> = [0]
    for case .bytes(let edges) in nfa.states {
      for edge in edges {
        starts.insert(edge.range.lowerBound)
        if edge.range.upperBound < 0xFF { starts.insert(edge.range.upperBound + 1) }
      }
    }
    return starts.sorted()
  }

  private mutating func index(of subset: Subset) -> Int {
    if let known = indexes[subset] { return known }
    indexes[subset] = subsets.count
    subsets.append(subset)
    return subsets.count - 1
  }

  private mutating func row(of subset: Subset) -> [Int] {
    guard !subset.isMatch else { return [] }
    var seeds = [[Int]](repeating: [], count: classStarts.count)
    for member in subset.members {
      guard case .bytes(let edges) = nfa.states[member] else { continue }
      for edge in edges {
        let range = classes[Int(edge.range.lowerBound)]...classes[Int(edge.range.upperBound)]
        for index in range { seeds[index].append(edge.target) }
        work += range.count
      }
    }
    var known: [[Int]: Int] = [:]
    return seeds.map { seeds in
      if let index = known[seeds] { return index }
      let index = index(of: closure(seeds, isAtStart: false))
      known[seeds] = index
      return index
    }
  }
}

extension SubsetConstruction {
  /// All that can be reached without reading a byte. `^` holds at the start of the text, `$` only if it ends here.
  private mutating func closure(_ seeds: [Int], isAtStart: Bool) -> Subset {
    var visited: Set<Int> = []
    var ends: [Int] = []
    var subset = Subset()
    subset.isMatch = walk(seeds, isAtStart, &visited) { end in ends.append(end) }
    // Nobody looks any further: all matches are the same.
    if subset.isMatch { return Subset(isMatch: true, isMatchAtEnd: true) }
    subset.members = visited.filter { if case .bytes = nfa.states[$0] { true } else { false } }.sorted()
    while !subset.isMatchAtEnd, !ends.isEmpty {
      let seeds = ends
      ends = []
      subset.isMatchAtEnd = walk(seeds, isAtStart, &visited) { end in ends.append(end) }
    }
    return subset
  }

  /// True if the pattern's end is reached; calls `atEnd` with what lies behind each `$`.
  private mutating func walk(
    _ seeds: [Int], _ isAtStart: Bool, _ visited: inout Set<Int>, atEnd: (Int) -> Void
  ) -> Bool {
    var open = seeds
    while let state = open.popLast() {
      work += 1
      guard visited.insert(state).inserted else { continue }
      switch nfa.states[state] {
      case .match: return true
      case .bytes: continue
      case .split(let targets): open += targets
      case .start(let target): if isAtStart { open.append(target) }
      case .end(let target): atEnd(target)
      }
    }
    return false
  }
}
