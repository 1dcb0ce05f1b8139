/// A JSON number as an exact decimal: sign, significant digits, exponent. It borrows the digits from the text, so making
/// one allocates nothing; comparisons walk the digits and never go through `Double`.
///
///     value = 0.d1 d2 d3 ... × 10^scale        d1 and the last digit are not zero; zero has no digits
struct ExactNumber {
  let isNegative: Bool
  /// Significant digits, without leading and trailing zeros.
  let digitCount: Int
  /// The power of ten in front of which the decimal point stands; see the type's note.
  let scale: Int64
  /// True when the scale is beyond ±2^61: it then stands for all such scales, and only its sign is known. A property of
  /// the value, not of how it is written, so that equal values are treated alike.
  let isScaleSaturated: Bool
  private let digits: UnsafePointer<UInt8>
  /// Where the decimal point interrupts the digits, counted from the first significant one; `Int.max` for nowhere.
  private let point: Int

  private static let largestScale: Int64 = 1 << 61

  /// SAFETY: `text` holds a number that the scanner accepted; the value must not outlive it.
  init(_ text: UnsafePointer<UInt8>, count: Int) {
    var index = 0
    isNegative = text[0] == 0x2D
    if isNegative { index = 1 }
    var mantissa = Mantissa(text, from: index, count: count)
    mantissa.trimTrailingZeros(text)
    let exponent = Self.exponent(text, from: mantissa.end, count: count)
    digits = text + mantissa.first
    digitCount = mantissa.significant
    point = mantissa.pointOffset
    // Exponents stop at 2^62 and texts at 2^31 bytes: the sum neither overflows nor comes back under the largest scale.
    let exact = exponent + Int64(mantissa.integerDigits)
    isScaleSaturated = digitCount > 0 && exact.magnitude > Self.largestScale.magnitude
    scale = digitCount == 0 ? 0 : isScaleSaturated ? exact.signum() * (Self.largestScale + 1) : exact
  }

  @inline(__always)
  var isZero: Bool { digitCount == 0 }

  /// No fraction: `1.0` and `1e2` are integers (JSON Schema 2020-12 core, 4.2.3).
  @inline(__always)
  var isInteger: Bool { isZero || scale >= Int64(digitCount) }

  /// The significant digit at `index`, as a number from 0 to 9.
  @inline(__always)
  func digit(_ index: Int) -> UInt8 { digits[index >= point ? index + 1 : index] - 0x30 }

  /// The number's value when it is an integer of at most 18 digits.
  var smallInteger: Int64? {
    if isZero { return 0 }
    guard isInteger, scale <= 18 else { return nil }
    var value: Int64 = 0
    for index in 0..<Int(scale) { value = value * 10 + (index < digitCount ? Int64(digit(index)) : 0) }
    return isNegative ? -value : value
  }

  /// The exponent, or ±2^62 where it is beyond that.
  private static func exponent(_ text: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int64 {
    guard start < count else { return 0 }
    var index = start + 1
    let isNegative = text[index] == 0x2D
    if isNegative || text[index] == 0x2B { index += 1 }
    let largest: Int64 = 1 << 62
    var value: Int64 = 0
    while index < count {
      let digit = Int64(text[index] - 0x30)
      value = value > (largest - digit) / 10 ? largest : value * 10 + digit
      if value == largest { break }
      index += 1
    }
    return isNegative ? -value : value
  }
}

/// Where the digits of a number are: found in one walk over the text before the exponent.
private struct Mantissa {
  /// The first significant digit's index.
  var first = 0
  /// The index of the exponent mark, or the count.
  var end = 0
  /// Significant digits, counted to the last that is not zero.
  var significant = 0
  /// Digits from the first significant one to the decimal point; negative for zeros behind the point.
  var integerDigits = 0
  var pointOffset = Int.max

  init(_ text: UnsafePointer<UInt8>, from start: Int, count: Int) {
    var pointIndex: Int?
    var firstSignificant: Int?
    end = start
    while end < count, text[end] | 0x20 != 0x65 {
      if text[end] == 0x2E {
        pointIndex = end
      } else if firstSignificant == nil, text[end] != 0x30 {
        firstSignificant = end
      }
      end += 1
    }
    guard let first = firstSignificant else { return }
    self.first = first
    let point = pointIndex ?? end
    integerDigits = first < point ? point - first : -(first - point - 1)
    if let pointIndex, first < pointIndex { pointOffset = pointIndex - first }
    significant = end - first - (pointOffset == Int.max ? 0 : 1)
  }

  mutating func trimTrailingZeros(_ text: UnsafePointer<UInt8>) {
    while significant > 0 {
      let index = significant - 1
      guard text[first + (index >= pointOffset ? index + 1 : index)] == 0x30 else { return }
      significant -= 1
    }
  }
}
