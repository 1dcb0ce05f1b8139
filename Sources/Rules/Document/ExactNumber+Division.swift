// Divisibility of decimals (`multipleOf`), exactly.
//
// With n = a·10^p and d = b·10^q, a and b integers that do not end in zero: n is a multiple of d if and only if b divides
// a·10^(p-q). For p < q it never does, as a has no factor 10 left to give. The power is taken modulo b, so that
// `1e999999999` against `multipleOf: 7` takes some thirty steps.
extension ExactNumber {
  /// The least power of ten that this number is a multiple of, with all digits in front of it.
  private var unit: Int64 { scale - Int64(digitCount) }

  enum Divisibility { case multiple, notMultiple, undecided }

  /// Whether the number is a multiple of `divisor`, which is not zero. Costs at most `steps` digit operations.
  func isMultiple(of divisor: ExactNumber, steps: Int) -> Divisibility {
    if isZero { return .multiple }
    if isScaleSaturated {
      // The true scale is beyond 2^61: far below any divisor's unit, or far above with an unknown remainder.
      if scale < 0, !divisor.isScaleSaturated { return .notMultiple }
      return .undecided
    }
    if divisor.isScaleSaturated { return divisor.scale > 0 ? .notMultiple : .undecided }
    let power = unit - divisor.unit
    // Nor does anything divide a smaller number but zero.
    if power < 0 || scale < divisor.scale { return .notMultiple }
    if divisor.digitCount <= 18 { return isMultipleOfSmall(divisor, power: UInt64(power)) }
    return isMultipleOfLarge(divisor, power: UInt64(power), steps: steps)
  }

  private func isMultipleOfSmall(_ divisor: ExactNumber, power: UInt64) -> Divisibility {
    var modulus: UInt64 = 0
    for index in 0..<divisor.digitCount { modulus = modulus * 10 + UInt64(divisor.digit(index)) }
    var remainder: UInt64 = 0
    for index in 0..<digitCount { remainder = Self.step(remainder, digit(index), modulus) }
    return Self.multiply(remainder, Self.powerOfTen(power, modulo: modulus), modulo: modulus) == 0
      ? .multiple : .notMultiple
  }

  @inline(__always)
  private static func step(_ remainder: UInt64, _ digit: UInt8, _ modulus: UInt64) -> UInt64 {
    // The modulus is below 10^18: times ten needs 64 bits, and 9·10^18 + 9 fits.
    (remainder * 10 + UInt64(digit)) % modulus
  }

  private static func multiply(_ left: UInt64, _ right: UInt64, modulo modulus: UInt64) -> UInt64 {
    // Both are below the modulus, so the quotient of the 128-bit product fits.
    modulus.dividingFullWidth(left.multipliedFullWidth(by: right)).remainder
  }

  private static func powerOfTen(_ power: UInt64, modulo modulus: UInt64) -> UInt64 {
    var (result, base, rest) = (1 % modulus, 10 % modulus, power)
    while rest > 0 {
      if rest & 1 == 1 { result = multiply(result, base, modulo: modulus) }
      base = multiply(base, base, modulo: modulus)
      rest >>= 1
    }
    return result
  }

  /// Divisors of more than 18 digits: schoolbook arithmetic on limbs.
  private func isMultipleOfLarge(_ divisor: ExactNumber, power: UInt64, steps: Int) -> Divisibility {
    // Reading the divisor, then ten subtractions a digit, then 64 modular squarings of one step a bit.
    let limbs = BigModulus.limbs(digits: divisor.digitCount)
    let work = limbs * (divisor.digitCount + digitCount * 10 + 128 * 64 * limbs * 3)
    if work > steps { return .undecided }
    let modulus = BigModulus((0..<divisor.digitCount).map(divisor.digit))
    var remainder = modulus.zero
    for index in 0..<digitCount { modulus.appendDigit(digit(index), to: &remainder) }
    let product = modulus.multiply(remainder, modulus.powerOfTen(power))
    return product.allSatisfy { $0 == 0 } ? .multiple : .notMultiple
  }
}

/// Arithmetic modulo a large number, limbs of 32 bits, lowest first, one spare limb at the top.
private struct BigModulus {
  private let modulus: [UInt32]

  /// Room for a number: three digits take less than ten bits.
  static func limbs(digits: Int) -> Int { digits * 10 / 3 / 32 + 3 }
  var zero: [UInt32] { [UInt32](repeating: 0, count: modulus.count) }

  init(_ digits: [UInt8]) {
    var limbs = [UInt32](repeating: 0, count: Self.limbs(digits: digits.count))
    for digit in digits { Self.multiplyAdd(&limbs, 10, UInt32(digit)) }
    while limbs.count > 1, limbs[limbs.count - 1] == 0 { limbs.removeLast() }
    modulus = limbs + [0]
  }

  /// `value = value·10 + digit` modulo the modulus.
  func appendDigit(_ digit: UInt8, to value: inout [UInt32]) {
    Self.multiplyAdd(&value, 10, UInt32(digit))
    while !isLess(value) { subtract(&value) }
  }

  /// By doubling and adding, from the highest bit of `right` down.
  func multiply(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var result = zero
    for limb in right.reversed() {
      for bit in (0..<32).reversed() {
        add(result, to: &result)
        if limb >> UInt32(bit) & 1 == 1 { add(left, to: &result) }
      }
    }
    return result
  }

  func powerOfTen(_ power: UInt64) -> [UInt32] {
    var result = zero
    appendDigit(1, to: &result)
    var base = zero
    appendDigit(1, to: &base)
    appendDigit(0, to: &base)
    var rest = power
    while rest > 0 {
      if rest & 1 == 1 { result = multiply(result, base) }
      base = multiply(base, base)
      rest >>= 1
    }
    return result
  }

  private func add(_ other: [UInt32], to value: inout [UInt32]) {
    var carry: UInt64 = 0
    for index in value.indices {
      let sum = UInt64(value[index]) + UInt64(other[index]) + carry
      value[index] = UInt32(truncatingIfNeeded: sum)
      carry = sum >> 32
    }
    if !isLess(value) { subtract(&value) }
  }

  private func isLess(_ value: [UInt32]) -> Bool {
    for index in modulus.indices.reversed() where value[index] != modulus[index] {
      return value[index] < modulus[index]
    }
    return false
  }

  private func subtract(_ value: inout [UInt32]) {
    var borrow: Int64 = 0
    for index in modulus.indices {
      let difference = Int64(value[index]) - Int64(modulus[index]) - borrow
      value[index] = UInt32(truncatingIfNeeded: difference)
      borrow = difference < 0 ? 1 : 0
    }
  }

  private static func multiplyAdd(_ limbs: inout [UInt32], _ factor: UInt32, _ addend: UInt32) {
    var carry = UInt64(addend)
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
  }
}
