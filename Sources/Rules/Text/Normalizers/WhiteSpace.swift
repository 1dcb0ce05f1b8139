/// The property White_Space of Unicode (PropList.txt) in UTF-8. The set is stable: it last changed in Unicode 6.3.
enum WhiteSpace {
  /// The bytes of the white space character at `position`, 0 where there is none.
  static func length(in text: Span<UInt8>, at position: Int) -> Int {
    guard let first = text.byte(at: position) else { return 0 }
    switch first {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2: return isSecondByte(text.byte(at: position + 1)) ? 2 : 0
    case 0xE1...0xE3:
      // 0 is no continuation byte: it stands for the end of the text.
      let (second, third) = (text.byte(at: position + 1) ?? 0, text.byte(at: position + 2) ?? 0)
      return isThreeBytes(first, second, third) ? 3 : 0
    default: return 0
    }
  }

  /// The bytes of the white space character that ends before `end`, 0 where there is none.
  static func length(in text: Span<UInt8>, before end: Int) -> Int {
    // A lead byte is never a continuation byte: at most one of the lengths fits.
    for length in 1...3 where length <= end && self.length(in: text, at: end - length) == length { return length }
    return 0
  }

  /// U+0085 and U+00A0.
  private static func isSecondByte(_ byte: UInt8?) -> Bool { byte == 0x85 || byte == 0xA0 }

  private static func isThreeBytes(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    // U+1680
    case (0xE1, 0x9A, 0x80): true
    // U+2000...U+200A, U+2028, U+2029, U+202F
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF): true
    // U+205F
    case (0xE2, 0x81, 0x9F): true
    // U+3000
    case (0xE3, 0x80, 0x80): true
    default: false
    }
  }
}
