/// The character classes of RFC 5234, appendix B.1, on bytes. No byte of a non-ASCII character is in any of them.
enum ASCII {
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isUppercase(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  static func isLowercase(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  static func isLetter(_ byte: UInt8) -> Bool { isLowercase(byte | 0x20) }
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
  static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 6 }

  static func lowercased(_ byte: UInt8) -> UInt8 { isUppercase(byte) ? byte | 0x20 : byte }
  static func uppercased(_ byte: UInt8) -> UInt8 { isLowercase(byte) ? byte & ~0x20 : byte }
}

/// A byte written as the character it stands for; `character` is always an ASCII literal.
func ascii(_ character: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: character.value) }

extension Span<UInt8> {
  /// The byte at `position`, nil outside of the text: grammars look ahead and back without asking for the length first.
  func byte(at position: Int) -> UInt8? { position >= 0 && position < count ? self[position] : nil }

  /// Whether `character`, an ASCII literal, stands at `position`.
  func has(_ character: Unicode.Scalar, at position: Int) -> Bool { byte(at: position) == ascii(character) }

  /// Whether `character`, an ASCII letter in lower case, stands at `position` in either case. The literals of RFC 5234
  /// (section 2.3) are case-insensitive.
  func has(anyCaseOf character: Unicode.Scalar, at position: Int) -> Bool {
    byte(at: position).map(ASCII.lowercased) == ascii(character)
  }

  /// The value 0...99 of the two ASCII digits at `position`.
  func twoDigits(at position: Int) -> Int? {
    guard position + 1 < count, ASCII.isDigit(self[position]), ASCII.isDigit(self[position + 1]) else { return nil }
    return Int(self[position] &- 0x30) * 10 + Int(self[position + 1] &- 0x30)
  }

  /// The first position from `start` on whose byte fails `isIncluded`, or `count`.
  func end(from start: Int, while isIncluded: (UInt8) -> Bool) -> Int {
    var position = start
    while position < count, isIncluded(self[position]) { position += 1 }
    return position
  }
}
