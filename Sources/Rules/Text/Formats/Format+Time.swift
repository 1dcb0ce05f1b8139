extension Format {
  /// `full-time` of RFC 3339, section 5.6: the offset is required.
  static func isTime(_ text: Span<UInt8>) -> Bool {
    FullTime(text, from: 0) != nil
  }
}
