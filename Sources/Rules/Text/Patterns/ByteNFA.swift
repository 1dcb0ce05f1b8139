/// A regular pattern as a nondeterministic automaton over bytes: what `ByteAutomaton` is made from. Flat tables.
struct ByteNFA {
  /// More states are refused: hardly any pattern with so many becomes a small automaton.
  static let maximumStates = 1_024

  struct State {
    enum Kind: UInt8 {
      /// The pattern has matched.
      case match
      /// Goes on with one byte, by the edges of a range. Without edges: a dead end.
      case bytes
      /// Goes on in each of a range of targets, reading nothing.
      case split
      /// `^` and `$`: goes on at the start or at the end of the text only, in the state `first`.
      case start, end
    }

    let kind: Kind
    var first = 0
    var count = 0

    var range: Range<Int> { first..<first &+ count }
  }

  /// Goes on with one byte out of a set.
  struct Edge {
    /// Among the sets.
    let set: Int
    let target: Int
  }

  private(set) var states: [State] = [State(kind: .match)]
  private(set) var edges: [Edge] = []
  private(set) var targets: [Int] = []
  /// All different.
  private(set) var sets: [ByteSet] = []
  /// Looks for the pattern at every offset.
  private(set) var entry = 0
  /// What was made to read one range and go on, to be used again: the ends of UTF-8 sequences are mostly the same.
  private var tails: [Tail: Int] = [:]
  /// Nodes and sequences left to be looked at: bounds what makes no states, as in `(?:){1000000}`.
  private var fuel = 16 * maximumStates
  private let pattern: FlatPattern
  /// Where the alternatives of open disjunctions start, the innermost last.
  private var choices: [Int] = []

  private struct Tail: Hashable {
    let range: ClosedRange<UInt8>
    let target: Int
  }

  /// nil if the pattern is too large.
  init?(_ pattern: FlatPattern) {
    self.pattern = pattern
    let expected = 2 * pattern.nodes.count + 4
    states.reserveCapacity(expected)
    edges.reserveCapacity(expected)
    targets.reserveCapacity(expected)
    do throws(Refusal) {
      entry = try search(try state(for: pattern.root, then: 0))
    } catch {
      return nil
    }
  }
}

/// From the end of the pattern to its start: each node knows where to go on.
extension ByteNFA {
  private struct Refusal: Error {}

  private mutating func add(_ state: State) throws(Refusal) -> Int {
    guard states.count < Self.maximumStates else { throw Refusal() }
    states.append(state)
    return states.count - 1
  }

  private mutating func addSplit(_ one: Int, _ other: Int) throws(Refusal) -> Int {
    let split = try add(State(kind: .split))
    setTargets(of: split, one, other)
    return split
  }

  private mutating func setTargets(of split: Int, _ one: Int, _ other: Int) {
    states[split].first = targets.count
    states[split].count = 2
    targets.append(one)
    targets.append(other)
  }

  private mutating func burn() throws(Refusal) {
    fuel -= 1
    guard fuel > 0 else { throw Refusal() }
  }

  /// In front of the pattern, passes over any bytes. No sequence starts inside a code point, so no match does.
  private mutating func search(_ root: Int) throws(Refusal) -> Int {
    let skip = try add(State(kind: .bytes, first: edges.count, count: 1))
    let entry = try addSplit(root, skip)
    edges.append(Edge(set: number(of: ByteSet(0...0xFF)), target: entry))
    return entry
  }

  private mutating func state(for index: Int, then next: Int) throws(Refusal) -> Int {
    try burn()
    let node = pattern.nodes[index]
    switch node.kind {
    case .characters: return try read(node, then: next)
    case .sequence:
      var next = next
      try pattern.forEachChild(of: index) { (child) throws(Refusal) in next = try state(for: child, then: next) }
      return next
    case .disjunction:
      let start = choices.count
      try pattern.forEachChild(of: index) { (child) throws(Refusal) in
        choices.append(try state(for: child, then: next))
      }
      let split = try add(State(kind: .split, first: targets.count, count: choices.count - start))
      targets += choices[start...]
      choices.removeSubrange(start...)
      return split
    case .repetition: return try repeated(index - 1, node, then: next)
    case .start: return try add(State(kind: .start, first: next))
    case .end: return try add(State(kind: .end, first: next))
    }
  }

  /// Greed decides what is captured, not whether there is a match.
  private mutating func repeated(_ body: Int, _ node: FlatPattern.Node, then next: Int) throws(Refusal) -> Int {
    var entry = next
    var copies = node.low
    if node.high == Int.max {
      let loop = try add(State(kind: .split))
      let first = try state(for: body, then: loop)
      setTargets(of: loop, first, next)
      entry = copies > 0 ? first : loop
      copies = max(copies, 1) - 1
    } else {
      for _ in 0..<(node.high - node.low) {
        let more = try state(for: body, then: entry)
        entry = try addSplit(more, next)
      }
    }
    for _ in 0..<copies { entry = try state(for: body, then: entry) }
    return entry
  }

  // MARK: - Characters

  private mutating func read(_ node: FlatPattern.Node, then next: Int) throws(Refusal) -> Int {
    let ascii = ByteSet(ascii: node)
    var own: [Edge] = []
    if !ascii.isEmpty {
      if node.beyond == .none { return try addBytes(Edge(set: number(of: ascii), target: next)) }
      own.append(Edge(set: number(of: ascii), target: next))
    }
    switch node.beyond {
    case .none: break
    case .all:
      // Naming bytes that cannot follow in valid UTF-8 (RFC 3629, 4) does no harm and saves states.
      let one = try tail(0x80...0xBF, next)
      let two = try tail(0x80...0xBF, one)
      let three = try tail(0x80...0xBF, two)
      own.append(Edge(set: number(of: ByteSet(0xC2...0xDF)), target: one))
      own.append(Edge(set: number(of: ByteSet(0xE0...0xEF)), target: two))
      own.append(Edge(set: number(of: ByteSet(0xF0...0xF4)), target: three))
    case .some(let index): try addSequences(of: pattern.sets[index], then: next, &own)
    }
    let state = try add(State(kind: .bytes, first: edges.count, count: own.count))
    edges += own
    return state
  }

  private mutating func addSequences(of set: CodePointSet, then next: Int, _ own: inout [Edge]) throws(Refusal) {
    for sequence in UTF8Ranges(set).sequences {
      try burn()
      var target = next
      for range in sequence.dropFirst().reversed() { target = try tail(range, target) }
      if let first = sequence.first { own.append(Edge(set: number(of: ByteSet(first)), target: target)) }
    }
  }

  private mutating func tail(_ range: ClosedRange<UInt8>, _ target: Int) throws(Refusal) -> Int {
    let tail = Tail(range: range, target: target)
    if let known = tails[tail] { return known }
    let state = try addBytes(Edge(set: number(of: ByteSet(range)), target: target))
    tails[tail] = state
    return state
  }

  private mutating func addBytes(_ edge: Edge) throws(Refusal) -> Int {
    let state = try add(State(kind: .bytes, first: edges.count, count: 1))
    edges.append(edge)
    return state
  }

  /// Patterns name the same few sets again and again.
  private mutating func number(of set: ByteSet) -> Int {
    if let known = sets.lastIndex(of: set) { return known }
    sets.append(set)
    return sets.count - 1
  }
}
