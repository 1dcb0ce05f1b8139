/// The productions of RFC 3986, appendix A, that `uri` and `uri-reference` share.
enum URISyntax {
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
  static func isHierarchicalPart(_ text: Span<UInt8>, from start: Int) -> Bool {
    guard var position = authorityEnd(in: text, from: start) else { return false }
    position = end(of: path, in: text, from: position)
    if text.has("?", at: position) { position = end(of: query, in: text, from: position + 1) }
    if text.has("#", at: position) { position = end(of: query, in: text, from: position + 1) }
    return position == text.count
  }

  /// The end of a run of `characters` and of percent-encoded octets (section 2.1).
  static func end(of characters: ASCIISet, in text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while let byte = text.byte(at: position) {
      if characters.contains(byte) {
        position += 1
      } else if isPercentEncoded(text, at: position) {
        position += 3
      } else {
        break
      }
    }
    return position
  }

  private static func isPercentEncoded(_ text: Span<UInt8>, at position: Int) -> Bool {
    guard text.has("%", at: position), position + 2 < text.count else { return false }
    return ASCII.isHexDigit(text[position + 1]) && ASCII.isHexDigit(text[position + 2])
  }
}
