/// Cuts a text into tokens. Bytes at and behind the end read as zero, which is no character of the grammar.
struct Lexer {
  let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() throws(Problem) -> Token {
    skipSpace()
    let start = offset
    guard start < bytes.count else { return Token(kind: .end, span: SourceSpan(start: start, end: start)) }
    let kind = try scan()
    return Token(kind: kind, span: SourceSpan(start: start, end: offset))
  }

  func peek(_ distance: Int = 0) -> UInt8 {
    let index = offset + distance
    return index < bytes.count ? bytes[index] : 0
  }

  mutating func advance(_ count: Int = 1) { offset = min(offset + count, bytes.count) }

  func problem(_ message: String, from start: Int) -> Problem {
    Problem(.syntax, message, SourceSpan(start: start, end: max(offset, min(start + 1, bytes.count))))
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: offset += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"): skipLine()
      default: return
      }
    }
  }

  private mutating func skipLine() {
    while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
  }

  private mutating func scan() throws(Problem) -> Token.Kind {
    let byte = peek()
    if byte.isDigit || (byte == UInt8(ascii: ".") && peek(1).isDigit) { return scanNumber() }
    if let kind = try scanText() { return kind }
    if byte.isIdentifierStart { return scanWord() }
    if byte == UInt8(ascii: "`") { return try scanQuotedIdentifier() }
    return try scanPunctuation()
  }

  private mutating func scanWord() -> Token.Kind {
    let start = offset
    while peek().isIdentifierPart { advance() }
    return Token.keywords[text(start, offset)] ?? .identifier
  }

  func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  /// Letters, digits, `_`, `.`, `-`, `/` and space between backticks.
  private mutating func scanQuotedIdentifier() throws(Problem) -> Token.Kind {
    let start = offset
    advance()
    while peek().isIdentifierPart || [0x20, 0x2D, 0x2E, 0x2F].contains(peek()) { advance() }
    guard peek() == UInt8(ascii: "`"), offset > start + 1 else {
      throw problem("a name in backticks has letters, digits, '_', '.', '-', '/' or spaces; close it", from: start)
    }
    advance()
    return .quotedIdentifier
  }

  private mutating func scanPunctuation() throws(Problem) -> Token.Kind {
    let start = offset
    for length in [2, 1] where start + length <= bytes.count {
      if let kind = Self.punctuation[text(start, start + length)] {
        advance(length)
        return kind
      }
    }
    throw unexpected(start)
  }

  private mutating func unexpected(_ start: Int) -> Problem {
    let advice = ["=": "; equality is '=='", "&": "; and is '&&'", "|": "; or is '||'", "~": "; bits: math.bitNot"]
    advance()
    while peek() & 0xC0 == 0x80 { advance() }
    let character = text(start, offset)
    return problem("'\(character)' has no meaning here\(advice[character] ?? "")", from: start)
  }

  private static let punctuation: [String: Token.Kind] = {
    let kinds: [Token.Kind] = [
      .dot, .comma, .colon, .question, .openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .openBrace,
      .closeBrace, .plus, .minus, .star, .slash, .percent, .not, .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .and, .or,
    ]
    return Dictionary(uniqueKeysWithValues: kinds.map { ($0.rawValue, $0) })
  }()
}
