/// From the nondeterministic automaton to a deterministic one: a state is the set of states that can be reached.
struct SubsetConstruction {
  static let maximumStates = 256
  /// Edges followed in all. Patterns worth running as an automaton need a few thousand.
  static let maximumWork = 400_000

  /// By subset and class, the subset that a byte of it leads to.
  private(set) var targets: [Int] = []
  private var subsets: StateSetTable
  private let moves: ByteMoves
  private var matched: Int?

  /// nil if there would be too many states. The start is subset 0.
  init?(_ nfa: ByteNFA) {
    guard let moves = ByteMoves(nfa, maximumWork: Self.maximumWork) else { return nil }
    self.moves = moves
    var work = moves.work
    // The last row may add a subset for each of its classes.
    subsets = StateSetTable(width: moves.width, capacity: Self.maximumStates + 256)
    targets.reserveCapacity(32 * moves.classes.count)
    // By class, the set that a row leads to, while the row is made.
    var row = [UInt64](repeating: 0, count: moves.rowWords)
    var touched = ByteMoves.Touched()
    var members: [Int] = []
    _ = subsets.number(of: moves.start.span, at: 0)
    var next = 0
    while next < subsets.count {
      guard subsets.count <= Self.maximumStates, work <= Self.maximumWork else { return nil }
      if isMatch(next) {
        targets += repeatElement(next, count: classCount)
      } else {
        subsets.read(next, below: moves.matchAtEnd, into: &members)
        var words = row.mutableSpan
        work += moves.fill(&words, &touched, from: members.span)
        addTargets(row.span, touched.classes)
      }
      next += 1
    }
  }

  var count: Int { subsets.count }

  var classCount: Int { moves.classes.count }

  /// By byte, its class.
  var classes: [UInt8] { moves.classes.classes }

  /// The pattern has matched: every byte leads back here.
  func isMatch(_ subset: Int) -> Bool { subsets.contains(EpsilonClosures.match, in: subset) }

  /// The pattern matches if the text ends here.
  func isMatchAtEnd(_ subset: Int) -> Bool { subsets.contains(moves.matchAtEnd, in: subset) }

  /// Most classes lead to where all others do.
  private mutating func addTargets(_ row: Span<UInt64>, _ touched: [UInt8]) {
    let first = targets.count
    targets += repeatElement(number(row, classCount), count: classCount)
    var before = classCount
    var number = targets[first]
    for index in touched {
      // Classes that one edge tells apart from others mostly lead to the same.
      if !isSame(row, before, Int(index)) { number = self.number(row, Int(index)) }
      before = Int(index)
      targets[first &+ before] = number
    }
  }

  private func isSame(_ row: Span<UInt64>, _ one: Int, _ other: Int) -> Bool {
    for word in 0..<moves.width where row[one &* moves.width &+ word] != row[other &* moves.width &+ word] {
      return false
    }
    return true
  }

  /// The number of the subset that a class leads to.
  @inline(__always)
  private mutating func number(_ row: Span<UInt64>, _ index: Int) -> Int {
    let offset = index &* moves.width
    if row[offset] & 1 << UInt64(EpsilonClosures.match) != 0 { return match() }
    return subsets.number(of: row, at: offset)
  }

  /// Whatever else could be reached, a match is a match.
  private mutating func match() -> Int {
    if let matched { return matched }
    let set = moves.matchSet
    let number = subsets.number(of: set.span, at: 0)
    matched = number
    return number
  }
}
