/// Labels of internationalized domain names, IDNA 2008.
///
/// What this does not judge: Normalization Form C (RFC 5891, section 4.2.3) and the Bidi rule (RFC 5893).
enum IDNA {
  /// Whether `label`, which begins with `xn--`, is the encoding of a U-label (RFC 5890, section 2.3.2.1).
  ///
  /// Decoding takes only what encoding gives, so that the round trip of RFC 5891, section 5.4 needs no encoder.
  static func isALabel(_ label: Span<UInt8>) -> Bool {
    guard let scalars = Punycode.decode(label.extracting(4...)) else { return false }
    return isULabel(scalars)
  }

  /// Whether `label` is a U-label: RFC 5891, sections 4.2.2 and 4.2.3, with at least one character beyond ASCII.
  static func isULabel(_ label: [Unicode.Scalar]) -> Bool {
    guard label.contains(where: { !$0.isASCII }), hasValidHyphens(label),
      let first = label.first, !isCombiningMark(first)
    else { return false }
    return label.indices.allSatisfy { position in
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
