import CPCRE2

/// Asks PCRE2 about code points, one at a time: for case and for the analysis, not for matching.
extension PCRE2Code {
  /// Which of `candidates`, surrogates aside, match `text`, the translation of a class or property.
  ///
  /// - Throws: `PatternError` at `offset` if PCRE2 does not know the property.
  static func members(
    of text: String, among candidates: [UInt32], at offset: Int
  ) throws(PatternError) -> [UInt32] {
    let code = try compile(PCRE2Translator.Translation(text: Array(text.utf8), marks: [(0, offset)]))
    // SAFETY: compiled above, used and freed only here.
    defer { code.free() }
    let scratch = PatternScratch()
    guard let context = scratch.matchContext(limit: .max), let data = scratch.matchData else { return [] }
    return candidates.filter { candidate in
      guard let scalar = Unicode.Scalar(candidate) else { return false }
      let bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      // SAFETY: PCRE2 reads bytes.count bytes, which are valid UTF-8 and live through the call.
      return pcre2_match_8(code.pointer, bytes, bytes.count, 0, PCRE2_NO_UTF_CHECK, data, context) >= 0
    }
  }
}
