/// An ECMA-262 pattern as a tree. Groups that capture nothing leave no node: the tree's shape is the grouping.
indirect enum PatternNode: Sendable {
  case empty
  /// One literal code point; a lone surrogate (`\uD83D`) is possible and matches no UTF-8 text.
  case character(UInt32)
  /// One code point out of a set: a class, `.`, `\d`, `\p{L}`.
  case characters(PatternClass)
  case sequence([PatternNode])
  case disjunction([PatternNode])
  /// A capturing group, numbered from 1 by its opening parenthesis.
  case capture(Int, PatternNode)
  case repetition(PatternNode, PatternCount)
  case lookaround(PatternNode, PatternLookaround)
  /// Names and forward references are known only at the end: the index is one into `PatternTree.references`.
  case backReference(Int)
  case start
  case end
  case wordBoundary(isNegated: Bool)
}

/// A quantifier. `Int.max` as `maximum` stands for no upper limit.
struct PatternCount: Hashable, Sendable {
  var minimum: Int
  var maximum: Int
  var isLazy = false
  var offset = 0
  /// The body itself sees to it that no iteration is empty that need not be: see `GuardedIterations`.
  var isGuarded = false

  var isUnbounded: Bool { maximum == .max }
  var isFixed: Bool { minimum == maximum }
}

/// `(?=`, `(?!`, `(?<=` or `(?<!`.
struct PatternLookaround: Hashable, Sendable {
  var looksBehind: Bool
  var isNegated: Bool
  var offset: Int
}

/// One code point out of a set; the properties are known by name only and stay with PCRE2.
struct PatternClass: Hashable, Sendable {
  var isNegated = false
  var set = CodePointSet()
  var properties: [PatternProperty] = []
  /// What is equal to a member of the properties but for case belongs to the class too. `set` has it already.
  var ignoresCase = false

  /// The code points of a class without properties, negation carried out.
  var codePoints: CodePointSet? {
    guard properties.isEmpty else { return nil }
    return isNegated ? set.complement : set
  }
}

/// `\p{...}` or `\P{...}`.
struct PatternProperty: Hashable, Sendable {
  /// The name as PCRE2 spells it.
  var name: String
  var isNegated: Bool
  var offset: Int
}

/// `\3` or `\k<name>`, resolved to the number of its group, or to those of all groups of that name: at most one of them
/// takes part in a match, and the others match empty.
struct PatternReference: Hashable, Sendable {
  var groups: [Int]
  var offset: Int
  var ignoresCase = false
}

/// A parsed pattern: valid ECMA-262, whether or not PCRE2 can run it.
struct PatternTree: Sendable {
  var root: PatternNode
  var captureCount: Int
  var references: [PatternReference]
  var warnings: [PatternWarning] = []
  /// What makes the pattern too large to compile; `root` is not the whole pattern then.
  var excess: PatternError?
}
