extension Format {
  /// `full-date` of RFC 3339, section 5.6, with the days of the months of section 5.7.
  static func isDate(_ text: Span<UInt8>) -> Bool {
    text.count == FullDate.length && FullDate(prefixOf: text) != nil
  }
}
