/// The Bidi rule of RFC 5893, section 2.
enum BidiRule {
  /// Whether `label` has a character of class R, AL or AN: an RTL label of section 1.4.
  static func isRightToLeft(_ label: [Unicode.Scalar]) -> Bool {
    label.contains { BidiClass(of: $0).isRightToLeft }
  }

  /// Whether `label`, all of it allowed by RFC 5892, satisfies the six conditions.
  static func isSatisfied(by label: [Unicode.Scalar]) -> Bool {
    let classes = label.map(BidiClass.init(of:))
    // 1. The first character decides the direction.
    switch classes.first {
    case .rightToLeft: return isValidRightToLeft(classes)
    case .leftToRight: return isValidLeftToRight(classes)
    default: return false
    }
  }

  /// Conditions 2, 3 and 4.
  private static func isValidRightToLeft(_ classes: [BidiClass]) -> Bool {
    guard !classes.contains(.leftToRight), let last = lastButMarks(classes) else { return false }
    // 4. One kind of digits.
    if classes.contains(.europeanNumber), classes.contains(.arabicNumber) { return false }
    return last == .rightToLeft || last == .europeanNumber || last == .arabicNumber
  }

  /// Conditions 5 and 6.
  private static func isValidLeftToRight(_ classes: [BidiClass]) -> Bool {
    guard !classes.contains(where: \.isRightToLeft), let last = lastButMarks(classes) else { return false }
    return last == .leftToRight || last == .europeanNumber
  }

  private static func lastButMarks(_ classes: [BidiClass]) -> BidiClass? { classes.last { $0 != .nonspacingMark } }
}
