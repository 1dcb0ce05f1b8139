/// Durations as texts: a sum of decimal numbers with units, as `1h30m` and `-1.5s`.
enum DurationText {
  /// Seconds with a fraction where needed.
  static func bytes(_ nanoseconds: Int64) -> [UInt8] {
    let magnitude = nanoseconds.magnitude
    let sign = nanoseconds < 0 ? "-" : ""
    let fraction = InstantText.fraction(Int64(magnitude % 1_000_000_000))
    return Array("\(sign)\(magnitude / 1_000_000_000)".utf8) + fraction + [UInt8(ascii: "s")]
  }

  /// Nanoseconds; nil for what is no duration, and outside the range.
  static func read(_ text: ByteView) -> Int64? {
    guard text.count <= 128 else { return nil }
    var index = 0
    let isNegative = text[0] == UInt8(ascii: "-")
    if isNegative || text[0] == UInt8(ascii: "+") { index += 1 }
    if text.count == index + 1, text[index] == UInt8(ascii: "0") { return 0 }
    guard index < text.count else { return nil }
    var total: Int64 = 0
    while index < text.count {
      guard let part = readPart(text, &index, isNegative) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      guard !overflow else { return nil }
      total = sum
    }
    return total
  }

  /// A number and its unit in nanoseconds, cut to whole ones.
  private static func readPart(_ text: ByteView, _ index: inout Int, _ isNegative: Bool) -> Int64? {
    let whole = digits(text, &index)
    var fraction = ArraySlice<UInt8>()
    if text[index] == UInt8(ascii: ".") {
      index += 1
      fraction = digits(text, &index)
    }
    guard !whole.isEmpty || !fraction.isEmpty, let unit = readUnit(text, &index) else { return nil }
    var value: Int64 = 0
    for digit in whole {
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = shifted.addingReportingOverflow(isNegative ? -Int64(digit & 0x0F) : Int64(digit & 0x0F))
      guard !overflow, !carry else { return nil }
      value = sum
    }
    let (scaled, overflow) = value.multipliedReportingOverflow(by: unit)
    let (sum, carry) = scaled.addingReportingOverflow(part(of: unit, fraction) * (isNegative ? -1 : 1))
    return overflow || carry ? nil : sum
  }

  private static func part(of unit: Int64, _ fraction: ArraySlice<UInt8>) -> Int64 {
    var result: Int64 = 0
    var (numerator, scale): (Int64, Int64) = (0, 1)
    // Fifteen digits are below a nanosecond even of hours.
    for digit in fraction.prefix(15) {
      numerator = numerator * 10 + Int64(digit & 0x0F)
      scale *= 10
    }
    let (high, low) = unit.multipliedFullWidth(by: numerator)
    result = scale.dividingFullWidth((high, low)).quotient
    return result
  }

  private static func digits(_ text: ByteView, _ index: inout Int) -> ArraySlice<UInt8> {
    let start = index
    while text[index].isDigit { index += 1 }
    return ArraySlice(text.slice(start, index).array)
  }

  private static func readUnit(_ text: ByteView, _ index: inout Int) -> Int64? {
    let start = index
    while index < text.count, !text[index].isDigit, text[index] != UInt8(ascii: ".") { index += 1 }
    return units[text.slice(start, index).string]
  }

  private static let units: [String: Int64] = [
    "ns": 1, "us": 1_000, "µs": 1_000, "μs": 1_000, "ms": 1_000_000, "s": 1_000_000_000, "m": 60_000_000_000,
    "h": 3_600_000_000_000,
  ]
}
