/// The contextual rules of RFC 5892, appendix A.
enum IDNAContext {
  /// Whether the CONTEXTJ or CONTEXTO code point at `position` stands where its rule allows it; false without a rule.
  static func allows(at position: Int, in label: [Unicode.Scalar]) -> Bool {
    let before = position > 0 ? label[position - 1] : nil
    let after = position + 1 < label.count ? label[position + 1] : nil
    switch label[position].value {
    // A.1 ZERO WIDTH NON-JOINER
    case 0x200C: return isVirama(before) || joins(around: position, in: label)
    // A.2 ZERO WIDTH JOINER
    case 0x200D: return isVirama(before)
    // A.3 MIDDLE DOT
    case 0x00B7: return before == "l" && after == "l"
    // A.4 GREEK LOWER NUMERAL SIGN (KERAIA)
    case 0x0375: return CodePoints.greek.contains(after)
    // A.5 and A.6 HEBREW PUNCTUATION GERESH and GERSHAYIM
    case 0x05F3, 0x05F4: return CodePoints.hebrew.contains(before)
    // A.7 KATAKANA MIDDLE DOT
    case 0x30FB: return label.contains(where: CodePoints.japanese.contains)
    // A.8 ARABIC-INDIC DIGITS
    case 0x0660...0x0669: return !label.contains { 0x06F0...0x06F9 ~= $0.value }
    // A.9 EXTENDED ARABIC-INDIC DIGITS
    case 0x06F0...0x06F9: return !label.contains { 0x0660...0x0669 ~= $0.value }
    default: return false
    }
  }

  private static func isVirama(_ scalar: Unicode.Scalar?) -> Bool {
    scalar?.properties.canonicalCombiningClass == .virama
  }

  /// A.1: `(Joining_Type:{L,D})(Joining_Type:T)*\u200C(Joining_Type:T)*(Joining_Type:{R,D})`.
  private static func joins(around position: Int, in label: [Unicode.Scalar]) -> Bool {
    guard let left = label[..<position].last(where: { !isTransparent($0) }),
      let right = label[(position + 1)...].first(where: { !isTransparent($0) })
    else { return false }
    return (CodePoints.leftJoining.contains(left) || CodePoints.dualJoining.contains(left))
      && (CodePoints.rightJoining.contains(right) || CodePoints.dualJoining.contains(right))
  }

  /// Joining_Type T, as far as a label can hold it: nonspacing marks and the one modifier letter of Adlam.
  private static func isTransparent(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark || scalar.value == 0x1E94B
  }
}
