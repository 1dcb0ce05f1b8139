/// The productions that URIs (RFC 3986, appendix A) and IRIs (RFC 3987, section 2.2) share. They differ in the
/// characters beyond ASCII only.
struct URISyntax {
  /// Whether characters beyond ASCII are allowed: `ucschar` wherever an unreserved one is, `iprivate` in a query.
  let isInternational: Bool

  static let uri = URISyntax(isInternational: false)
  static let iri = URISyntax(isInternational: true)

  static let unreserved = ASCIISet.letters.union(.digits).union(ASCIISet("-._~"))
  static let subDelimiters = ASCIISet("!$&'()*+,;=")
  /// `reg-name`.
  static let registeredName = unreserved.union(subDelimiters)
  static let userInformation = registeredName.union(ASCIISet(":"))
  /// `segment-nz-nc`.
  static let segmentWithoutColon = registeredName.union(ASCIISet("@"))
  /// `pchar` and the slash between segments.
  static let path = segmentWithoutColon.union(ASCIISet(":/"))
  /// `query` and `fragment` have the same characters.
  static let query = path.union(ASCIISet("?"))
  static let scheme = ASCIISet.letters.union(.digits).union(ASCIISet("+-."))

  /// The position behind the colon of `scheme ":"`, nil where the text does not begin with it.
  static func schemeEnd(in text: Span<UInt8>) -> Int? {
    guard let first = text.byte(at: 0), ASCII.isLetter(first) else { return nil }
    let end = text.end(from: 1, while: scheme.contains)
    return text.has(":", at: end) ? end + 1 : nil
  }

  /// `hier-part [ "?" query ] [ "#" fragment ]` from `start` to the end of the text.
  func isHierarchicalPart(_ text: Span<UInt8>, from start: Int) -> Bool {
    guard var position = authorityEnd(in: text, from: start) else { return false }
    position = end(of: Self.path, in: text, from: position)
    if text.has("?", at: position) { position = queryEnd(in: text, from: position + 1) }
    if text.has("#", at: position) { position = end(of: Self.query, in: text, from: position + 1) }
    return position == text.count
  }

  /// `URI-reference`: with a scheme, or a `relative-ref`.
  func isReference(_ text: Span<UInt8>) -> Bool {
    if let schemeEnd = Self.schemeEnd(in: text) { return isHierarchicalPart(text, from: schemeEnd) }
    // `path-noscheme`: a colon in the first segment would be read as the end of a scheme (RFC 3986, section 4.2).
    let segmentEnd = end(of: Self.segmentWithoutColon, in: text, from: 0)
    return !text.has(":", at: segmentEnd) && isHierarchicalPart(text, from: 0)
  }

  /// `query`, and `iquery = *( ipchar / iprivate / "/" / "?" )`: no other part takes `iprivate`.
  private func queryEnd(in text: Span<UInt8>, from start: Int) -> Int {
    var position = end(of: Self.query, in: text, from: start)
    guard isInternational else { return position }
    while let length = IRICharacter.privateUseLength(in: text, at: position) {
      position = end(of: Self.query, in: text, from: position + length)
    }
    return position
  }

  /// The end of a run of `characters`, of percent-encoded octets (section 2.1) and, in an IRI, of `ucschar`.
  func end(of characters: ASCIISet, in text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while let byte = text.byte(at: position) {
      if characters.contains(byte) {
        position += 1
      } else if Self.isPercentEncoded(text, at: position) {
        position += 3
      } else if isInternational, let length = IRICharacter.length(in: text, at: position) {
        position += length
      } else {
        break
      }
    }
    return position
  }

  static func isPercentEncoded(_ text: Span<UInt8>, at position: Int) -> Bool {
    guard text.has("%", at: position), position + 2 < text.count else { return false }
    return ASCII.isHexDigit(text[position + 1]) && ASCII.isHexDigit(text[position + 2])
  }
}
