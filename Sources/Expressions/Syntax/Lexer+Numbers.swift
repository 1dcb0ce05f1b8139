extension Lexer {
  /// `12`, `0x1F`, either with `u`; `1.5`, `.5`, `1e9`. A letter behind a number is the next token and so an error of the parser.
  mutating func scanNumber() -> Token.Kind {
    if peek() == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "x"), peek(2).hexValue != nil {
      advance(2)
      while peek().hexValue != nil { advance() }
      return scanUnsignedMark()
    }
    skipDigits()
    var isDouble = false
    if peek() == UInt8(ascii: "."), peek(1).isDigit {
      isDouble = true
      advance()
      skipDigits()
    }
    if scanExponent() { isDouble = true }
    return isDouble ? .double : scanUnsignedMark()
  }

  private mutating func skipDigits() {
    while peek().isDigit { advance() }
  }

  private mutating func scanExponent() -> Bool {
    guard peek() | 0x20 == UInt8(ascii: "e") else { return false }
    let signed = [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(peek(1))
    guard peek(signed ? 2 : 1).isDigit else { return false }
    advance(signed ? 2 : 1)
    skipDigits()
    return true
  }

  private mutating func scanUnsignedMark() -> Token.Kind {
    guard peek() | 0x20 == UInt8(ascii: "u") else { return .int }
    advance()
    return .uint
  }
}
