extension Parser {
  mutating func plainLiteral(_ start: Int) throws(Problem) -> NodeIndex {
    let literal: Literal
    switch token.kind {
    case .true: literal = .bool(true)
    case .false: literal = .bool(false)
    case .null: literal = .null
    case .string: literal = .string(try TextLiteral.content(of: bytes, token.span))
    case .bytes: literal = .bytes(try TextLiteral.content(of: bytes, token.span))
    default: throw unexpected("a value")
    }
    try advance()
    return try add(.literal(literal), start)
  }

  mutating func numberLiteral(negative: Bool, from start: Int) throws(Problem) -> NodeIndex {
    let literal = try number(text(token.span).lowercased(), token.kind, negative)
    try advance()
    return try add(.literal(literal), start)
  }

  private func number(_ text: String, _ kind: Token.Kind, _ negative: Bool) throws(Problem) -> Literal {
    let sign = negative ? "-" : ""
    if kind == .double {
      guard let value = Double(sign + text) else { throw tooLarge("double") }
      return .double(value)
    }
    let digits = kind == .uint ? String(text.dropLast()) : text
    let isHex = digits.hasPrefix("0x")
    let plain = sign + (isHex ? String(digits.dropFirst(2)) : digits)
    if kind == .uint {
      guard let value = UInt64(plain, radix: isHex ? 16 : 10) else { throw tooLarge("uint (64 bits)") }
      return .uint(value)
    }
    guard let value = Int64(plain, radix: isHex ? 16 : 10) else { throw tooLarge("int (64 bits, signed)") }
    return .int(value)
  }

  private func tooLarge(_ type: String) -> Problem {
    Problem(.syntax, "\(text(token.span).prefix(60)) does not fit into \(type)", token.span)
  }
}
