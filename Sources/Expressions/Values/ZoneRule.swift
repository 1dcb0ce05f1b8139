/// The last line of a TZif file: a POSIX `TZ` string such as `CST6CDT,M3.2.0,M11.1.0` (RFC 9636, 3.3).
struct ZoneRule {
  private let standard: Int64
  private var daylight: (offset: Int64, start: Change, end: Change)?

  private struct Change {
    let day: Day
    /// Seconds after midnight, local time.
    let time: Int64
  }

  private enum Day {
    case month(Int64, week: Int64, day: Int64)
    /// From 1, February 29 never counted.
    case julian(Int64)
    /// From 0.
    case ordinal(Int64)
  }

  /// Nil where there is no rule.
  init?(_ line: ArraySlice<UInt8>) {
    var reader = RuleReader(line.filter { $0 != 0x0A })
    guard reader.name(), let west = reader.time() else { return nil }
    standard = -west
    guard reader.name() else { return }
    let offset = reader.time().map { -$0 } ?? standard + 3600
    guard let start = Self.change(&reader), let end = Self.change(&reader) else { return nil }
    daylight = (offset, start, end)
  }

  private static func change(_ reader: inout RuleReader) -> Change? {
    guard reader.accept(","), let day = day(&reader) else { return nil }
    guard reader.accept("/") else { return Change(day: day, time: 7200) }
    return reader.time().map { Change(day: day, time: $0) }
  }

  private static func day(_ reader: inout RuleReader) -> Day? {
    if reader.accept("J") { return reader.number().map { .julian($0) } }
    guard reader.accept("M") else { return reader.number().map { .ordinal($0) } }
    guard let month = reader.number(), (1...12).contains(month), reader.accept("."), let week = reader.number(),
      reader.accept("."), let day = reader.number()
    else { return nil }
    return .month(month, week: week, day: day)
  }

  /// Seconds east of UTC.
  func offset(at seconds: Int64) -> Int64 {
    guard let daylight else { return standard }
    let year = CalendarDate(seconds: seconds + standard).year
    let start = Self.instant(daylight.start, year) - standard
    let end = Self.instant(daylight.end, year) - daylight.offset
    // South of the equator summer goes over the end of the year.
    let isDaylight = start < end ? seconds >= start && seconds < end : seconds >= start || seconds < end
    return isDaylight ? daylight.offset : standard
  }

  private static func instant(_ change: Change, _ year: Int64) -> Int64 {
    days(change.day, year) * 86_400 + change.time
  }

  private static func days(_ day: Day, _ year: Int64) -> Int64 {
    let first = CalendarDate(year: year, month: 1, day: 1)?.days ?? 0
    switch day {
    case .ordinal(let number): return first + number
    case .julian(let number):
      let isLeap = CalendarDate(year: year, month: 2, day: 29) != nil
      return first + number - 1 + (isLeap && number >= 60 ? 1 : 0)
    case .month(let month, let week, let day):
      guard let start = CalendarDate(year: year, month: month, day: 1) else { return first }
      var number = 1 + (day - start.dayOfWeek + 7) % 7 + (week - 1) * 7
      // The fifth week means the last.
      while number > 1, CalendarDate(year: year, month: month, day: number) == nil { number -= 7 }
      return start.days + number - 1
    }
  }
}

private struct RuleReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// An abbreviation: letters, or anything in angle brackets.
  mutating func name() -> Bool {
    let start = index
    if accept("<") {
      while index < bytes.count, !accept(">") { index += 1 }
      return true
    }
    while index < bytes.count, bytes[index].isLetter { index += 1 }
    return index > start
  }

  mutating func number() -> Int64? {
    let start = index
    var value: Int64 = 0
    while index < bytes.count, bytes[index].isDigit, index - start < 6 {
      value = value * 10 + Int64(bytes[index] & 0x0F)
      index += 1
    }
    return index > start ? value : nil
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  mutating func time() -> Int64? {
    let sign: Int64 = accept("-") ? -1 : 1
    if sign == 1 { _ = accept("+") }
    guard let hours = number() else { return nil }
    var seconds = hours * 3600
    if accept(":"), let minutes = number() { seconds += minutes * 60 }
    if accept(":"), let rest = number() { seconds += rest }
    return sign * seconds
  }
}
