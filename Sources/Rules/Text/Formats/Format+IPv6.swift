extension Format {
  /// An address of RFC 4291, section 2.2, in any of its three text forms. No zone (RFC 4007, section 11) and no prefix
  /// length (section 2.3): neither is part of an address.
  static func isIPv6(_ text: Span<UInt8>) -> Bool {
    guard let groups = IPv6Groups(text, allowsLeadingZeros: false) else { return false }
    // "::" stands for one or more groups of zeros.
    return groups.hasElision ? groups.count <= 7 : groups.count == 8
  }
}
