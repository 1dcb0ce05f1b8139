/// A set of states of a ``ByteNFA``, one bit each: unions and comparisons cost a word for 64 states.
struct StateSet: Hashable {
  private(set) var words: [UInt64]

  init(stateCount: Int) { words = [UInt64](repeating: 0, count: (stateCount + 63) / 64) }

  func contains(_ state: Int) -> Bool { words[state / 64] >> UInt64(state % 64) & 1 == 1 }

  /// False if it was in the set already.
  mutating func insert(_ state: Int) -> Bool {
    let bit = UInt64(1) << UInt64(state % 64)
    if words[state / 64] & bit != 0 { return false }
    words[state / 64] |= bit
    return true
  }

  mutating func formUnion(_ other: StateSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Calls `body` with each state, ascending.
  func forEach(_ body: (Int) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}
