extension Format {
  /// A pattern of ECMA-262 with the `u` flag, section 22.2.1 without Annex B: what `pattern` takes, but for what no
  /// engine of ours can run. Patterns that are longer or deeper than the parser's limits are refused, as there.
  static func isRegex(_ text: Span<UInt8>) -> Bool {
    // Before the copy: the parser would refuse it as well.
    guard text.count <= ECMAParser.maximumLength else { return false }
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
