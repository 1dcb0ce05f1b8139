extension Format {
  /// `json-pointer` of RFC 6901, section 3. All of Unicode is allowed but for `/`, which separates, and `~`, which
  /// escapes and is followed by `0` or `1`. The fragment form of section 6 (`#/a`) is another grammar.
  static func isJSONPointer(_ text: Span<UInt8>) -> Bool {
    guard text.isEmpty || text.has("/", at: 0) else { return false }
    return text.indices.allSatisfy { position in
      text[position] != ascii("~") || text.has("0", at: position + 1) || text.has("1", at: position + 1)
    }
  }
}
