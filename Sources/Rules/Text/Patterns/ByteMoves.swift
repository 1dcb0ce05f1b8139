/// The edges of a ``ByteNFA``, ready to be followed: by classes of bytes, and with what can be reached behind them.
struct ByteMoves {
  let classes: ByteClasses
  /// Words of a set of states.
  let width: Int
  /// What can be reached at the start of the text.
  let start: [UInt64]
  /// Whatever else could be reached, a match is a match.
  let matchSet: [UInt64]
  /// The bit for a match if the text ends here.
  let matchAtEnd: Int
  /// What it took, in states that were walked through.
  let work: Int
  private let states: [ByteNFA.State]
  /// By edge.
  private var moves: [Move] = []
  private let closures: [UInt64]

  private struct Move {
    /// Its classes, in the lists.
    let first: Int
    let end: Int
    /// Where the closure of its target starts.
    let closure: Int
  }

  /// nil if it would take more work.
  init?(_ nfa: ByteNFA, maximumWork: Int) {
    classes = ByteClasses(nfa.sets)
    states = nfa.states
    var closures = EpsilonClosures(nfa)
    width = closures.width
    matchAtEnd = closures.matchAtEnd
    start = closures.start()
    matchSet = closures.matchSet
    moves.reserveCapacity(nfa.edges.count)
    for edge in nfa.edges {
      let list = classes.range(of: edge.set)
      moves.append(Move(first: list.lowerBound, end: list.upperBound, closure: closures.offset(of: edge.target)))
      guard closures.work <= maximumWork else { return nil }
    }
    self.closures = closures.words
    work = closures.work
  }

  /// Room for a set for each class, and for one more: where all bytes lead.
  var rowWords: Int { (classes.count + 1) * width }

  /// Writes for each class that is told apart what the members of a subset lead to, and behind the last class what all
  /// others do. Gives the work that it took.
  ///
  /// - Parameter touched: is filled with the classes that are told apart.
  func fill(_ row: inout MutableSpan<UInt64>, _ touched: inout Touched, from members: Span<Int>) -> Int {
    // Most patterns have fewer than 64 states: loops over words are none then.
    width == 1 ? fill(&row, &touched, members, width: 1) : fill(&row, &touched, members, width: width)
  }

  @inline(__always)
  private func fill(
    _ row: inout MutableSpan<UInt64>, _ touched: inout Touched, _ members: Span<Int>, width: Int
  ) -> Int {
    let (states, moves, closures, lists) = (states.span, moves.span, closures.span, classes.lists.span)
    var work = classes.count
    let others = classes.count &* width
    fillOthers(&row, members, width: width)
    touched.begin()
    for place in 0..<members.count {
      for edge in states[members[place]].range {
        let move = moves[edge]
        if move.end &- move.first == classes.count { continue }
        work &+= move.end &- move.first
        for list in move.first..<move.end {
          let start = Int(lists[list]) &* width
          if touched.insert(lists[list]) {
            for word in 0..<width { row[start &+ word] = row[others &+ word] }
          }
          for word in 0..<width { row[start &+ word] |= closures[move.closure &+ word] }
        }
      }
    }
    return work
  }

  /// What every byte leads to: the search at the next offset does.
  @inline(__always)
  private func fillOthers(_ row: inout MutableSpan<UInt64>, _ members: Span<Int>, width: Int) {
    let (states, moves, closures) = (states.span, moves.span, closures.span)
    let others = classes.count &* width
    for word in 0..<width { row[others &+ word] = 0 }
    for place in 0..<members.count {
      for edge in states[members[place]].range where moves[edge].end &- moves[edge].first == classes.count {
        for word in 0..<width { row[others &+ word] |= closures[moves[edge].closure &+ word] }
      }
    }
  }

  /// Classes that the edges of a subset tell apart from others, each once.
  struct Touched {
    private(set) var classes: [UInt8] = []
    /// By class, the last round in which it was inserted.
    private var rounds = [UInt16](repeating: 0, count: 256)
    private var round: UInt16 = 0

    mutating func begin() {
      classes.removeAll(keepingCapacity: true)
      round += 1
    }

    @inline(__always)
    mutating func insert(_ index: UInt8) -> Bool {
      if rounds[Int(index)] == round { return false }
      rounds[Int(index)] = round
      classes.append(index)
      return true
    }
  }
}
