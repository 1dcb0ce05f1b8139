import Testing

@testable import Rules

@Suite("Formats: date-time, date, time and duration")
struct DateTimeTests {
  @Test(
    "date-time takes the grammar of RFC 3339, 5.6 and its examples in 5.8",
    arguments: [
      "1985-04-12T23:20:50.52Z", "1996-12-19T16:39:57-08:00", "1990-12-31T23:59:60Z", "1990-12-31T15:59:60-08:00",
      "1937-01-01T12:00:27.87+00:20", "0000-01-01t00:00:00z", "9999-12-31T23:59:59+23:59", "2022-01-01T00:00:00-00:00",
      "2000-02-29T00:00:00.0000000000000000000000001Z", "2016-12-31T23:59:60.999Z", "2017-01-01T00:59:60+01:00",
    ])
  func dateTime(text: String) {
    #expect(Format.dateTime.matches(text))
  }

  @Test(
    "date-time refuses near misses",
    arguments: [
      "", "1", "2022-01-01", "2022-01-01T", "2022-01-01T00:00Z", "2022-01-01T00:00:00", "2022-01-01 00:00:00Z",
      "2022-01-01T00:00:00.Z", "2022-01-01T00:00:00,5Z", "2022-01-01T00:00:00.5", "2022-01-01T00:00:00.٣Z",
      "2022-01-01T00:00:00+01", "2022-01-01T00:00:00+0100", "2022-01-01T00:00:00+1:00", "2022-01-01T00:00:00+01:0",
      "2022-01-01T00:00:00+24:00", "2022-01-01T00:00:00+00:60", "2022-01-01T00:00:00ZZ", "2022-01-01T00:00:00Z ",
      "2022-01-01T24:00:00Z", "2022-01-01T00:60:00Z", "2022-01-01T00:00:61Z", "2022-01-01T23:58:60Z",
      "2022-01-01T23:59:60+01:00", "2022-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2022-00-01T00:00:00Z",
      "2022-13-01T00:00:00Z", "2022-01-00T00:00:00Z", "2022-04-31T00:00:00Z", "2022-01-01T00:00:00\u{2212}01:00",
      "2022/01/01T00:00:00Z", "2022-01-01T00-00-00Z", "-2022-01-01T00:00:00Z", "2022-01-01T00:00:0٣Z",
    ])
  func notDateTime(text: String) {
    #expect(!Format.dateTime.matches(text))
  }

  @Test("time takes a full-time and nothing around it")
  func time() {
    for text in ["00:00:00Z", "23:59:59.9z", "12:00:00+23:59", "00:59:60+01:00", "23:29:60+23:30"] {
      #expect(Format.time.matches(text), "\(text)")
    }
    for text in ["", "00:00:00", "00:00Z", "T00:00:00Z", "24:00:00Z", "00:00:60Z", "00:00:00 Z", "00:00:00.Z"] {
      #expect(!Format.time.matches(text), "\(text)")
    }
  }

  @Test("a duration nests its units (RFC 3339, appendix A)")
  func duration() {
    for text in ["P1Y", "P1Y2M3DT4H5M6S", "P3W", "PT0S", "P1M2DT3M4S", "P00012D", "p1dt2h", "P1YT1S"] {
      #expect(Format.duration.matches(text), "\(text)")
    }
    for text in [
      "", "P", "PT", "T1S", "1Y", "P1", "P1S", "PT1D", "P1YT", "P1D1D", "P1M1Y", "P1Y1D", "PT1H1S", "P1W1D", "P1DT1W",
      "P1W ", "PP1D", "PT1ST1S", "P1.5D", "P٣D", "P1DT", "PTT1S", "P1T1S", "P1DT1",
    ] {
      #expect(!Format.duration.matches(text), "\(text)")
    }
  }

  /// The day of a serial number by the era arithmetic of H. Hinnant, "chrono-compatible low-level date algorithms":
  /// it shares nothing with the month table that it is compared with.
  private static func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// A day exists where its serial number is below that of the next month's first.
  private static func exists(year: Int, month: Int, day: Int) -> Bool {
    guard 1...12 ~= month, day >= 1 else { return false }
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    return daysFromCivil(year: year, month: month, day: day) < daysFromCivil(year: next.0, month: next.1, day: 1)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  @Test(
    "date accepts exactly the days that exist",
    arguments: [0, 1, 4, 100, 400, 1582, 1900, 1999, 2000, 2023, 2024, 2100, 9999])
  func everyDate(year: Int) {
    for month in 0...13 {
      for day in 0...32 {
        let text = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        #expect(Format.date.matches(text) == Self.exists(year: year, month: month, day: day), "\(text)")
      }
    }
  }

  @Test("the day after and the day before walk through the calendar without a gap")
  func neighbours() {
    var date = FullDate(year: 1899, month: 12, day: 31)
    for _ in 0..<800 {
      let next = date.dayAfter
      #expect(next.dayBefore == date)
      let step =
        Self.daysFromCivil(year: next.year, month: next.month, day: next.day)
        - Self.daysFromCivil(year: date.year, month: date.month, day: date.day)
      #expect(step == 1)
      date = next
    }
  }
}
