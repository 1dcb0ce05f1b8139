extension Lexer {
  /// A string or bytes literal, with the prefixes `r`, `b` and `br` in either case; nil where none starts.
  mutating func scanText() throws(Problem) -> Token.Kind? {
    let start = offset
    var prefix = 0
    let isBytes = peek() | 0x20 == UInt8(ascii: "b")
    if isBytes { prefix += 1 }
    let isRaw = peek(prefix) | 0x20 == UInt8(ascii: "r")
    if isRaw { prefix += 1 }
    let quote = peek(prefix)
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
    advance(prefix)
    try skipText(quote, isRaw: isRaw, from: start)
    return isBytes ? .bytes : .string
  }

  private mutating func skipText(_ quote: UInt8, isRaw: Bool, from start: Int) throws(Problem) {
    let isTriple = peek(1) == quote && peek(2) == quote
    advance(isTriple ? 3 : 1)
    while offset < bytes.count {
      if peek() == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        return advance(isTriple ? 3 : 1)
      }
      if !isTriple, peek() == 0x0A || peek() == 0x0D {
        throw problem("the text ends at the end of the line; close it, or write it in triple quotes", from: start)
      }
      advance(!isRaw && peek() == UInt8(ascii: "\\") ? 2 : 1)
    }
    throw problem("the text is not closed; end it with \(isTriple ? "three quotes" : "a quote")", from: start)
  }
}
