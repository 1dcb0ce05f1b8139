extension Format {
  /// `date-time` of RFC 3339, section 5.6. Its note allows a lower-case `t` and `z`; the space that it also mentions
  /// is for what applications show to people, not part of the grammar.
  static func isDateTime(_ text: Span<UInt8>) -> Bool {
    text.has(anyCaseOf: "t", at: FullDate.length)
      && FullDate(prefixOf: text) != nil
      && FullTime(text, from: FullDate.length + 1) != nil
  }
}
