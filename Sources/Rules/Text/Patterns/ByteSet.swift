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

  /// The ASCII members of `set`.
  init(ascii set: CodePointSet) {
    for range in set.ranges where range.lowerBound < 0x80 {
      insert(UInt8(range.lowerBound)...UInt8(min(range.upperBound, 0x7F)))
    }
  }

  mutating func insert(_ range: ClosedRange<UInt8>) {
    for byte in range {
      let bit: UInt64 = 1 << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: words.0 |= bit
      case 1: words.1 |= bit
      case 2: words.2 |= bit
      default: words.3 |= bit
      }
    }
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

  var members: [UInt8] { (0...255).filter(contains) }
}
