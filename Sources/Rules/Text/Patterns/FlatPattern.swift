/// A regular pattern as one list of nodes, children before their parents: what class programs and automata are made of.
/// Unlike a ``PatternNode`` it costs no allocation a node, and what a group captures is gone.
struct FlatPattern {
  struct Node {
    enum Kind: UInt8 { case characters, sequence, disjunction, repetition, start, end }

    let kind: Kind
    /// For characters: what is beyond ASCII.
    var beyond = Beyond.none
    /// Where its descendants start; its own index if it has none.
    var first: Int
    /// For characters: the members below 64. For repetitions: the fewest.
    var low: UInt64 = 0
    /// For characters: the members from 64 to 127. For repetitions: the most, `Int.max` for no limit.
    var high: UInt64 = 0
  }

  /// The members of a set from U+0080 on. Surrogates do not count: no UTF-8 text has them.
  enum Beyond: Equatable {
    case none, all
    /// Those of a set in ``FlatPattern/sets``.
    case some(Int)
  }

  private(set) var nodes: [Node] = []
  private(set) var sets: [CodePointSet] = []

  init(capacity: Int) { nodes.reserveCapacity(capacity) }

  var root: Int { nodes.count - 1 }

  /// The children of a node, last to first.
  func children(of node: Int) -> [Int] {
    var children: [Int] = []
    forEachChild(of: node) { children.append($0) }
    return children
  }

  @inline(__always)
  func forEachChild<Failure: Error>(of node: Int, _ body: (Int) throws(Failure) -> Void) throws(Failure) {
    let first = nodes[node].first
    var child = node - 1
    while child >= first {
      try body(child)
      child = nodes[child].first - 1
    }
  }

  // MARK: - Making one

  /// A node without children.
  mutating func append(_ kind: Node.Kind) { nodes.append(Node(kind: kind, first: nodes.count)) }

  /// A node over all from `first` on.
  mutating func append(_ kind: Node.Kind, over first: Int) { nodes.append(Node(kind: kind, first: first)) }

  mutating func append(_ set: ASCIIBits, _ beyond: Beyond) {
    nodes.append(Node(kind: .characters, beyond: beyond, first: nodes.count, low: set.low, high: set.high))
  }

  mutating func appendRepetition(over first: Int, _ minimum: Int, _ maximum: Int) {
    nodes.append(
      Node(kind: .repetition, first: first, low: UInt64(clamping: minimum), high: UInt64(clamping: maximum)))
  }

  /// A set of any code points.
  mutating func append(_ set: CodePointSet) {
    let beyond = set.beyondASCII
    if beyond.isEmpty || beyond == .everythingBeyondASCII {
      append(ASCIIBits(set), beyond.isEmpty ? .none : .all)
    } else {
      sets.append(beyond)
      append(ASCIIBits(set), .some(sets.count - 1))
    }
  }
}

/// The ASCII members of a set.
struct ASCIIBits: Equatable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  init() {}

  init(_ set: CodePointSet) {
    for range in set.ranges where range.lowerBound < 0x80 {
      insert(UInt8(range.lowerBound), UInt8(min(range.upperBound, 0x7F)))
    }
  }

  /// SAFETY of the shifts: both are below 128, and `first` is not above `last`.
  mutating func insert(_ first: UInt8, _ last: UInt8) {
    low |= Self.upTo(last) & ~Self.below(first)
    high |= Self.upTo(last &- 64, isThere: last >= 64) & ~Self.below(first &- 64, isThere: first >= 64)
  }

  mutating func insert(_ byte: UInt8) { insert(byte, byte) }

  mutating func formUnion(_ other: ASCIIBits) {
    low |= other.low
    high |= other.high
  }

  mutating func invert() { (low, high) = (~low, ~high) }

  /// The bits up to one that is counted from the word's first; all where it lies behind the word.
  private static func upTo(_ bit: UInt8, isThere: Bool = true) -> UInt64 {
    isThere ? bit >= 63 ? .max : 1 << UInt64(bit &+ 1) - 1 : 0
  }

  private static func below(_ bit: UInt8, isThere: Bool = true) -> UInt64 {
    isThere ? bit >= 64 ? .max : 1 << UInt64(bit) - 1 : 0
  }
}

extension CodePointSet {
  static let everythingBeyondASCII = CodePointSet([0x80...0xD7FF, 0xE000...CodePointSet.last])

  /// The members from U+0080 on, without surrogates.
  var beyondASCII: CodePointSet {
    guard let last = ranges.last, last.upperBound >= 0x80 else { return CodePointSet() }
    return CodePointSet(
      scalars.ranges.compactMap { $0.upperBound < 0x80 ? nil : max($0.lowerBound, 0x80)...$0.upperBound })
  }
}
