/// Bidi_Class of Unicode 17, DerivedBidiClass.txt, as far as RFC 5893 tells classes apart and RFC 5892 allows characters.
/// The standard library has no such property.
enum BidiClass {
  /// L.
  case leftToRight
  /// R and AL, which no condition of the rule tells apart.
  case rightToLeft
  /// AN.
  case arabicNumber
  /// EN.
  case europeanNumber
  /// NSM.
  case nonspacingMark
  /// ES, CS, ET, ON and BN: allowed everywhere but at the ends.
  case neutral

  var isRightToLeft: Bool { self == .rightToLeft || self == .arabicNumber }

  init(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x6F0...0x6F9: self = .europeanNumber
    case 0x660...0x669, 0x10D30...0x10D39, 0x10D40...0x10D49: self = .arabicNumber
    case 0x61...0x7A: self = .leftToRight
    default: self = Self.ofOther(scalar)
    }
  }

  private static func ofOther(_ scalar: Unicode.Scalar) -> BidiClass {
    if isNonspacingMark(scalar) { return .nonspacingMark }
    if CodePoints.rightToLeft.contains(scalar) { return .rightToLeft }
    return CodePoints.neutral.contains(scalar) ? .neutral : .leftToRight
  }

  /// The general category, but for five vowel signs of Kannada, Zanabazar Square and Bhaiksuki.
  private static func isNonspacingMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0CBF, 0x0CC6, 0x11A07, 0x11A08, 0x11C3F: false
    default: scalar.properties.generalCategory == .nonspacingMark
    }
  }
}

extension CodePoints {
  /// Classes R and AL. The ranges run across what no label can hold and across nonspacing marks.
  fileprivate static let rightToLeft = CodePoints([
    0x05D0, 0x08C9, 0xFE73, 0xFE73, 0x10800, 0x10FF6, 0x1E800, 0x1E959,
  ])

  /// Classes ES, CS, ET, ON and BN.
  fileprivate static let neutral = CodePoints([
    0x002D, 0x002D, 0x00B7, 0x00B7, 0x02B9, 0x02BA, 0x02C6, 0x02CF, 0x02EC, 0x02EC, 0x0375, 0x0375, 0x200C, 0x200D,
    0x2E2F, 0x2E2F, 0x30FB, 0x30FB, 0xA67F, 0xA67F, 0xA717, 0xA71F, 0xA788, 0xA788,
  ])
}
