extension Format {
  /// `Mailbox` of RFC 6531, section 3.3: that of RFC 5321 with characters beyond ASCII in the local part, whatever they
  /// are, and U-labels in the domain. Names of the domain are as loose as in `email`: no LDH label is judged further.
  static func isIDNEmail(_ text: Span<UInt8>) -> Bool {
    guard let localEnd = localPartEnd(in: text, isInternational: true), text.has("@", at: localEnd)
    else { return false }
    let domain = text.extracting((localEnd + 1)...)
    return isAddressLiteral(domain) || isInternationalizedMailDomain(domain)
  }

  private static func isInternationalizedMailDomain(_ text: Span<UInt8>) -> Bool {
    var domain = BidiDomain()
    var (position, encodedLength) = (0, 0)
    while true {
      let end = text.end(from: position) { $0 != ascii(".") }
      guard let octets = appendSubdomain(text.extracting(position..<end), to: &domain) else { return false }
      encodedLength += octets
      guard encodedLength <= hostnameLimit else { return false }
      if end == text.count { return domain.isValid }
      position = end + 1
    }
  }

  /// `sub-domain =/ U-label`: the octets that it adds to a name of the DNS, none for an LDH label, whose length `email`
  /// does not limit either. Nil where `label` is no sub-domain.
  private static func appendSubdomain(_ label: Span<UInt8>, to domain: inout BidiDomain) -> Int? {
    if label.end(from: 0, while: isLDH) == label.count {
      domain.append(ldhLabel: label)
      return isLDHLabel(label) ? 0 : nil
    }
    guard label.count <= subdomainLimit else { return nil }
    // An address is written by people: who looks its domain up brings it to NFC first (RFC 5891, section 5.2).
    let normal = NormalizationFormC.normalized(label.scalars)
    guard IDNA.isULabel(normal) else { return nil }
    domain.append(uLabel: normal)
    return IDNA.aLabelLength(of: normal)
  }

  /// What normalizing may have to shrink to a label: far above any that people write, low enough to bound the work.
  private static let subdomainLimit = 1_024
}
