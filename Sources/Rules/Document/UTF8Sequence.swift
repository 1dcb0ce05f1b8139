/// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Sequence {
  /// The length of the valid multi-byte sequence at `position`, or 0. SAFETY: reads 4 bytes of padded text.
  @inline(__always)
  static func length(at position: UnsafePointer<UInt8>) -> Int {
    // Little-endian: the first byte is the lowest.
    let word = UInt32(littleEndian: UnsafeRawPointer(position).loadUnaligned(as: UInt32.self))
    if word & 0xC0E0 == 0x80C0 { return word & 0x1E == 0 ? 0 : 2 }
    if word & 0xC0C0F0 == 0x8080E0 {
      let bits = word & 0x200F
      return bits == 0 || bits == 0x200D ? 0 : 3
    }
    if word & 0xC0C0_C0F8 == 0x8080_80F0 {
      let bits = word & 0x3007
      if bits == 0 { return 0 }
      return bits & 4 != 0 && bits & 0x3003 != 0 ? 0 : 4
    }
    return 0
  }

  /// Writes one code point. SAFETY: the caller has 4 bytes of room.
  static func write(_ scalar: UInt32, at position: inout UnsafeMutablePointer<UInt8>) {
    switch scalar {
    case ..<0x80:
      position[0] = UInt8(truncatingIfNeeded: scalar)
      position += 1
    case ..<0x800:
      position[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      position[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      position += 2
    case ..<0x10000:
      position[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      position[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      position[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      position += 3
    default:
      position[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
      position[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
      position[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      position[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      position += 4
    }
  }
}
