/// The written groups of an IPv6 address. RFC 4291 and RFC 5321 count them differently, so that the caller judges.
struct IPv6Groups {
  /// Groups of 16 bits as written; an IPv4 address at the end is two.
  private(set) var count = 0
  /// Whether `::` stands in it.
  private(set) var hasElision = false

  /// `allowsLeadingZeros` is about the octets of an IPv4 address at the end.
  init?(_ text: Span<UInt8>, allowsLeadingZeros: Bool) {
    var position = 0
    if text.has(":", at: 0), !readElision(of: text, at: &position) { return nil }
    while !isBehindLastElision(of: text, at: position) {
      let end = text.end(from: position, while: ASCII.isHexDigit)
      if text.has(".", at: end) {
        count += 2
        guard Format.isIPv4(text.extracting(position...), allowsLeadingZeros: allowsLeadingZeros) else { return nil }
        return
      }
      // More than eight groups are no address: no need to read on.
      guard end > position, end - position <= 4, count < 8 else { return nil }
      count += 1
      if end == text.count { return }
      position = end
      guard readSeparator(of: text, at: &position) else { return nil }
    }
  }

  /// An address may end with `::`; behind a single `:` a group has to follow.
  private func isBehindLastElision(of text: Span<UInt8>, at position: Int) -> Bool {
    position == text.count && position >= 2 && text.has(":", at: position - 2)
  }

  /// `:` or `::` behind a group.
  private mutating func readSeparator(of text: Span<UInt8>, at position: inout Int) -> Bool {
    guard text.has(":", at: position) else { return false }
    if text.has(":", at: position + 1) { return readElision(of: text, at: &position) }
    position += 1
    return true
  }

  /// `::`, at most once.
  private mutating func readElision(of text: Span<UInt8>, at position: inout Int) -> Bool {
    guard !hasElision, text.has(":", at: position), text.has(":", at: position + 1) else { return false }
    hasElision = true
    position += 2
    return true
  }
}
