/// A value that the date normalizers know: a `date-time` of RFC 3339, section 5.6, also with a space for the `T`, or a
/// `full-date` alone.
struct DateTimeText {
  let date: FullDate
  /// Nil for a date alone, which means midnight in UTC.
  let time: FullTime?

  init?(_ text: Span<UInt8>) {
    guard let date = FullDate(prefixOf: text) else { return nil }
    self.date = date
    guard text.count > FullDate.length else {
      time = nil
      return
    }
    guard text.has(anyCaseOf: "t", at: FullDate.length) || text.has(" ", at: FullDate.length),
      let time = FullTime(text, from: FullDate.length + 1)
    else { return nil }
    self.time = time
  }
}
