import Rules

/// What a plain scalar means in the core schema of YAML 1.2 (10.3.2), and nothing more: `no`, `on`, dates and
/// `12:30:45` are strings.
enum YAMLScalars {
  /// Nil where the text is a number that JSON has not: `.inf`, `.nan`.
  static func plain(_ text: String) -> YAMLNode.Content? {
    if let value = null(text) ?? bool(text) ?? number(text) { return value }
    return isNotFinite(text) ? nil : .string(text)
  }

  static func null(_ text: String) -> YAMLNode.Content? {
    ["", "~", "null", "Null", "NULL"].contains(text) ? .null : nil
  }

  static func bool(_ text: String) -> YAMLNode.Content? {
    switch text {
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    default: nil
    }
  }

  static func number(_ text: String) -> YAMLNode.Content? { (integer(text) ?? decimal(text)).map { .number($0) } }

  static func isNotFinite(_ text: String) -> Bool {
    let unsigned = text.hasPrefix("+") || text.hasPrefix("-") ? text.dropFirst() : text[...]
    return [".inf", ".Inf", ".INF"].contains(unsigned) || [".nan", ".NaN", ".NAN"].contains(text)
  }

  /// `-12`, `+012`, `0o17`, `0x1F` as decimal JSON text.
  static func integer(_ text: String) -> String? {
    if text.hasPrefix("0o") { return decimalText(text.dropFirst(2).utf8, radix: 8) }
    if text.hasPrefix("0x") { return decimalText(text.dropFirst(2).utf8, radix: 16) }
    let (sign, digits) = signed(text)
    return digits.isEmpty || !digits.allSatisfy(isDigit) ? nil : sign + withoutLeadingZeros(digits)
  }

  /// `.5`, `1.`, `+1.5e3`: what JSON does not write so, as JSON writes it; every digit is kept.
  static func decimal(_ text: String) -> String? {
    let (sign, unsigned) = signed(text)
    let mantissa = unsigned.prefix { $0 != 0x65 && $0 != 0x45 }
    let parts = mantissa.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : []
    guard let whole = parts.first, !whole.isEmpty || !fraction.isEmpty else { return nil }
    guard whole.allSatisfy(isDigit), fraction.allSatisfy(isDigit) else { return nil }
    guard let exponent = exponent(unsigned.dropFirst(mantissa.count)) else { return nil }
    let point = fraction.isEmpty ? "" : "." + String(decoding: fraction, as: UTF8.self)
    return sign + withoutLeadingZeros(whole) + point + exponent
  }

  /// `e5`, `E-3` or nothing at all; nil where it is neither.
  private static func exponent(_ text: ArraySlice<UInt8>) -> String? {
    if text.isEmpty { return "" }
    let digits = text.dropFirst().first.map { $0 == 0x2B || $0 == 0x2D } == true ? text.dropFirst(2) : text.dropFirst()
    return digits.isEmpty || !digits.allSatisfy(isDigit) ? nil : String(decoding: text, as: UTF8.self)
  }

  private static func signed(_ text: String) -> (sign: String, rest: ArraySlice<UInt8>) {
    let bytes = Array(text.utf8)[...]
    switch bytes.first {
    case 0x2D: return ("-", bytes.dropFirst())
    case 0x2B: return ("", bytes.dropFirst())
    default: return ("", bytes)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func withoutLeadingZeros(_ digits: ArraySlice<UInt8>) -> String {
    let significant = digits.drop { $0 == 0x30 }
    return significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
  }

  /// Longer than any number that is written this way on purpose; the conversion is quadratic.
  private static let maximumRadixDigits = 256

  private static func decimalText(_ digits: Substring.UTF8View, radix: Int) -> String? {
    guard !digits.isEmpty, digits.count <= maximumRadixDigits else { return nil }
    var decimal: [Int] = [0]
    for byte in digits {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue, digit < radix else { return nil }
      append(digit, radix, to: &decimal)
    }
    return decimal.reversed().map(String.init).joined()
  }

  /// `decimal` holds decimal digits, the least first.
  private static func append(_ digit: Int, _ radix: Int, to decimal: inout [Int]) {
    var carry = digit
    for index in decimal.indices {
      let sum = decimal[index] * radix + carry
      decimal[index] = sum % 10
      carry = sum / 10
    }
    while carry > 0 {
      decimal.append(carry % 10)
      carry /= 10
    }
  }
}
