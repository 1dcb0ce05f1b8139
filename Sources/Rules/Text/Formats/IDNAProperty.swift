/// The derived property value of a code point, RFC 5892, section 3, computed from the standard library's Unicode
/// tables, so that it follows their version.
enum IDNAProperty {
  /// PVALID.
  case valid
  /// CONTEXTJ and CONTEXTO: valid where a rule of appendix A says so.
  case contextual
  /// DISALLOWED and UNASSIGNED.
  case disallowed

  /// The categories of section 2 in the order of section 3.
  init(of scalar: Unicode.Scalar) {
    if let exception = Self.exception(scalar) {
      self = exception
    } else if Self.isLetterDigitHyphen(scalar) {
      self = .valid
    } else if scalar.properties.isJoinControl {
      self = .contextual
    } else if Self.isUnstable(scalar) || Self.isIgnorable(scalar) || Self.isOldHangulJamo(scalar) {
      self = .disallowed
    } else {
      self = Self.isLetterOrDigit(scalar) ? .valid : .disallowed
    }
  }

  /// Section 2.6, Exceptions (F). BackwardCompatible (G) is empty.
  private static func exception(_ scalar: Unicode.Scalar) -> IDNAProperty? {
    switch scalar.value {
    case 0x00DF, 0x03C2, 0x06FD, 0x06FE, 0x0F0B, 0x3007: .valid
    case 0x00B7, 0x0375, 0x05F3, 0x05F4, 0x30FB, 0x0660...0x0669, 0x06F0...0x06F9: .contextual
    case 0x0640, 0x07FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: .disallowed
    default: nil
    }
  }

  /// Section 2.5, LDH (E): of ASCII, only lower case is valid in a U-label.
  private static func isLetterDigitHyphen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", "-": true
    default: false
    }
  }

  /// Section 2.2, Unstable (B): changed by NFKC(CaseFold(NFKC(cp))). The property also holds for what case folding
  /// drops, which is default ignorable and disallowed anyway.
  private static func isUnstable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.changesWhenNFKCCaseFolded
  }

  /// Sections 2.3 and 2.4, IgnorableProperties (C) and IgnorableBlocks (D).
  private static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || properties.isWhitespace || properties.isNoncharacterCodePoint {
      return true
    }
    switch scalar.value {
    case 0x20D0...0x20FF, 0x1D100...0x1D1FF, 0x1D200...0x1D24F: return true
    default: return false
    }
  }

  /// Section 2.9, OldHangulJamo (I): Hangul_Syllable_Type L, V or T.
  private static func isOldHangulJamo(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB: true
    default: false
    }
  }

  /// Section 2.1, LetterDigits (A). Unassigned code points (section 2.10, J) have another category.
  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter: true
    case .decimalNumber, .nonspacingMark, .spacingMark: true
    default: false
    }
  }
}
