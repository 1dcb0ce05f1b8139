extension Scanner {
  struct ScannedString {
    /// Behind the closing quote.
    let end: Position
    /// Bytes of the unescaped content, which starts where the string did.
    let length: Int
    let codePoints: Int
    let flags: Node.Flags
  }

  /// A string from behind its opening quote.
  @inline(__always)
  func scanString(_ content: Position) throws(Malformed) -> ScannedString {
    do throws(TokenFault) { return try Self.scanString(content) } catch { throw stringFailure(content, error) }
  }

  /// The same for who has no scanner at hand. Plain ASCII of up to 31 bytes ends at the first mask; the rest is out of line.
  @inline(__always)
  static func scanString(_ content: Position) throws(TokenFault) -> ScannedString {
    let mask = ByteScan.special32(content)
    // Asked first: a count that is right for zero too takes longer.
    if mask == 0 { return try scanSlowString(content, content + 32) }
    let length = mask.trailingZeroBitCount
    if content[length] == 0x22 {
      return ScannedString(end: content + length + 1, length: length, codePoints: length, flags: [])
    }
    return try scanSlowString(content, content + length)
  }

  /// The string from its first byte on that is no plain ASCII: runs of text are validated, and moved down behind what
  /// escapes left.
  @inline(never)
  private static func scanSlowString(_ content: Position, _ special: Position) throws(TokenFault) -> ScannedString {
    var read = special
    // Up to the first escape `write` follows `read` and nothing is moved.
    var write = special
    var codePoints = special - content
    var flags: Node.Flags = []
    while true {
      let run = try TextRun(from: read)
      codePoints &+= run.codePoints
      let length = run.end - read
      if run.codePoints != length { flags.insert(.nonASCII) }
      move(length, from: &read, to: &write)
      if read.pointee == 0x22 {
        // Zeros up to the quote: the source's end of the string can be found again (`Document.span(of:)`).
        if write != read { write.update(repeating: 0, count: read - write) }
        return ScannedString(end: read + 1, length: write - content, codePoints: codePoints, flags: flags)
      }
      if read.pointee != 0x5C { throw TokenFault(reason: .controlCharacter, position: read) }
      flags.insert(.escaped)
      let scalar = try unescape(&read)
      if scalar >= 0x80 { flags.insert(.nonASCII) }
      UTF8Sequence.write(scalar, at: &write)
      codePoints &+= 1
    }
  }

  /// SAFETY: `write <= read`, both inside the text: content never grows by unescaping.
  @inline(__always)
  private static func move(_ length: Int, from read: inout Position, to write: inout Position) {
    if read != write { moveDown(length, read, write) }
    read += length
    write += length
  }

  /// From the front, each step loaded before it is stored, and never past the end: behind it lies what is still to be
  /// read. SAFETY: `write < read`, both with `length` bytes.
  @inline(__always)
  private static func moveDown(_ length: Int, _ read: Position, _ write: Position) {
    var offset = 0
    while offset &+ 16 <= length {
      move(SIMD16<UInt8>.self, read + offset, write + offset)
      offset &+= 16
    }
    if length & 8 != 0 {
      move(UInt64.self, read + offset, write + offset)
      offset &+= 8
    }
    // Of the last eight bytes those that are none of the run's are written as they were.
    let kept = UInt64.max &<< UInt64(truncatingIfNeeded: (length &- offset) &* 8)
    let (from, to) = (UnsafeRawPointer(read + offset), UnsafeMutableRawPointer(write + offset))
    let word = from.loadUnaligned(as: UInt64.self) & ~kept | to.loadUnaligned(as: UInt64.self) & kept
    to.storeBytes(of: word, as: UInt64.self)
  }

  @inline(__always)
  private static func move<Step: BitwiseCopyable>(_ step: Step.Type, _ read: Position, _ write: Position) {
    UnsafeMutableRawPointer(write).storeBytes(of: UnsafeRawPointer(read).loadUnaligned(as: step), as: step)
  }

  /// A control character past the end is the padding: the string has no closing quote.
  @inline(never)
  private func stringFailure(_ content: Position, _ fault: TokenFault) -> Malformed {
    if fault.reason == .controlCharacter, fault.position - base >= count {
      return Malformed(reason: .unterminatedString, offset: content - 1 - base)
    }
    return failure(fault)
  }

  /// The code point of the escape at `read`, which moves behind it (RFC 8259, 7).
  private static func unescape(_ read: inout Position) throws(TokenFault) -> UInt32 {
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
    default: throw TokenFault(reason: .unknownEscape, position: start)
    }
    read += 2
    return scalar
  }

  private static func unescapeUnicode(_ read: inout Position) throws(TokenFault) -> UInt32 {
    let start = read
    guard let high = hex4(start + 2) else { throw TokenFault(reason: .unicodeEscape, position: start) }
    read += 6
    if high & 0xF800 != 0xD800 { return high }
    guard high & 0xFC00 == 0xD800, read[0] == 0x5C, read[1] == 0x75, let low = hex4(read + 2), low & 0xFC00 == 0xDC00
    else { throw TokenFault(reason: .loneSurrogate, position: start) }
    read += 6
    return 0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF)
  }

  private static func hex4(_ position: Position) -> UInt32? {
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
