/// A set of bytes as 256 bits, the least significant of the first word standing for zero. Plain data.
struct ByteSet: Hashable, Sendable {
  private(set) var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  static func == (left: ByteSet, right: ByteSet) -> Bool { left.words == right.words }

  func hash(into hasher: inout Hasher) {
    for word in [words.0, words.1, words.2, words.3] { hasher.combine(word) }
  }

  init() {}

  init(_ byte: UInt8) {
    insert(byte...byte)
  }

  init(_ range: ClosedRange<UInt8>) {
    insert(range)
  }

  /// The ASCII members of `set`.
  init(ascii set: CodePointSet) {
    for range in set.ranges where range.lowerBound < 0x80 {
      insert(UInt8(range.lowerBound)...UInt8(min(range.upperBound, 0x7F)))
    }
  }

  /// The ASCII members of a set.
  init(ascii node: FlatPattern.Node) { words = (node.low, node.high, 0, 0) }

  mutating func insert(_ range: ClosedRange<UInt8>) {
    words.0 |= Self.word(0, range)
    words.1 |= Self.word(64, range)
    words.2 |= Self.word(128, range)
    words.3 |= Self.word(192, range)
  }

  /// The bits of a range in the word that starts at a byte.
  private static func word(_ start: Int, _ range: ClosedRange<UInt8>) -> UInt64 {
    let (first, last) = (max(Int(range.lowerBound) - start, 0), min(Int(range.upperBound) - start, 63))
    guard first <= last else { return 0 }
    return UInt64.max << UInt64(first) & UInt64.max >> UInt64(63 - last)
  }

  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return word >> UInt64(byte & 63) & 1 == 1
  }

  func isDisjoint(from other: ByteSet) -> Bool {
    words.0 & other.words.0 | words.1 & other.words.1 | words.2 & other.words.2 | words.3 & other.words.3 == 0
  }

  var isEmpty: Bool { words.0 | words.1 | words.2 | words.3 == 0 }

  var isFull: Bool { words.0 & words.1 & words.2 & words.3 == .max }

  var count: Int {
    words.0.nonzeroBitCount + words.1.nonzeroBitCount + words.2.nonzeroBitCount + words.3.nonzeroBitCount
  }

  /// The smallest member.
  var first: UInt8? {
    if words.0 != 0 { return UInt8(words.0.trailingZeroBitCount) }
    if words.1 != 0 { return UInt8(64 + words.1.trailingZeroBitCount) }
    if words.2 != 0 { return UInt8(128 + words.2.trailingZeroBitCount) }
    return words.3 != 0 ? UInt8(192 + words.3.trailingZeroBitCount) : nil
  }

  /// The first byte from one on that is no member; 0 where there is none.
  func firstGap(behind byte: UInt8) -> UInt8 {
    var next = Int(byte)
    while next <= 0xFF, contains(UInt8(next)) { next += 1 }
    return UInt8(truncatingIfNeeded: next)
  }

  func intersection(_ other: ByteSet) -> ByteSet {
    ByteSet(
      words: (
        words.0 & other.words.0, words.1 & other.words.1, words.2 & other.words.2, words.3 & other.words.3
      ))
  }

  func subtracting(_ other: ByteSet) -> ByteSet {
    ByteSet(
      words: (
        words.0 & ~other.words.0, words.1 & ~other.words.1, words.2 & ~other.words.2, words.3 & ~other.words.3
      ))
  }

  private init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// Members from the smallest on.
  @inline(__always)
  func forEach(_ body: (UInt8) -> Void) {
    for index in 0..<4 {
      var rest = index < 2 ? index == 0 ? words.0 : words.1 : index == 2 ? words.2 : words.3
      while rest != 0 {
        body(UInt8(truncatingIfNeeded: index &* 64 &+ rest.trailingZeroBitCount))
        rest &= rest &- 1
      }
    }
  }

  var members: [UInt8] {
    var members: [UInt8] = []
    members.reserveCapacity(count)
    forEach { members.append($0) }
    return members
  }
}
