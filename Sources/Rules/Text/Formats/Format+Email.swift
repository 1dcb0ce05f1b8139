extension Format {
  /// `Mailbox` of RFC 5321, section 4.1.2, in ASCII. The sizes of section 4.5.3.1 are what a server has to take at
  /// least, not a limit of the grammar: `maxLength` sets one.
  static func isEmail(_ text: Span<UInt8>) -> Bool {
    guard let localEnd = localPartEnd(in: text, isInternational: false), text.has("@", at: localEnd)
    else { return false }
    let domain = text.extracting((localEnd + 1)...)
    return isAddressLiteral(domain) || isMailDomain(domain)
  }

  /// `Local-part = Dot-string / Quoted-string`, where RFC 6531 adds `UTF8-non-ascii` to `atext` and `qtextSMTP`.
  static func localPartEnd(in text: Span<UInt8>, isInternational: Bool) -> Int? {
    text.has("\"", at: 0)
      ? quotedStringEnd(in: text, isInternational: isInternational)
      : dotStringEnd(in: text, isInternational: isInternational)
  }

  /// `Dot-string = Atom *("." Atom)`.
  private static func dotStringEnd(in text: Span<UInt8>, isInternational: Bool) -> Int? {
    var position = 0
    while true {
      let end = text.end(from: position) { atomCharacters.contains($0) || isInternational && $0 >= 0x80 }
      guard end > position else { return nil }
      guard text.has(".", at: end) else { return end }
      position = end + 1
    }
  }

  /// `atext` of RFC 5322, section 3.2.3.
  private static let atomCharacters = ASCIISet.letters.union(.digits).union(ASCIISet("!#$%&'*+-/=?^_`{|}~"))

  /// `Quoted-string`: printable ASCII, in which a backslash takes the next character along. That is ASCII in RFC 6531 too.
  private static func quotedStringEnd(in text: Span<UInt8>, isInternational: Bool) -> Int? {
    var position = 1
    while let byte = text.byte(at: position), isPrintable(byte) || isInternational && byte >= 0x80 {
      if byte == ascii("\"") { return position + 1 }
      if byte == ascii("\\") {
        position += 1
        guard let escaped = text.byte(at: position), isPrintable(escaped) else { return nil }
      }
      position += 1
    }
    return nil
  }

  private static func isPrintable(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

  /// `Domain = sub-domain *("." sub-domain)`, where `sub-domain = Let-dig [Ldh-str]`.
  private static func isMailDomain(_ domain: Span<UInt8>) -> Bool {
    var position = 0
    while true {
      let end = domain.end(from: position, while: isLDH)
      guard isLDHLabel(domain.extracting(position..<end)) else { return false }
      if end == domain.count { return true }
      guard domain.has(".", at: end) else { return false }
      position = end + 1
    }
  }
}
