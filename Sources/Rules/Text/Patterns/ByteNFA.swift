/// A regular pattern as a nondeterministic automaton over bytes: what `ByteAutomaton` is made from.
struct ByteNFA {
  /// More states are refused: hardly any pattern with so many becomes a small automaton.
  static let maximumStates = 1_024

  enum State {
    /// The pattern has matched.
    case match
    /// Goes on with one byte out of a range. Without edges: a dead end.
    case bytes([Edge])
    /// Goes on in each of the states, reading nothing.
    case split([Int])
    /// `^` and `$`: goes on at the start or at the end of the text only.
    case start(Int)
    case end(Int)
  }

  struct Edge: Hashable {
    let range: ClosedRange<UInt8>
    let target: Int
  }

  private(set) var states: [State] = [.match]
  /// Looks for the pattern at every offset.
  private(set) var entry = 0
  /// What was made to read one range and go on, to be used again: the ends of UTF-8 sequences are mostly the same.
  private var tails: [Edge: Int] = [:]
  /// Nodes and sequences left to be looked at: bounds what makes no states, as in `(?:){1000000}`.
  private var fuel = 16 * maximumStates

  /// nil if the pattern is not regular or too large.
  init?(_ tree: PatternTree) {
    do throws(Refusal) {
      entry = try search(try state(for: tree.root, then: 0))
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

  private mutating func burn() throws(Refusal) {
    fuel -= 1
    guard fuel > 0 else { throw Refusal() }
  }

  /// In front of the pattern, passes over any bytes. No sequence starts inside a code point, so no match does.
  private mutating func search(_ root: Int) throws(Refusal) -> Int {
    let skip = try add(.bytes([]))
    let entry = try add(.split([root, skip]))
    states[skip] = .bytes([Edge(range: 0...0xFF, target: entry)])
    return entry
  }

  private mutating func state(for node: PatternNode, then next: Int) throws(Refusal) -> Int {
    try burn()
    switch node {
    case .empty: return next
    case .character(let codePoint): return try read(CodePointSet([codePoint...codePoint]), then: next)
    case .characters(let set):
      guard let codePoints = set.codePoints else { throw Refusal() }
      return try read(codePoints, then: next)
    case .sequence(let nodes):
      var next = next
      for node in nodes.reversed() { next = try state(for: node, then: next) }
      return next
    case .disjunction(let nodes):
      var choices: [Int] = []
      for node in nodes { choices.append(try state(for: node, then: next)) }
      return try add(.split(choices))
    case .capture(_, let body): return try state(for: body, then: next)
    case .repetition(let body, let count): return try repeated(body, count, then: next)
    case .start: return try add(.start(next))
    case .end: return try add(.end(next))
    case .lookaround, .backReference, .wordBoundary: throw Refusal()
    }
  }

  private mutating func read(_ set: CodePointSet, then next: Int) throws(Refusal) -> Int {
    var edges: [Edge] = []
    for sequence in UTF8Ranges(set).sequences {
      try burn()
      var target = next
      for range in sequence.dropFirst().reversed() { target = try tail(Edge(range: range, target: target)) }
      if let first = sequence.first { edges.append(Edge(range: first, target: target)) }
    }
    return try add(.bytes(edges))
  }

  private mutating func tail(_ edge: Edge) throws(Refusal) -> Int {
    if let known = tails[edge] { return known }
    let state = try add(.bytes([edge]))
    tails[edge] = state
    return state
  }

  /// Greed decides what is captured, not whether there is a match.
  private mutating func repeated(
    _ body: PatternNode, _ count: PatternCount, then next: Int
  ) throws(Refusal) -> Int {
    var entry = next
    var copies = count.minimum
    if count.isUnbounded {
      let loop = try add(.split([]))
      let first = try state(for: body, then: loop)
      states[loop] = .split([first, next])
      entry = copies > 0 ? first : loop
      copies = max(copies - 1, 0)
    } else {
      for _ in 0..<(count.maximum - count.minimum) {
        entry = try add(.split([try state(for: body, then: entry), next]))
      }
    }
    for _ in 0..<copies { entry = try state(for: body, then: entry) }
    return entry
  }
}
