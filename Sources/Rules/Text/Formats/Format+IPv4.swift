extension Format {
  /// `dotted-quad` of RFC 2673, section 3.2. A leading zero is refused although `decbyte` allows it: resolvers read
  /// `010` as octal or as decimal, and RFC 3986, section 3.2.2 leaves it out of its `dec-octet` too.
  static func isIPv4(_ text: Span<UInt8>) -> Bool {
    isIPv4(text, allowsLeadingZeros: false)
  }

  static func isIPv4(_ text: Span<UInt8>, allowsLeadingZeros: Bool) -> Bool {
    var position = 0
    for part in 0..<4 {
      if part > 0 {
        guard text.has(".", at: position) else { return false }
        position += 1
      }
      guard let end = octetEnd(in: text, from: position, allowsLeadingZeros: allowsLeadingZeros) else { return false }
      position = end
    }
    return position == text.count
  }

  /// The end of one to three digits with a value of at most 255.
  private static func octetEnd(in text: Span<UInt8>, from start: Int, allowsLeadingZeros: Bool) -> Int? {
    var position = start
    var value = 0
    while position - start < 3, let byte = text.byte(at: position), ASCII.isDigit(byte) {
      value = value * 10 + Int(byte &- 0x30)
      position += 1
    }
    guard position > start, value <= 255 else { return nil }
    if !allowsLeadingZeros, position - start > 1, text.has("0", at: start) { return nil }
    return position
  }
}
