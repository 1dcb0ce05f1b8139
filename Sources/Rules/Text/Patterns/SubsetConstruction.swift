/// From the nondeterministic automaton to a deterministic one: a state is the set of states that can be reached.
struct SubsetConstruction {
  static let maximumStates = 256
  /// Edges followed in all. Patterns worth running as an automaton need a few thousand.
  static let maximumWork = 400_000

  /// By subset and class, the subset that a byte of it leads to.
  private var targets: [Int] = []
  private var subsets: StateSetTable
  private var closures: EpsilonClosures
  private let nfa: ByteNFA
  private let byteClasses: ByteClasses
  /// By class, the set that a row leads to, while the row is made.
  private var row: [UInt64]
  /// The states of the subset whose row is made.
  private var members: [Int] = []
  private var matched: Int?
  private var work = 0

  /// nil if there would be too many states. The start is subset 0.
  init?(_ nfa: ByteNFA) {
    self.nfa = nfa
    byteClasses = ByteClasses(nfa.sets)
    closures = EpsilonClosures(nfa)
    // The last row may add a subset for each of its classes.
    subsets = StateSetTable(width: closures.width, capacity: Self.maximumStates + 256)
    row = [UInt64](repeating: 0, count: byteClasses.count * closures.width)
    _ = subsets.number(of: closures.start(), at: 0)
    var next = 0
    while next < subsets.count {
      guard subsets.count <= Self.maximumStates, work + closures.work <= Self.maximumWork else { return nil }
      addRow(of: next)
      next += 1
    }
  }

  var count: Int { subsets.count }

  var classCount: Int { byteClasses.count }

  /// By byte, its class.
  var classes: [UInt8] { byteClasses.classes }

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
    for place in 0..<members.count { follow(members[place]) }
    for index in 0..<classCount { targets.append(number(ofClass: index)) }
  }

  /// What every byte leads to goes into all classes at once: the search at the next offset does.
  private mutating func startRow() {
    let (width, count) = (closures.width, classCount)
    for word in 0..<width { row[word] = 0 }
    for member in members {
      for edge in nfa.states[member].range where byteClasses.range(of: nfa.edges[edge].set).count == count {
        add(closures.offset(of: nfa.edges[edge].target), to: 0)
      }
    }
    for word in width..<row.count { row[word] = row[word &- width] }
    work += count
  }

  private mutating func follow(_ state: Int) {
    let (width, count) = (closures.width, classCount)
    for edge in nfa.states[state].range {
      let list = byteClasses.range(of: nfa.edges[edge].set)
      if list.count == count { continue }
      let closure = closures.offset(of: nfa.edges[edge].target)
      work += list.count
      for place in list { add(closure, to: Int(byteClasses.lists[place]) &* width) }
    }
  }

  @inline(__always)
  private mutating func add(_ closure: Int, to start: Int) {
    for word in 0..<closures.width { row[start &+ word] |= closures.words[closure &+ word] }
  }

  /// Most classes lead to where the one before does.
  private mutating func number(ofClass index: Int) -> Int {
    let width = closures.width
    let offset = index * width
    if row[offset] & 1 << UInt64(EpsilonClosures.match) != 0 { return match() }
    if index > 0, let before = targets.last, isSameAsBefore(offset) { return before }
    return subsets.number(of: row, at: offset)
  }

  private func isSameAsBefore(_ offset: Int) -> Bool {
    for word in offset..<offset &+ closures.width where row[word] != row[word &- closures.width] { return false }
    return true
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
