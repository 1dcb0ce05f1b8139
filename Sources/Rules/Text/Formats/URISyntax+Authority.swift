extension URISyntax {
  /// The end of `"//" authority`, RFC 3986, section 3.2; `start` itself where there is no authority, nil where it is
  /// malformed. What follows an authority is empty or begins with a slash (section 3.3).
  func authorityEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    guard text.has("/", at: start), text.has("/", at: start + 1) else { return start }
    let hostStart = userInformationEnd(in: text, from: start + 2)
    guard let hostEnd = hostEnd(in: text, from: hostStart) else { return nil }
    // `port = *DIGIT`: it may be empty, and has no limit (section 3.2.3).
    let end = text.has(":", at: hostEnd) ? text.end(from: hostEnd + 1, while: ASCII.isDigit) : hostEnd
    switch text.byte(at: end) {
    case nil, ascii("/"), ascii("?"), ascii("#"): return end
    default: return nil
    }
  }

  /// The position behind `userinfo "@"`, or `start` where there is none.
  private func userInformationEnd(in text: Span<UInt8>, from start: Int) -> Int {
    let end = end(of: Self.userInformation, in: text, from: start)
    return text.has("@", at: end) ? end + 1 : start
  }

  /// `host = IP-literal / IPv4address / reg-name`. Every IPv4 address is a `reg-name` too, so is `999.0.0.1`.
  private func hostEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    guard text.has("[", at: start) else { return end(of: Self.registeredName, in: text, from: start) }
    let end = text.end(from: start) { $0 != ascii("]") }
    guard end < text.count else { return nil }
    let literal = text.extracting((start + 1)..<end)
    return Format.isIPv6(literal) || Self.isFutureAddress(literal) ? end + 1 : nil
  }

  /// `IPvFuture = "v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )`, without percent-encoding.
  private static func isFutureAddress(_ text: Span<UInt8>) -> Bool {
    guard text.has(anyCaseOf: "v", at: 0) else { return false }
    let versionEnd = text.end(from: 1, while: ASCII.isHexDigit)
    guard versionEnd > 1, text.has(".", at: versionEnd), versionEnd + 1 < text.count else { return false }
    return text.end(from: versionEnd + 1, while: userInformation.contains) == text.count
  }
}
