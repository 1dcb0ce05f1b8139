import CPCRE2

/// What a match came to. `exhausted` is no mismatch: the budget ended before the answer was known.
enum PatternOutcome: Hashable, Sendable {
  case match, mismatch, exhausted
}

/// An ECMA-262 pattern, compiled once and matched from any number of threads, always by code points.
///
/// It is read with the `u` flag. What only the older syntax without it can read is accepted with warnings.
final class Pattern: Sendable {
  /// The pattern as written.
  let source: String
  /// What the author should change though the pattern is accepted: older syntax, POSIX classes.
  let warnings: [PatternWarning]
  /// The pattern without PCRE2, where that is possible: at most one of the two.
  let classProgram: ClassProgram?
  let automaton: ByteAutomaton?
  /// No back reference and no lookaround: the breadth-first matcher can run it.
  let isRegular: Bool
  // SAFETY: PCRE2 never writes to compiled code once JIT is done (pcre2api, "Multithreading"), and it is freed in
  // deinit, which no match can outlive.
  nonisolated(unsafe) let code: PCRE2Code?

  /// - Parameter usesOwnMatchers: false keeps everything with PCRE2, for tests that compare the two.
  /// - Throws: `PatternError` for what is not ECMA-262, and for what neither we nor PCRE2 can do.
  init(_ source: String, usesOwnMatchers: Bool = true) throws(PatternError) {
    let plain = usesOwnMatchers ? PlainReader.read(source) : nil
    if let plain, let own = Self.ownMatcher(plain) {
      (self.source, warnings, code, isRegular) = (source, [], nil, true)
      (classProgram, automaton) = own
      return
    }
    let tree = try PatternTree.read(source)
    if let excess = tree.excess { throw excess }
    self.source = source
    warnings = tree.warnings
    // What was plain and found no matcher finds none here either.
    let own = usesOwnMatchers && plain == nil ? FlatPattern(tree).flatMap(Self.ownMatcher) : nil
    (classProgram, automaton) = own ?? (nil, nil)
    if own != nil {
      (code, isRegular) = (nil, true)
      return
    }
    let translation = try PCRE2Translator.translate(tree)
    isRegular = !translation.hasBackReferences && !translation.hasLookaround
    code = try PCRE2Code.compile(translation)
  }

  private static func ownMatcher(_ pattern: FlatPattern) -> (ClassProgram?, ByteAutomaton?)? {
    if let program = ClassProgram(pattern) { return (program, nil) }
    return ByteAutomaton(pattern).map { (nil, $0) }
  }

  deinit {
    code?.free()
  }

  /// Whether some part of `text` matches. `text` is valid UTF-8: PCRE2 does not look again.
  ///
  /// `steps` bounds the work, not the time: see `budget`.
  func matches(
    _ text: UnsafePointer<UInt8>, count: Int, scratch: PatternScratch, steps: Int
  ) -> PatternOutcome {
    if let classProgram { return classProgram.matches(text, count: count) ? .match : .mismatch }
    if let automaton { return automaton.matches(text, count: count) ? .match : .mismatch }
    guard let code else { return .exhausted }
    return PatternRun(pattern: self, code: code, text: text, count: count, scratch: scratch, steps: steps).outcome()
  }

  /// The same for text that is at hand as a `String`.
  func matches(_ text: String, scratch: PatternScratch, steps: Int) -> PatternOutcome {
    var text = text
    return text.withUTF8 { utf8 in
      // SAFETY: a String's UTF-8 is valid and stays put inside the closure. PCRE2 wants some pointer even for none.
      guard let base = utf8.baseAddress else {
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { spare in
          spare.initialize(repeating: 0)
          guard let base = spare.baseAddress else { return .exhausted }
          return matches(base, count: 0, scratch: scratch, steps: steps)
        }
      }
      return matches(base, count: utf8.count, scratch: scratch, steps: steps)
    }
  }
}

extension Pattern: CustomStringConvertible {
  /// For the disassembler: `class ^[-0-9A-Z_a-z]{1,}$`, `automaton, 23 states` or `pcre2`.
  var description: String {
    if let classProgram { return "class \(classProgram)" }
    if let automaton { return automaton.description }
    return code?.hasJIT == true ? "pcre2" : "pcre2, interpreted"
  }
}
