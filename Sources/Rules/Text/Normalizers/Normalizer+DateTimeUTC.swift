extension Normalizer {
  /// `date-time-utc`: as `date-time`, and the offset becomes `Z`. `-00:00` is UTC too (RFC 3339, section 4.3).
  static func normalizeDateTimeUTC(_ text: Span<UInt8>, into output: inout [UInt8]) -> NormalizerOutcome {
    guard let value = DateTimeText(text), let time = value.time, !text.has(anyCaseOf: "z", at: text.count - 1) else {
      return normalizeDateTime(text, into: &output)
    }
    let date = dateInUTC(of: value.date, time)
    guard 0...9999 ~= date.year else { return .outOfRange }
    let minute = (time.minuteInUTC + FullTime.minutesPerDay) % FullTime.minutesPerDay
    output.append(date)
    output.append(ascii("T"))
    output.append(twoDigits: minute / 60)
    output.append(ascii(":"))
    output.append(twoDigits: minute % 60)
    output.append(ascii(":"))
    // An offset has whole minutes: seconds, a leap second among them, and the fraction stay as written.
    output.append(twoDigits: time.second)
    output.append(text, in: time.fraction)
    output.append(ascii("Z"))
    return .changed
  }

  /// An offset is less than a day, so that the date moves by one day at most.
  private static func dateInUTC(of date: FullDate, _ time: FullTime) -> FullDate {
    switch time.minuteInUTC {
    case ..<0: date.dayBefore
    case FullTime.minutesPerDay...: date.dayAfter
    default: date
    }
  }
}

extension [UInt8] {
  /// `date`, of a year in 0...9999, as `full-date` of RFC 3339, section 5.6.
  fileprivate mutating func append(_ date: FullDate) {
    append(twoDigits: date.year / 100)
    append(twoDigits: date.year % 100)
    append(ascii("-"))
    append(twoDigits: date.month)
    append(ascii("-"))
    append(twoDigits: date.day)
  }

  /// `value`, in 0...99, with a leading zero.
  fileprivate mutating func append(twoDigits value: Int) {
    append(ascii("0") &+ UInt8(truncatingIfNeeded: value / 10))
    append(ascii("0") &+ UInt8(truncatingIfNeeded: value % 10))
  }
}
