extension Span<UInt8> {
  /// The scalar that begins at `position` and its length in bytes; nil where no well-formed sequence begins (Unicode,
  /// table 3-7). Validated text always has one at a character's start.
  func scalar(at position: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let lead = byte(at: position) else { return nil }
    switch lead {
    case 0x00...0x7F: return (Unicode.Scalar(lead), 1)
    case 0xC2...0xDF: return scalar(at: position, length: 2, leadBits: lead & 0x1F, atLeast: 0x80)
    case 0xE0...0xEF: return scalar(at: position, length: 3, leadBits: lead & 0x0F, atLeast: 0x800)
    case 0xF0...0xF4: return scalar(at: position, length: 4, leadBits: lead & 0x07, atLeast: 0x10000)
    default: return nil
    }
  }

  private func scalar(
    at position: Int, length: Int, leadBits: UInt8, atLeast minimum: UInt32
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    var value = UInt32(leadBits)
    for offset in 1..<length {
      guard let byte = byte(at: position + offset), byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // `Unicode.Scalar` refuses surrogates and what is beyond U+10FFFF.
    guard value >= minimum, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
