extension Scanner {
  struct ScannedString {
    /// Behind the closing quote.
    let end: Position
    /// Bytes of the unescaped content, which starts where the string did.
    let length: Int
    let codePoints: Int
    let flags: Node.Flags
  }

  /// A string from behind its opening quote. Plain ASCII ends at the first mask; the rest is out of line.
  @inline(__always)
  func scanString(_ content: Position) throws(Malformed) -> ScannedString {
    let special = ByteScan.special(content)
    if special.pointee == 0x22 {
      let length = special - content
      return ScannedString(end: special + 1, length: length, codePoints: length, flags: [])
    }
    return try scanSlowString(content, special)
  }

  /// The string from its first special byte on: non-ASCII is validated, escapes are undone in place.
  @inline(never)
  private func scanSlowString(_ content: Position, _ special: Position) throws(Malformed) -> ScannedString {
    var read = special
    // Up to the first escape `write` follows `read` and nothing is moved.
    var write = special
    var codePoints = special - content
    var flags: Node.Flags = []
    while true {
      let byte = read.pointee
      if byte == 0x22 {
        // Zeros up to the quote: the source's end of the string can be found again (`Document.span(of:)`).
        if write != read { write.update(repeating: 0, count: read - write) }
        return ScannedString(end: read + 1, length: write - content, codePoints: codePoints, flags: flags)
      } else if byte >= 0x80 {
        flags.insert(.nonASCII)
        // Scripts other than Latin come in runs: the next mask waits until one ends.
        repeat {
          let length = UTF8Sequence.length(at: read)
          if length == 0 { throw failure(.notUTF8, read) }
          move(length, from: &read, to: &write)
          codePoints &+= 1
        } while read.pointee >= 0x80
      } else if byte == 0x5C {
        flags.insert(.escaped)
        let scalar = try unescape(&read)
        if scalar >= 0x80 { flags.insert(.nonASCII) }
        UTF8Sequence.write(scalar, at: &write)
        codePoints &+= 1
      } else {
        throw stringFailure(content, read)
      }
      let next = ByteScan.special(read)
      codePoints &+= next - read
      move(next - read, from: &read, to: &write)
    }
  }

  /// SAFETY: `write <= read`, both inside the text: content never grows by unescaping.
  @inline(__always)
  private func move(_ length: Int, from read: inout Position, to write: inout Position) {
    if read != write { moveDown(length, read, write) }
    read += length
    write += length
  }

  /// From the front, each step loaded before it is stored, and never past the end: behind it lies what is still to be
  /// read. SAFETY: `write < read`, both with `length` bytes.
  @inline(__always)
  private func moveDown(_ length: Int, _ read: Position, _ write: Position) {
    var offset = 0
    while offset &+ 16 <= length {
      Self.move(SIMD16<UInt8>.self, read + offset, write + offset)
      offset &+= 16
    }
    if length & 8 != 0 {
      Self.move(UInt64.self, read + offset, write + offset)
      offset &+= 8
    }
    while offset < length {
      write[offset] = read[offset]
      offset &+= 1
    }
  }

  @inline(__always)
  private static func move<Step: BitwiseCopyable>(_ step: Step.Type, _ read: Position, _ write: Position) {
    UnsafeMutableRawPointer(write).storeBytes(of: UnsafeRawPointer(read).loadUnaligned(as: step), as: step)
  }

  private func stringFailure(_ content: Position, _ position: Position) -> Malformed {
    let offset = position - base
    if offset >= count { return Malformed(reason: .unterminatedString, offset: content - 1 - base) }
    return Malformed(reason: .controlCharacter, offset: offset)
  }

  /// The code point of the escape at `read`, which moves behind it (RFC 8259, 7).
  private func unescape(_ read: inout Position) throws(Malformed) -> UInt32 {
    let start = read
    let scalar: UInt32
    switch read[1] {
    case 0x22, 0x5C, 0x2F: scalar = UInt32(read[1])
    case 0x62: scalar = 0x08
    case 0x66: scalar = 0x0C
    case 0x6E: scalar = 0x0A
    case 0x72: scalar = 0x0D
    case 0x74: scalar = 0x09
    case 0x75: return try unescapeUnicode(&read)
    default: throw failure(.unknownEscape, start)
    }
    read += 2
    return scalar
  }

  private func unescapeUnicode(_ read: inout Position) throws(Malformed) -> UInt32 {
    let start = read
    guard let high = hex4(start + 2) else { throw failure(.unicodeEscape, start) }
    read += 6
    if high & 0xF800 != 0xD800 { return high }
    guard high & 0xFC00 == 0xD800, read[0] == 0x5C, read[1] == 0x75, let low = hex4(read + 2), low & 0xFC00 == 0xDC00
    else { throw failure(.loneSurrogate, start) }
    read += 6
    return 0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF)
  }

  private func hex4(_ position: Position) -> UInt32? {
    var value: UInt32 = 0
    for index in 0..<4 {
      let byte = position[index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: return nil  // The zero padding ends here too.
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

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
