/// A nondeterministic automaton over bytes: a flat list of states.
struct ByteAutomaton: Sendable {
  enum State: Sendable {
    /// One byte of a range, then on.
    case bytes(UInt8, UInt8, Int)
    case split(Int, Int)
    case assertion(PatternAssertion, Int)
    case match
  }

  private(set) var states: [State] = [.match]
  private(set) var start = 0
  private(set) var hasAssertions = false

  /// States: larger patterns are refused.
  private static let limit = 12_000

  init(_ node: PatternNode) throws(PatternError) {
    start = try add(node, 0)
  }

  /// Adds what reads a node and then goes on at `next`; gives where it starts. From the end to the beginning, so that every
  /// target is known.
  private mutating func add(_ node: PatternNode, _ next: Int) throws(PatternError) -> Int {
    switch node {
    case .empty: return next
    case .set(let set): return try add(set, next)
    case .assertion(let assertion):
      hasAssertions = true
      return try add(.assertion(assertion, next))
    case .sequence(let nodes):
      var next = next
      for node in nodes.reversed() { next = try add(node, next) }
      return next
    case .choice(let nodes):
      var starts: [Int] = []
      for node in nodes { starts.append(try add(node, next)) }
      return try split(starts)
    case .repetition(let node, let low, let high): return try add(node, low, high, next)
    }
  }

  private mutating func add(_ node: PatternNode, _ low: Int, _ high: Int?, _ next: Int) throws(PatternError) -> Int {
    var start = next
    if let high {
      for _ in low..<high { start = try add(.split(try add(node, start), next)) }
    } else {
      let loop = try add(.split(next, next))
      states[loop] = .split(try add(node, loop), next)
      start = loop
    }
    for _ in 0..<low { start = try add(node, start) }
    return start
  }

  private mutating func split(_ starts: [Int]) throws(PatternError) -> Int {
    guard var start = starts.last else { return try add(.bytes(1, 0, 0)) }
    for other in starts.dropLast().reversed() { start = try add(.split(other, start)) }
    return start
  }

  private mutating func add(_ state: State) throws(PatternError) -> Int {
    guard states.count < Self.limit else {
      throw PatternError(message: "the pattern is too large; shorten its repetitions")
    }
    states.append(state)
    return states.count - 1
  }

  /// The UTF-8 of every code point of a set. Sequences that end alike share their ends.
  private mutating func add(_ set: ScalarSet, _ next: Int) throws(PatternError) -> Int {
    var tails: [Tail: Int] = [:]
    var starts: [Int] = []
    for sequence in UTF8Ranges.sequences(set) {
      var start = next
      for range in sequence.reversed() {
        let tail = Tail(low: range.lowerBound, high: range.upperBound, next: start)
        if let known = tails[tail] {
          start = known
        } else {
          start = try add(.bytes(range.lowerBound, range.upperBound, start))
          tails[tail] = start
        }
      }
      starts.append(start)
    }
    return try split(starts)
  }

  private struct Tail: Hashable {
    let low: UInt8
    let high: UInt8
    let next: Int
  }
}

/// Sets of code points as sequences of byte ranges.
enum UTF8Ranges {
  static func sequences(_ set: ScalarSet) -> [[ClosedRange<UInt8>]] {
    var result: [[ClosedRange<UInt8>]] = []
    for range in set.ranges {
      for (low, high) in [(0, 0x7F), (0x80, 0x7FF), (0x800, 0xD7FF), (0xE000, 0xFFFF), (0x10000, 0x10FFFF)]
        as [(UInt32, UInt32)]
      {
        let (first, last) = (max(low, range.lowerBound), min(high, range.upperBound))
        if first <= last { cut(first, last, &result) }
      }
    }
    return result
  }

  /// Cuts a range of one length so that in each piece only a prefix differs, and everything behind it runs over all values.
  private static func cut(_ low: UInt32, _ high: UInt32, _ result: inout [[ClosedRange<UInt8>]]) {
    let width = encoded(low).count
    for step in 1..<max(width, 1) {
      let mask: UInt32 = (1 << (6 * UInt32(step))) - 1
      guard low & ~mask != high & ~mask else { continue }
      if low & mask != 0 {
        cut(low, low | mask, &result)
        return cut((low | mask) + 1, high, &result)
      }
      if high & mask != mask {
        cut(low, (high & ~mask) - 1, &result)
        return cut(high & ~mask, high, &result)
      }
    }
    result.append(zip(encoded(low), encoded(high)).map { $0...$1 })
  }

  private static func encoded(_ value: UInt32) -> [UInt8] {
    guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else { return [] }
    return Array(bytes)
  }
}
