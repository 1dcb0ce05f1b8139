extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }

  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  var isIdentifierStart: Bool { isLetter || self == UInt8(ascii: "_") }

  var isIdentifierPart: Bool { isIdentifierStart || isDigit }

  /// The value of a hexadecimal digit; nil for what is none.
  var hexValue: UInt32? {
    if isDigit { return UInt32(self &- 0x30) }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) + 10 : nil
  }
}
