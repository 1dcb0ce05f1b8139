/// A domain name seen label by label, for the rule that only its end can decide: in a Bidi domain name, one with an RTL
/// label, every label satisfies the Bidi rule (RFC 5893, sections 1.4 and 2).
struct BidiDomain {
  private var hasRightToLeftLabel = false
  private var hasViolation = false

  var isValid: Bool { !hasRightToLeftLabel || !hasViolation }

  /// Adds a label of letters, digits and hyphens that begins and ends with a letter or digit: of the six conditions it
  /// can only miss the first.
  mutating func append(ldhLabel label: Span<UInt8>) {
    guard let first = label.byte(at: 0), !ASCII.isLetter(first) else { return }
    hasViolation = true
  }

  mutating func append(uLabel label: [Unicode.Scalar]) {
    if BidiRule.isRightToLeft(label) { hasRightToLeftLabel = true }
    if !BidiRule.isSatisfied(by: label) { hasViolation = true }
  }
}
