/// Instants as texts: RFC 3339.
enum InstantText {
  static func bytes(seconds: Int64, nanoseconds: UInt32) -> [UInt8] {
    let date = CalendarDate(seconds: seconds)
    let clock = seconds - date.days * 86_400
    var text = pad(date.year, 4) + [0x2D] + pad(date.month, 2) + [0x2D] + pad(date.day, 2) + [UInt8(ascii: "T")]
    text += pad(clock / 3600, 2) + [0x3A] + pad(clock / 60 % 60, 2) + [0x3A] + pad(clock % 60, 2)
    return text + fraction(Int64(nanoseconds)) + [UInt8(ascii: "Z")]
  }

  /// A dot and as many of nine digits as are needed; nothing for zero.
  static func fraction(_ nanoseconds: Int64) -> [UInt8] {
    guard nanoseconds != 0 else { return [] }
    var digits = pad(nanoseconds, 9)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return [UInt8(ascii: ".")] + digits
  }

  private static func pad(_ value: Int64, _ width: Int) -> [UInt8] {
    let digits = Array(String(value).utf8)
    return Array(repeating: UInt8(ascii: "0"), count: max(0, width - digits.count)) + digits
  }

  /// An instant with its offset from UTC; nil for what RFC 3339, 5.6, does not have, and outside the range.
  static func read(_ text: ByteView) -> ExpressionInstant? {
    guard text.count >= 20, text.count <= 64, text[4] == 0x2D, text[7] == 0x2D, text[13] == 0x3A, text[16] == 0x3A,
      text[10] | 0x20 == UInt8(ascii: "t"), let year = number(text, 0, 4), let month = number(text, 5, 2),
      let day = number(text, 8, 2), let hour = number(text, 11, 2), let minute = number(text, 14, 2),
      let second = number(text, 17, 2), hour < 24, minute < 60, second < 60,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    var index = 19
    guard let nanoseconds = readFraction(text, &index), let offset = readOffset(text, index) else { return nil }
    let seconds = date.days * 86_400 + hour * 3600 + minute * 60 + second - offset
    return ExpressionInstant(seconds: seconds, nanoseconds: nanoseconds)
  }

  /// Digits beyond the ninth are cut.
  private static func readFraction(_ text: ByteView, _ index: inout Int) -> UInt32? {
    guard text[index] == UInt8(ascii: ".") else { return 0 }
    let start = index + 1
    index = start
    var value: UInt32 = 0
    while text[index].isDigit {
      if index - start < 9 { value = value * 10 + UInt32(text[index] & 0x0F) }
      index += 1
    }
    guard index > start else { return nil }
    for _ in (index - start)..<max(9, index - start) { value *= 10 }
    return value
  }

  private static func readOffset(_ text: ByteView, _ index: Int) -> Int64? {
    if text[index] | 0x20 == UInt8(ascii: "z") { return text.count == index + 1 ? 0 : nil }
    guard text.count == index + 6 else { return nil }
    return offset(text.slice(index, text.count))
  }

  /// `+01:30` in seconds; the sign may be missing.
  static func offset(_ text: ByteView) -> Int64? {
    let signed = text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-")
    let start = signed ? 1 : 0
    guard text.count == start + 5, text[start + 2] == 0x3A, let hours = number(text, start, 2),
      let minutes = number(text, start + 3, 2), hours < 24, minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (text[0] == UInt8(ascii: "-") ? -1 : 1)
  }

  private static func number(_ text: ByteView, _ start: Int, _ count: Int) -> Int64? {
    var value: Int64 = 0
    for index in start..<(start + count) {
      guard text[index].isDigit else { return nil }
      value = value * 10 + Int64(text[index] & 0x0F)
    }
    return value
  }
}
