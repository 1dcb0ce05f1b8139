extension Format {
  /// A host name of RFC 1123, section 2.1 (RFC 952 with a digit allowed in front), where labels that begin with `xn--`
  /// have to be A-labels of IDNA 2008 (RFC 5890, section 2.3.2.1), in NFC and by the Bidi rule as any U-label.
  static func isHostname(_ text: Span<UInt8>) -> Bool {
    guard text.count <= hostnameLimit else { return false }
    var domain = BidiDomain()
    var position = 0
    while true {
      let end = text.end(from: position, while: isLDH)
      guard appendHostLabel(text.extracting(position..<end), to: &domain) else { return false }
      if end == text.count { return domain.isValid }
      guard text.has(".", at: end) else { return false }
      position = end + 1
    }
  }

  /// RFC 1035, section 2.3.4 allows 255 octets on the wire: one of them is the first length, one the root.
  static let hostnameLimit = 253

  /// False where `label` is none of a host name.
  static func appendHostLabel(_ label: Span<UInt8>, to domain: inout BidiDomain) -> Bool {
    guard label.count <= IDNA.labelLimit, isLDHLabel(label) else { return false }
    guard Punycode.hasPrefix(label) else {
      domain.append(ldhLabel: label)
      return true
    }
    guard let uLabel = IDNA.uLabel(of: label) else { return false }
    domain.append(uLabel: uLabel)
    return true
  }

  /// A letter, digit or hyphen.
  static func isLDH(_ byte: UInt8) -> Bool { ASCII.isAlphanumeric(byte) || byte == ascii("-") }

  /// Whether `label`, made of letters, digits and hyphens, begins and ends with a letter or digit.
  static func isLDHLabel(_ label: Span<UInt8>) -> Bool {
    !label.isEmpty && !label.has("-", at: 0) && !label.has("-", at: label.count - 1)
  }
}
