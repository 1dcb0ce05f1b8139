/// From the nondeterministic automaton to a deterministic one: a state is the set of states that can be reached.
struct SubsetConstruction {
  static let maximumStates = 256
  /// Edges followed in all. Patterns worth running as an automaton need a few thousand.
  static let maximumWork = 400_000

  /// What is known at some place of the text.
  struct Subset: Hashable {
    /// The states that read a byte.
    var members: StateSet
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
  /// By state: what can be reached from it without reading a byte, once that was asked.
  private var closures: [Subset?]
  private var work = 0

  /// nil if there would be too many states. The start is subset 0.
  init?(_ nfa: ByteNFA) {
    self.nfa = nfa
    classStarts = Self.classStarts(nfa)
    classes = Self.classes(classStarts)
    closures = Array(repeating: nil, count: nfa.states.count)
    _ = index(of: closure(of: nfa.entry, isAtStart: true))
    while targets.count < subsets.count {
      guard subsets.count <= Self.maximumStates, work <= Self.maximumWork else { return nil }
      targets.append(row(of: subsets[targets.count]))
    }
  }

  /// Every byte at which some range starts, or that follows one.
  private static func classStarts(_ nfa: ByteNFA) -> [UInt8] {
    var isStart = [Bool](repeating: false, count: 0x101)
    isStart[0] = true
    for case .bytes(let edges) in nfa.states {
      for edge in edges {
        isStart[Int(edge.range.lowerBound)] = true
        isStart[Int(edge.range.upperBound) + 1] = true
      }
    }
    return (0...0xFF).filter { isStart[Int($0)] }
  }

  /// By byte, its class.
  private static func classes(_ starts: [UInt8]) -> [Int] {
    var classes: [Int] = []
    for (index, start) in starts.enumerated() {
      let next = index + 1 < starts.count ? Int(starts[index + 1]) : 0x100
      classes += repeatElement(index, count: next - Int(start))
    }
    return classes
  }

  private mutating func index(of subset: Subset) -> Int {
    if let known = indexes[subset] { return known }
    indexes[subset] = subsets.count
    subsets.append(subset)
    return subsets.count - 1
  }

  private mutating func row(of subset: Subset) -> [Int] {
    guard !subset.isMatch else { return [] }
    let seeds = seeds(of: subset)
    // Most classes lead to where another does.
    var distinct: [(seeds: StateSet, index: Int)] = []
    return seeds.map { seeds in
      if let known = distinct.first(where: { $0.seeds == seeds }) { return known.index }
      let index = index(of: closure(of: seeds))
      distinct.append((seeds, index))
      return index
    }
  }

  /// By class, the states that a byte of it leads to.
  private mutating func seeds(of subset: Subset) -> [StateSet] {
    var seeds = [StateSet](repeating: StateSet(stateCount: nfa.states.count), count: classStarts.count)
    var steps = 0
    subset.members.forEach { member in
      guard case .bytes(let edges) = nfa.states[member] else { return }
      for edge in edges {
        let range = classes[Int(edge.range.lowerBound)]...classes[Int(edge.range.upperBound)]
        for index in range { _ = seeds[index].insert(edge.target) }
        steps += range.count
      }
    }
    work += steps
    return seeds
  }
}

extension SubsetConstruction {
  /// The closures of all seeds together.
  private mutating func closure(of seeds: StateSet) -> Subset {
    var states: [Int] = []
    seeds.forEach { states.append($0) }
    var subset = Subset(members: StateSet(stateCount: nfa.states.count))
    for state in states {
      let closure = knownClosure(of: state)
      // Nobody looks any further: all matches are the same.
      if closure.isMatch { return closure }
      subset.members.formUnion(closure.members)
      subset.isMatchAtEnd = subset.isMatchAtEnd || closure.isMatchAtEnd
    }
    work += states.count
    return subset
  }

  private mutating func knownClosure(of state: Int) -> Subset {
    if let known = closures[state] { return known }
    let closure = closure(of: state, isAtStart: false)
    closures[state] = closure
    return closure
  }

  /// All that can be reached without reading a byte. `^` holds at the start of the text, `$` only if it ends here.
  private mutating func closure(of state: Int, isAtStart: Bool) -> Subset {
    let empty = StateSet(stateCount: nfa.states.count)
    var subset = Subset(members: empty)
    subset.isMatch = walk(from: state, isAtStart, isAtEnd: false) { _ = subset.members.insert($0) }
    if subset.isMatch { return Subset(members: empty, isMatch: true, isMatchAtEnd: true) }
    subset.isMatchAtEnd = walk(from: state, isAtStart, isAtEnd: true) { _ in }
    return subset
  }

  /// True if the pattern's end is reached; calls `reads` with each state that reads a byte.
  private mutating func walk(
    from start: Int, _ isAtStart: Bool, isAtEnd: Bool, reads: (Int) -> Void
  ) -> Bool {
    var visited = StateSet(stateCount: nfa.states.count)
    var open = [start]
    while let state = open.popLast() {
      work += 1
      guard visited.insert(state) else { continue }
      switch nfa.states[state] {
      case .match: return true
      case .bytes: reads(state)
      case .split(let targets): open += targets
      case .start(let target): if isAtStart { open.append(target) }
      case .end(let target): if isAtEnd { open.append(target) }
      }
    }
    return false
  }
}
