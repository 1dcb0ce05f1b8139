extension Format {
  /// `URI-Template` of RFC 6570, section 2, of any level. An expression with one of the reserved operators
  /// (`op-reserve`) is of the grammar too, although no level gives it a meaning.
  static func isURITemplate(_ text: Span<UInt8>) -> Bool {
    var position = 0
    while position < text.count {
      let isExpression = text.has("{", at: position)
      let end = isExpression ? expressionEnd(in: text, from: position) : literalEnd(in: text, from: position)
      guard let end else { return false }
      position = end
    }
    return true
  }

  /// `literals`, section 2.1: one character. The apostrophe is of the grammar since erratum 6937.
  private static func literalEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    guard let byte = text.byte(at: start) else { return nil }
    if literalCharacters.contains(byte) { return start + 1 }
    if URISyntax.isPercentEncoded(text, at: start) { return start + 3 }
    guard byte >= 0x80, let (scalar, length) = text.scalar(at: start),
      IRICharacter.isUCS(scalar) || IRICharacter.isPrivateUse(scalar)
    else { return nil }
    return start + length
  }

  private static let literalCharacters = ASCIISet.letters.union(.digits).union(ASCIISet("!#$&'()*+,-./:;=?@[]_~"))

  /// `expression = "{" [ operator ] variable-list "}"`, sections 2.2 and 2.3.
  private static func expressionEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    var position = start + 1
    if let byte = text.byte(at: position), templateOperators.contains(byte) { position += 1 }
    while let nameEnd = variableNameEnd(in: text, from: position),
      let end = modifierEnd(in: text, from: nameEnd)
    {
      if text.has("}", at: end) { return end + 1 }
      guard text.has(",", at: end) else { return nil }
      position = end + 1
    }
    return nil
  }

  private static let templateOperators = ASCIISet("+#./;?&=,!@|")

  /// `varname = varchar *( ["."] varchar )`.
  private static func variableNameEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while true {
      let end = variableCharactersEnd(in: text, from: position)
      guard end > position else { return nil }
      guard text.has(".", at: end) else { return end }
      position = end + 1
    }
  }

  /// `varchar = ALPHA / DIGIT / "_" / pct-encoded`, any number of them.
  private static func variableCharactersEnd(in text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while let byte = text.byte(at: position) {
      if ASCII.isAlphanumeric(byte) || byte == ascii("_") {
        position += 1
      } else if URISyntax.isPercentEncoded(text, at: position) {
        position += 3
      } else {
        break
      }
    }
    return position
  }

  /// The end of `[ modifier-level4 ]`, section 2.4: `*`, or a colon and a number from 1 to 9999.
  private static func modifierEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    if text.has("*", at: start) { return start + 1 }
    guard text.has(":", at: start) else { return start }
    let end = text.end(from: start + 1, while: ASCII.isDigit)
    return 1...4 ~= end - start - 1 && !text.has("0", at: start + 1) ? end : nil
  }
}
