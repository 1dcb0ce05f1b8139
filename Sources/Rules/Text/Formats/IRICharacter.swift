/// The characters beyond ASCII of RFC 3987, section 2.2, which RFC 6570, section 1.5 has too.
enum IRICharacter {
  /// `ucschar`: all planes but for what is private, a noncharacter, a special or, in plane 14, a tag.
  static func isUCS(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
    case 0x10000...0xEFFFF: scalar.value & 0xFFFF <= 0xFFFD && !(0xE0000...0xE0FFF ~= scalar.value)
    default: false
    }
  }

  /// `iprivate`: the private use areas.
  static func isPrivateUse(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
    default: false
    }
  }

  /// Characters that change the direction of what follows. The grammar takes them, but an IRI must not have them:
  /// RFC 3987, section 4.1. Its list lacks U+202B, which is of the same kind.
  private static func isBidiFormatting(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x202A...0x202E: true
    default: false
    }
  }

  /// The bytes of the `ucschar` at `position` that an IRI may have; nil where there is none.
  static func length(in text: Span<UInt8>, at position: Int) -> Int? {
    guard let (scalar, length) = text.scalar(at: position), isUCS(scalar), !isBidiFormatting(scalar) else { return nil }
    return length
  }

  /// The bytes of the `iprivate` at `position`; nil where there is none.
  static func privateUseLength(in text: Span<UInt8>, at position: Int) -> Int? {
    guard let (scalar, length) = text.scalar(at: position), isPrivateUse(scalar) else { return nil }
    return length
  }
}
