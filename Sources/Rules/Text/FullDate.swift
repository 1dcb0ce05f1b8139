/// `full-date` of RFC 3339, section 5.6: `2022-01-31`, a day that exists.
struct FullDate: Equatable, Sendable {
  /// 0...9999 as read; a shift by one day may leave the range on either side.
  var year: Int
  var month: Int
  var day: Int

  /// The bytes of a `full-date`.
  static let length = 10
}

extension FullDate {
  /// Reads the first ten bytes of `text`; what follows them is for the caller to judge.
  init?(prefixOf text: Span<UInt8>) {
    guard text.count >= Self.length, text.has("-", at: 4), text.has("-", at: 7),
      let century = text.twoDigits(at: 0), let yearOfCentury = text.twoDigits(at: 2),
      let month = text.twoDigits(at: 5), let day = text.twoDigits(at: 8)
    else { return nil }
    self.init(year: century * 100 + yearOfCentury, month: month, day: day)
    // Section 5.7: the day is limited by the month and the leap year.
    guard day >= 1, day <= GregorianCalendar.days(inMonth: month, of: year) else { return nil }
  }

  var dayAfter: FullDate {
    if day < GregorianCalendar.days(inMonth: month, of: year) {
      return FullDate(year: year, month: month, day: day + 1)
    }
    return month < 12
      ? FullDate(year: year, month: month + 1, day: 1) : FullDate(year: year + 1, month: 1, day: 1)
  }

  var dayBefore: FullDate {
    if day > 1 { return FullDate(year: year, month: month, day: day - 1) }
    let (year, month) = month > 1 ? (year, month - 1) : (year - 1, 12)
    return FullDate(year: year, month: month, day: GregorianCalendar.days(inMonth: month, of: year))
  }
}
