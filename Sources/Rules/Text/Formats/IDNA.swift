/// Labels of internationalized domain names, IDNA 2008.
enum IDNA {
  /// The U-label that `label`, which begins with `xn--`, encodes (RFC 5890, section 2.3.2.1); nil where it is no A-label.
  ///
  /// Decoding takes only what encoding gives, so that the round trip of RFC 5891, section 5.4 needs no encoder.
  static func uLabel(of label: Span<UInt8>) -> [Unicode.Scalar]? {
    guard let scalars = Punycode.decode(label.extracting(4...)), isULabel(scalars) else { return nil }
    return scalars
  }

  /// Whether `label` is a U-label: RFC 5891, sections 4.2.1 to 4.2.4, with at least one character beyond ASCII.
  static func isULabel(_ label: [Unicode.Scalar]) -> Bool {
    // The cheap limit comes first: every character is at least one octet of the A-label.
    guard label.count <= labelLimit, label.contains(where: { !$0.isASCII }), hasValidHyphens(label),
      let first = label.first, !isCombiningMark(first), hasAllowedCharacters(label)
    else { return false }
    return NormalizationFormC.isNormal(label) && (!BidiRule.isRightToLeft(label) || BidiRule.isSatisfied(by: label))
      && aLabelLength(of: label) <= labelLimit
  }

  /// RFC 1035, section 2.3.4.
  static let labelLimit = 63

  /// The octets of the A-label that encodes `label`.
  static func aLabelLength(of label: [Unicode.Scalar]) -> Int { 4 + Punycode.encodedLength(of: label) }

  /// RFC 5891, sections 4.2.2 and 4.2.3.3.
  private static func hasAllowedCharacters(_ label: [Unicode.Scalar]) -> Bool {
    label.indices.allSatisfy { position in
      switch IDNAProperty(of: label[position]) {
      case .valid: true
      case .contextual: IDNAContext.allows(at: position, in: label)
      case .disallowed: false
      }
    }
  }

  /// RFC 5891, section 4.2.3.1: no hyphen at either end, nor in both the third and the fourth place.
  private static func hasValidHyphens(_ label: [Unicode.Scalar]) -> Bool {
    guard label.first != "-", label.last != "-" else { return false }
    return label.count < 4 || label[2] != "-" || label[3] != "-"
  }

  /// RFC 5891, section 4.2.3.2: general category M.
  private static func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
