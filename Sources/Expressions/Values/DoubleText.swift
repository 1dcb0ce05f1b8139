/// Doubles as texts.
enum DoubleText {
  /// The shortest digits that give the double back; an exponent below 10^-4 and from 10^21 on.
  static func shortest(_ value: Double) -> [UInt8] {
    guard value.isFinite else { return special(value) }
    let decimal = ShortestDigits(value)
    let sign: [UInt8] = value.sign == .minus ? [UInt8(ascii: "-")] : []
    let exponent = decimal.point - 1
    if exponent < -4 || exponent >= 21 { return sign + scientific(decimal.digits, exponent) }
    return sign + plain(decimal.digits, decimal.point)
  }

  static func special(_ value: Double) -> [UInt8] {
    Array((value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity").utf8)
  }

  static func scientific(_ digits: [UInt8], _ exponent: Int) -> [UInt8] {
    let first = digits.prefix(1)
    let rest = digits.dropFirst()
    let power = String(abs(exponent))
    let padded = (power.utf8.count < 2 ? "0" : "") + power
    let fraction = rest.isEmpty ? [] : [UInt8(ascii: ".")] + rest
    return first + fraction + Array("e\(exponent < 0 ? "-" : "+")\(padded)".utf8)
  }

  private static func plain(_ digits: [UInt8], _ point: Int) -> [UInt8] {
    let zero = UInt8(ascii: "0")
    if point <= 0 { return [zero, UInt8(ascii: ".")] + Array(repeating: zero, count: -point) + digits }
    if point >= digits.count { return digits + Array(repeating: zero, count: point - digits.count) }
    return digits.prefix(point) + [UInt8(ascii: ".")] + digits.dropFirst(point)
  }

  /// A decimal number, `NaN`, or an infinity; nil for anything else.
  static func read(_ text: ByteView) -> Double? {
    guard text.count <= 1_000 else { return nil }
    let string = text.string
    switch string.lowercased() {
    case "nan": return .nan
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    default: break
    }
    let allowed = string.utf8.allSatisfy { $0.isDigit || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
    return allowed ? Double(string) : nil
  }
}

/// The shortest decimal digits of a finite double, and where the point is: 0.00123 is 123 with the point at -2.
struct ShortestDigits {
  let digits: [UInt8]
  let point: Int

  init(_ value: Double) {
    var digits: [UInt8] = []
    var point = 0
    var seenPoint = false
    let parts = value.magnitude.description.utf8.split(separator: UInt8(ascii: "e"))
    for byte in parts.first ?? Substring("0").utf8 {
      if byte == UInt8(ascii: ".") { seenPoint = true } else { digits.append(byte) }
      if !seenPoint { point += 1 }
    }
    let exponent = parts.count > 1 ? Int(Substring(parts[1])) ?? 0 : 0
    while digits.count > 1, digits.first == UInt8(ascii: "0") {
      digits.removeFirst()
      point -= 1
    }
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    self.digits = digits
    self.point = digits == [UInt8(ascii: "0")] ? 1 : point + exponent
  }
}
