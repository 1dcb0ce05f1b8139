extension Format {
  /// A pattern of ECMA-262 with the `u` flag, section 22.2.1 without Annex B: what `pattern` takes, and what
  /// no engine of ours can run as well: longer, or nested deeper. O(bytes).
  static func isRegex(_ text: Span<UInt8>) -> Bool {
    var bytes: [UInt8] = []
    bytes.append(text, in: text.indices)
    do {
      _ = try ECMAParser.parse(String(decoding: bytes, as: UTF8.self))
      return true
    } catch {
      return false
    }
  }
}
