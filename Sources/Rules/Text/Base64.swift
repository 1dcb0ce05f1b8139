/// Base64 as RFC 4648, section 4 has it: with padding, without white space.
enum Base64 {
  /// The bytes; nil when the text is none. O(bytes).
  static func decode(_ text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
    let padding = text.suffix(2).reversed().prefix { $0 == 0x3D }.count
    guard text.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.dropLast(padding) {
      guard let value = value(of: byte) else { return nil }
      bits = bits << 6 | value
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    // Bits that stand for nothing are zero in a canonical encoding (3.5); readers need not insist.
    return bytes
  }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }
}
