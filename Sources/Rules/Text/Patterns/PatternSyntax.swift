/// Which grammar a pattern is read by.
enum PatternSyntax: Hashable, Sendable {
  /// ECMA-262 22.2.1 with the `u` flag.
  case strict
  /// The same, and what annex B.1.2 adds for patterns without the `u` flag wherever the strict grammar has no
  /// meaning: `\-`, a lone `{`, `[\w-.]`. What both can read keeps the strict meaning, so that `\u{41}` is `A` and a
  /// character is a code point, never half of a surrogate pair.
  ///
  /// A letter behind a backslash is not taken for itself, as annex B would, if other languages give it a meaning.
  case lenient
}

extension PatternTree {
  /// The strict reading, or else the lenient one with its warnings.
  ///
  /// - Throws: what the strict grammar says, if neither has a reading.
  static func read(_ source: String) throws(PatternError) -> PatternTree {
    let strict = Result { () throws(PatternError) in try ECMAParser.parse(source) }
    if case .failure = strict {
      let lenient = Result { () throws(PatternError) in try ECMAParser.parse(source, .lenient) }
      if case .success(let tree) = lenient { return tree }
    }
    return try strict.get()
  }
}
