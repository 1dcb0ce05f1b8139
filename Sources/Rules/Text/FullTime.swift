/// `full-time` of RFC 3339, section 5.6: `12:30:45.5+01:00`, an offset is part of it.
struct FullTime: Equatable, Sendable {
  var hour: Int
  var minute: Int
  /// 0...60.
  var second: Int
  /// The bytes of `time-secfrac` in the text, the point included; empty where there is none.
  var fraction: Range<Int>
  /// Minutes east of UTC, -1439...1439.
  var offset: Int
}

extension FullTime {
  /// Reads `text` from `start` to its end.
  init?(_ text: Span<UInt8>, from start: Int) {
    guard text.has(":", at: start + 2), text.has(":", at: start + 5),
      let hour = text.twoDigits(at: start), hour < 24,
      let minute = text.twoDigits(at: start + 3), minute < 60,
      let second = text.twoDigits(at: start + 6), second <= 60,
      let fraction = Self.fraction(of: text, from: start + 8),
      let offset = Self.offset(of: text, from: fraction.upperBound)
    else { return nil }
    self.init(hour: hour, minute: minute, second: second, fraction: fraction, offset: offset)
    guard second < 60 || isLastMinuteInUTC else { return nil }
  }

  /// The minute of the day in UTC; below 0 it is of the day before, from `minutesPerDay` on of the day after.
  var minuteInUTC: Int { hour * 60 + minute - offset }

  static let minutesPerDay = 24 * 60

  /// Section 5.7 and appendix D: a leap second is 23:59:60 in UTC, whatever the offset makes of it.
  private var isLastMinuteInUTC: Bool {
    (minuteInUTC + Self.minutesPerDay) % Self.minutesPerDay == Self.minutesPerDay - 1
  }

  /// `time-secfrac = "." 1*DIGIT`, which may be absent.
  private static func fraction(of text: Span<UInt8>, from start: Int) -> Range<Int>? {
    guard text.has(".", at: start) else { return start..<start }
    let end = text.end(from: start + 1, while: ASCII.isDigit)
    return end > start + 1 ? start..<end : nil
  }

  /// `time-offset = "Z" / time-numoffset`, the last of the text.
  private static func offset(of text: Span<UInt8>, from start: Int) -> Int? {
    if text.has(anyCaseOf: "z", at: start) { return start + 1 == text.count ? 0 : nil }
    guard text.has("+", at: start) || text.has("-", at: start), start + 6 == text.count,
      text.has(":", at: start + 3),
      let hours = text.twoDigits(at: start + 1), hours < 24,
      let minutes = text.twoDigits(at: start + 4), minutes < 60
    else { return nil }
    return (text.has("-", at: start) ? -1 : 1) * (hours * 60 + minutes)
  }
}
