/// A run of bytes out of one set. Plain data of 40 bytes: the evaluator keeps the steps of all patterns in one table.
struct ClassStep: Hashable, Sendable {
  /// First, so that the matcher finds its words at the address of the step.
  var bytes: ByteSet
  var minimum: UInt32
  /// `UInt32.max` for no upper limit.
  var maximum: UInt32

  var isFixed: Bool { minimum == maximum }

  /// The set as the fewest ranges, in order.
  var ranges: [ClosedRange<UInt8>] {
    var ranges: [ClosedRange<UInt8>] = []
    var rest = bytes
    while let first = rest.first {
      let last = rest.firstGap(behind: first) &- 1
      ranges.append(first...last)
      rest = rest.subtracting(ByteSet(first...last))
    }
    return ranges
  }
}

/// A pattern that needs no backtracking: steps one after the other, each taking as many bytes as it can.
struct ClassProgram: Hashable, Sendable {
  var steps: [ClassStep]
  /// The pattern starts with `^`. Without it every step is one byte, and a match is looked for at each offset.
  var isAnchoredAtStart: Bool
  /// The pattern ends with `$`.
  var isAnchoredAtEnd: Bool

  /// The fewest bytes that can match.
  var minimumLength: Int { steps.reduce(0) { $0 + Int($1.minimum) } }
}

extension ClassProgram {
  /// The longest text that is looked for at each offset. PCRE2 has better searches for longer ones.
  static let maximumSearchLength = 16

  /// True if taking as many bytes as possible is right: no shorter run of a step could help the steps behind it.
  ///
  /// That holds if no step that may come next, up to the first that must, can take a byte that the run gave back.
  static func isDeterministic(_ steps: [ClassStep]) -> Bool {
    steps.indices.allSatisfy { index in
      if steps[index].isFixed { return true }
      for next in steps[(index + 1)...] {
        guard steps[index].bytes.isDisjoint(from: next.bytes) else { return false }
        if next.minimum > 0 { return true }
      }
      return true
    }
  }
}

extension ClassProgram: CustomStringConvertible {
  /// For the disassembler: `^[-0-9A-Z_a-z]{1,}$`.
  var description: String {
    (isAnchoredAtStart ? "^" : "") + steps.map(\.description).joined() + (isAnchoredAtEnd ? "$" : "")
  }
}

extension ClassStep: CustomStringConvertible {
  var description: String {
    let ranges = ranges
    let texts = ranges.map { $0.count == 1 ? Self.text($0.lowerBound) : Self.text($0) }
    let set = ranges.count == 1 && ranges[0].count == 1 ? texts[0] : "[\(texts.joined())]"
    switch (minimum, maximum) {
    case (1, 1): return set
    case (_, .max): return "\(set){\(minimum),}"
    default: return isFixed ? "\(set){\(minimum)}" : "\(set){\(minimum),\(maximum)}"
    }
  }

  private static func text(_ range: ClosedRange<UInt8>) -> String {
    "\(text(range.lowerBound))-\(text(range.upperBound))"
  }

  private static func text(_ byte: UInt8) -> String {
    guard byte > 0x20, byte < 0x7F else {
      return "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return String(UnicodeScalar(byte))
  }
}
