/// What a pattern's author should know about a pattern that is accepted.
struct PatternWarning: Hashable, Sendable {
  /// Where in the pattern, in UTF-8 bytes from its start.
  let offset: Int
  /// What is doubtful and what to write instead.
  let message: String
}
