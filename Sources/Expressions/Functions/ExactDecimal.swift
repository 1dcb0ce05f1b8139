/// A finite double as a decimal number with all its digits, for formats that round: rounding the shortest digits would round twice.
struct ExactDecimal {
  /// ASCII digits without leading zeros; empty for zero.
  private let digits: [UInt8]
  /// How many of the digits stand behind the point.
  private let scale: Int

  init(_ value: Double) {
    let exponent = value == 0 ? 0 : Int(value.exponent) - 52
    let isSmall = value.isSubnormal || value == 0
    let mantissa = isSmall ? value.significandBitPattern : value.significandBitPattern | 1 << 52
    let power = isSmall ? -1074 : exponent
    var number = BigDecimal(mantissa)
    // m / 2^k is m * 5^k / 10^k.
    number.multiply(by: power < 0 ? 5 : 2, times: abs(power))
    digits = number.digits
    scale = max(0, -power)
  }

  /// `precision` digits behind the point, halves to even.
  func fixed(_ precision: Int) -> [UInt8] {
    var kept = rounded(digits.count - scale + precision)
    if kept.count <= precision { kept = Self.zeros(precision + 1 - kept.count) + kept }
    guard precision > 0 else { return kept }
    return kept.dropLast(precision) + [UInt8(ascii: ".")] + kept.suffix(precision)
  }

  /// One digit before the point, `precision` behind it, and an exponent.
  func scientific(_ precision: Int) -> [UInt8] {
    guard !digits.isEmpty else { return DoubleText.scientific(Self.zeros(precision + 1), 0) }
    let kept = rounded(precision + 1)
    let grown = kept.count > precision + 1 ? 1 : 0
    return DoubleText.scientific(Array(kept.prefix(precision + 1)), digits.count - scale - 1 + grown)
  }

  /// The first digits as a number of their own, rounded by those behind; zeros where there are fewer.
  private func rounded(_ count: Int) -> [UInt8] {
    guard count >= 0 else { return [] }
    guard count < digits.count else { return digits + Self.zeros(count - digits.count) }
    let kept = Array(digits.prefix(count))
    return roundsUp(count, kept) ? Self.incremented(kept) : kept
  }

  private static func zeros(_ count: Int) -> [UInt8] { Array(repeating: UInt8(ascii: "0"), count: count) }

  private func roundsUp(_ count: Int, _ kept: [UInt8]) -> Bool {
    let next = digits[count]
    guard next == UInt8(ascii: "5") else { return next > UInt8(ascii: "5") }
    let isTie = digits.dropFirst(count + 1).allSatisfy { $0 == UInt8(ascii: "0") }
    return !isTie || (kept.last ?? 0) & 1 == 1
  }

  private static func incremented(_ digits: [UInt8]) -> [UInt8] {
    var result = digits
    for index in result.indices.reversed() {
      if result[index] < UInt8(ascii: "9") {
        result[index] += 1
        return result
      }
      result[index] = UInt8(ascii: "0")
    }
    return [UInt8(ascii: "1")] + result
  }
}

/// A natural number in base 10^9, least first.
private struct BigDecimal {
  private var limbs: [UInt32]

  init(_ value: UInt64) {
    let base: UInt64 = 1_000_000_000
    limbs = [value % base, value / base % base, value / base / base].map { UInt32($0) }
  }

  mutating func multiply(by base: UInt64, times: Int) {
    var left = times
    while left > 0 {
      let step = min(left, 12)
      multiply(by: (0..<step).reduce(1) { product, _ in product * base })
      left -= step
    }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * factor + carry
      limbs[index] = UInt32(product % 1_000_000_000)
      carry = product / 1_000_000_000
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  var digits: [UInt8] {
    var result: [UInt8] = []
    for limb in limbs.reversed() {
      let text = Array(String(limb).utf8)
      result += Array(repeating: UInt8(ascii: "0"), count: 9 - text.count) + text
    }
    return Array(result.drop { $0 == UInt8(ascii: "0") })
  }
}
