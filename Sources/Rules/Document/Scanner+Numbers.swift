extension Scanner {
  struct ScannedNumber {
    let end: Position
    let flags: Node.Flags
  }

  /// A number (RFC 8259, 6). Nothing is converted: keywords compare the digits (``ExactNumber``).
  @inline(__always)
  func scanNumber(_ start: Position) throws(Malformed) -> ScannedNumber {
    do throws(TokenFault) { return try Self.scanNumber(start) } catch { throw failure(error) }
  }

  /// The same for who has no scanner at hand.
  @inline(__always)
  static func scanNumber(_ start: Position) throws(TokenFault) -> ScannedNumber {
    var position = start
    var flags: Node.Flags = .integer
    if position.pointee == 0x2D {
      position += 1
      flags.insert(.negative)
    }
    if position.pointee == 0x30 {
      position += 1
      if isDigit(position) { throw TokenFault(reason: .leadingZero, position: start) }
    } else {
      position = try skipDigits(position)
    }
    if position.pointee == 0x2E {
      flags.remove(.integer)
      position = try skipDigits(position + 1)
    }
    if position.pointee | 0x20 == 0x65 {
      flags.remove(.integer)
      position += 1
      if position.pointee == 0x2B || position.pointee == 0x2D { position += 1 }
      position = try skipDigits(position)
    }
    return ScannedNumber(end: position, flags: flags)
  }

  /// Behind the run of digits, of which there must be one.
  @inline(__always)
  private static func skipDigits(_ start: Position) throws(TokenFault) -> Position {
    var position = start
    if !isDigit(position) { throw TokenFault(reason: .expectedDigit, position: position) }
    repeat { position += 1 } while isDigit(position)
    return position
  }

  @inline(__always)
  private static func isDigit(_ position: Position) -> Bool { position.pointee &- 0x30 < 10 }

  /// `true`, `false` or `null`.
  @inline(__always)
  func scanLiteral(_ position: Position) throws(Malformed) -> NodeKind {
    guard let kind = Self.literal(position) else { throw failure(.expectedValue, position) }
    return kind
  }

  /// The literal that starts here, compared four bytes at a time. SAFETY: the text is padded.
  @inline(__always)
  static func literal(_ position: Position) -> NodeKind? {
    let raw = UnsafeRawPointer(position)
    let word = UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self))
    if word == 0x6575_7274 { return .true }
    if word == 0x6C6C_756E { return .null }
    if word == 0x736C_6166, position[4] == 0x65 { return .false }
    return nil
  }
}
