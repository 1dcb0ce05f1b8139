/// Why a pattern is refused: an error of the rule file, never of a document.
struct PatternError: Error, Hashable, Sendable {
  /// Where in the pattern, in UTF-8 bytes from its start.
  let offset: Int
  /// What is wrong and what to do about it, for the author of the pattern.
  let message: String
}
