/// The flags that a modifier group may set (ECMA-262 22.2.1, RegularExpressionModifiers). All are off at first, as
/// JSON Schema has nowhere to set them.
struct PatternFlags: Hashable, Sendable {
  /// `i`
  var ignoresCase = false
  /// `m`
  var isMultiline = false
  /// `s`
  var matchesAll = false

  /// `\w` (WordCharacters, 22.2.2.9.3): under `u` and `i` also U+017F and U+212A, which fold to `s` and `k`.
  var word: CodePointSet { ignoresCase ? CaseFolding.closure(of: .word) : .word }
}

/// Assertions. With their flag they are written out, for nothing else needs to know them then.
extension PatternNode {
  /// `^` (22.2.2.4): under `m` also behind a line terminator.
  static func start(_ flags: PatternFlags) -> PatternNode {
    flags.isMultiline ? .disjunction([.start, .look(behind: true, .lineTerminators)]) : .start
  }

  static func end(_ flags: PatternFlags) -> PatternNode {
    flags.isMultiline ? .disjunction([.end, .look(behind: false, .lineTerminators)]) : .end
  }

  /// `\b` and `\B`. PCRE2's own know ASCII only.
  static func boundary(_ flags: PatternFlags, isNegated: Bool) -> PatternNode {
    guard flags.ignoresCase else { return .wordBoundary(isNegated: isNegated) }
    let sides = [true, false].map { isWordBefore in
      let isWordAfter = isWordBefore == isNegated
      return PatternNode.sequence([
        .look(behind: true, isNegated: !isWordBefore, flags.word),
        .look(behind: false, isNegated: !isWordAfter, flags.word),
      ])
    }
    return .disjunction(sides)
  }

  private static func look(behind: Bool, isNegated: Bool = false, _ set: CodePointSet) -> PatternNode {
    .lookaround(
      .characters(PatternClass(set: set)), PatternLookaround(looksBehind: behind, isNegated: isNegated, offset: 0))
  }
}
