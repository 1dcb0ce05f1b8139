extension Format {
  /// A host name as for `hostname`, or an internationalized domain name of RFC 5890, section 2.3.2.3.
  static func isIDNHostname(_ text: Span<UInt8>) -> Bool {
    isHostname(text) || isInternationalizedHostname(text)
  }

  /// Labels that are U-labels, A-labels or NR-LDH labels. Lengths are those of the name in the DNS: with A-labels.
  private static func isInternationalizedHostname(_ text: Span<UInt8>) -> Bool {
    // Every character is an octet of the name at least, and at most four bytes here.
    guard text.count <= 4 * hostnameLimit else { return false }
    var domain = BidiDomain()
    var (position, length) = (0, 0)
    while true {
      let end = text.labelEnd(from: position)
      guard let octets = appendIDNLabel(text.extracting(position..<end), to: &domain) else { return false }
      length += octets
      if end == text.count { return length <= hostnameLimit && domain.isValid }
      length += 1
      position = end + text.labelSeparatorLength(at: end)
    }
  }

  /// The octets of `label` in the DNS; nil where it is none of an internationalized name.
  private static func appendIDNLabel(_ label: Span<UInt8>, to domain: inout BidiDomain) -> Int? {
    if label.end(from: 0, while: isLDH) == label.count {
      // Of the labels with hyphens in the third and fourth place, only A-labels: RFC 5890, section 2.3.1.
      guard !(label.has("-", at: 2) && label.has("-", at: 3)) || Punycode.hasPrefix(label) else { return nil }
      return appendHostLabel(label, to: &domain) ? label.count : nil
    }
    let scalars = label.scalars
    guard IDNA.isULabel(scalars) else { return nil }
    domain.append(uLabel: scalars)
    return IDNA.aLabelLength(of: scalars)
  }
}

extension Span<UInt8> {
  /// The code points of the text; what is not well-formed is left out, and validated text has none of it.
  var scalars: [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var position = 0
    while position < count {
      let next = scalar(at: position)
      if let next { result.append(next.scalar) }
      position += next?.length ?? 1
    }
    return result
  }

  /// The position of the next separator of labels, or the end of the text.
  fileprivate func labelEnd(from start: Int) -> Int {
    var position = start
    while position < count, labelSeparatorLength(at: position) == 0 { position += 1 }
    return position
  }

  /// The bytes of a dot, or of one of the three that input methods write for it: U+3002, U+FF0E and U+FF61 (RFC 3490,
  /// section 3.1; RFC 5895, section 2 leaves them to the application). 0 where there is none.
  fileprivate func labelSeparatorLength(at position: Int) -> Int {
    if has(".", at: position) { return 1 }
    switch (byte(at: position), byte(at: position + 1), byte(at: position + 2)) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8E), (0xEF, 0xBD, 0xA1): return 3
    default: return 0
    }
  }
}
