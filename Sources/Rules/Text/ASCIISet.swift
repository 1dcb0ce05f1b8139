/// A set of ASCII characters as a bit mask: grammars name their classes once, membership is one shift.
struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  static let digits = ASCIISet("0123456789")
  static let letters = ASCIISet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

  /// `characters` is a literal of ASCII; others are not taken.
  init(_ characters: StaticString) {
    for scalar in characters.description.unicodeScalars where scalar.isASCII { insert(ascii(scalar)) }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 0x80 && (byte < 64 ? low : high) & Self.bit(byte) != 0
  }

  func union(_ other: ASCIISet) -> ASCIISet {
    var result = self
    result.low |= other.low
    result.high |= other.high
    return result
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= Self.bit(byte) } else { high |= Self.bit(byte) }
  }

  private static func bit(_ byte: UInt8) -> UInt64 { 1 &<< UInt64(byte & 63) }
}
