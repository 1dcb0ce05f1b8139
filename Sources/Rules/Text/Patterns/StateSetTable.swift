/// The distinct sets of states that a construction meets, numbered in the order in which they come; one bit a state.
struct StateSetTable {
  /// Words of a set, a bit for each of 64 states.
  let width: Int
  private(set) var count = 0
  private var words: [UInt64] = []
  /// Open addressing: numbers plus one, 0 where a slot is free.
  private var slots: [UInt16]

  /// - Parameter capacity: no more sets than that will be added. A power of two below 32,768.
  init(width: Int, capacity: Int) {
    self.width = width
    slots = [UInt16](repeating: 0, count: 2 * capacity)
    words.reserveCapacity(32 * width)
  }

  func contains(_ state: Int, in set: Int) -> Bool { words[set * width + state / 64] >> UInt64(state % 64) & 1 == 1 }

  /// Replaces `states` by those of a set below `limit`, ascending.
  func read(_ set: Int, below limit: Int, into states: inout [Int]) {
    states.removeAll(keepingCapacity: true)
    for word in 0..<width {
      var rest = words[set &* width &+ word]
      while rest != 0 {
        let state = word &* 64 &+ rest.trailingZeroBitCount
        if state < limit { states.append(state) }
        rest &= rest &- 1
      }
    }
  }

  /// The number of the set whose words start at `offset`.
  mutating func number(of source: Span<UInt64>, at offset: Int) -> Int {
    let slot = slot(source, offset)
    if slots[slot] != 0 { return Int(slots[slot]) &- 1 }
    count += 1
    slots[slot] = UInt16(truncatingIfNeeded: count)
    for word in offset..<offset &+ width { words.append(source[word]) }
    return count - 1
  }

  /// Where the set is, or could be.
  private func slot(_ source: Span<UInt64>, _ offset: Int) -> Int {
    let (slots, words) = (slots.span, words.span)
    var slot = hash(source, offset)
    while slots[slot] != 0 {
      if isEqual(words, Int(slots[slot]) &- 1, source, offset) { return slot }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return slot
  }

  @inline(__always)
  private func hash(_ source: Span<UInt64>, _ offset: Int) -> Int {
    var hash: UInt64 = 0
    for word in offset..<offset &+ width {
      hash = (hash ^ source[word]) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    return Int(truncatingIfNeeded: hash) & (slots.count &- 1)
  }

  @inline(__always)
  private func isEqual(_ words: Span<UInt64>, _ set: Int, _ source: Span<UInt64>, _ offset: Int) -> Bool {
    for word in 0..<width where words[set &* width &+ word] != source[offset &+ word] { return false }
    return true
  }
}
