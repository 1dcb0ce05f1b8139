/// From the nondeterministic automaton to a deterministic one: a state is the set of states that can be reached.
struct SubsetConstruction {
  static let maximumStates = 256
  /// Edges followed in all. Patterns worth running as an automaton need a few thousand.
  static let maximumWork = 400_000

  /// By subset and class, the subset that a byte of it leads to.
  private var targets: [Int] = []
  private var subsets: StateSetTable
  private var closures: EpsilonClosures
  private let edges: ClassEdges
  /// By class, the set that a row leads to, while the row is made.
  private var row: [UInt64]
  /// The states of the subset whose row is made.
  private var members: [Int] = []
  private var matched: Int?
  private var work = 0

  /// nil if there would be too many states. The start is subset 0.
  init?(_ nfa: ByteNFA) {
    edges = ClassEdges(nfa)
    closures = EpsilonClosures(nfa)
    // The last row may add a subset for each of its classes.
    subsets = StateSetTable(width: closures.width, capacity: Self.maximumStates + 256)
    row = [UInt64](repeating: 0, count: edges.classCount * closures.width)
    _ = subsets.number(of: closures.start(), at: 0)
    var next = 0
    while next < subsets.count {
      guard subsets.count <= Self.maximumStates, work + closures.work <= Self.maximumWork else { return nil }
      addRow(of: next)
      next += 1
    }
  }

  var count: Int { subsets.count }

  var classCount: Int { edges.classCount }

  /// By byte, its class.
  var classes: [UInt8] { edges.classes }

  func target(of subset: Int, class index: Int) -> Int { targets[subset * classCount + index] }

  /// The pattern has matched: every byte leads back here.
  func isMatch(_ subset: Int) -> Bool { subsets.contains(EpsilonClosures.match, in: subset) }

  /// The pattern matches if the text ends here.
  func isMatchAtEnd(_ subset: Int) -> Bool { subsets.contains(closures.matchAtEnd, in: subset) }

  private mutating func addRow(of subset: Int) {
    guard !isMatch(subset) else {
      targets += repeatElement(subset, count: classCount)
      return
    }
    subsets.read(subset, below: closures.matchAtEnd, into: &members)
    startRow()
    for place in members.indices { follow(members[place]) }
    for index in 0..<classCount { targets.append(number(ofClass: index)) }
  }

  /// What every byte leads to goes into all classes at once: the search at the next offset does.
  private mutating func startRow() {
    let width = closures.width
    for word in 0..<width { row[word] = 0 }
    for place in members.indices {
      for number in edges.numbers(of: members[place]) where edges[number].list.count == classCount {
        let closure = closures.offset(of: edges[number].target)
        for word in 0..<width { row[word] |= closures.words[closure + word] }
      }
    }
    for word in width..<row.count { row[word] = row[word - width] }
    work += classCount
  }

  private mutating func follow(_ state: Int) {
    let width = closures.width
    for number in edges.numbers(of: state) where edges[number].list.count < classCount {
      let edge = edges[number]
      let closure = closures.offset(of: edge.target)
      work += edge.list.count
      for place in edge.list {
        let start = Int(edges.lists[place]) * width
        for word in 0..<width { row[start + word] |= closures.words[closure + word] }
      }
    }
  }

  /// Most classes lead to where the one before does.
  private mutating func number(ofClass index: Int) -> Int {
    let width = closures.width
    let offset = index * width
    if row[offset] & 1 << UInt64(EpsilonClosures.match) != 0 { return match() }
    if index > 0, let before = targets.last, (offset..<offset + width).allSatisfy({ row[$0] == row[$0 - width] }) {
      return before
    }
    return subsets.number(of: row, at: offset)
  }

  /// Whatever else could be reached, a match is a match.
  private mutating func match() -> Int {
    if let matched { return matched }
    var words = [UInt64](repeating: 0, count: closures.width)
    for state in [EpsilonClosures.match, closures.matchAtEnd] { words[state / 64] |= 1 << UInt64(state % 64) }
    let number = subsets.number(of: words, at: 0)
    matched = number
    return number
  }
}
