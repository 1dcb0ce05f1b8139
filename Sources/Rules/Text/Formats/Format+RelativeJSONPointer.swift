extension Format {
  /// `relative-json-pointer` of draft-bhutton-relative-json-pointer-00, section 3: how many levels up, how far along an
  /// array, then a JSON Pointer or `#`. The move along an array came with 2020-12; it is taken for older drafts too. It
  /// may stand before `#`, as in the example `0-1#` of section 5.1: its absence in the grammar was an omission
  /// (json-schema-spec, pull request 1400).
  static func isRelativeJSONPointer(_ text: Span<UInt8>) -> Bool {
    guard var position = indexEnd(in: text, from: 0) else { return false }
    if text.has("+", at: position) || text.has("-", at: position) {
      guard let end = indexEnd(in: text, from: position + 1) else { return false }
      position = end
    }
    if text.has("#", at: position) { return position + 1 == text.count }
    return isJSONPointer(text.extracting(position...))
  }

  /// `non-negative-integer = %x30 / %x31-39 *( %x30-39 )`.
  private static func indexEnd(in text: Span<UInt8>, from start: Int) -> Int? {
    let end = text.end(from: start, while: ASCII.isDigit)
    guard end > start, end == start + 1 || !text.has("0", at: start) else { return nil }
    return end
  }
}
