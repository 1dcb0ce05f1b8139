/// Reads a pattern by the grammar of ECMA-262 22.2.1 with the `u` flag, or by the older one of annex B.1.2.
///
/// `format: regex` is decided by the strict grammar alone; what PCRE2 cannot do is refused later, by the translator.
/// No group costs stack: open ones stand in `groups`, so that any text may come in.
struct ECMAParser {
  /// Longer patterns are not compiled: they are no use to an author and a burden to every reader.
  static let maximumLength = 65_536
  /// PCRE2 stops at 250 nested groups, and the translation of a capturing group may need one of its own.
  static let maximumDepth = 200

  let bytes: [UInt8]
  let syntax: PatternSyntax
  var position = 0
  var flags = PatternFlags()
  /// What is open here, the pattern itself first.
  var groups = [OpenGroup(.plain, start: 0, PatternFlags())]
  var captureCount = 0
  var names = GroupNames()
  var references: [PendingReference] = []
  var warnings: [PatternWarning] = []
  var excess: PatternError?
  /// Where the last quantifier ended: a `+` there would be a possessive one.
  var quantifierEnd = 0
  /// All capturing groups of the pattern, for annex B: what `\3` means depends on it.
  let totalCaptures: Int

  /// - Throws: `PatternError` with the offset of the first thing that the syntax does not allow.
  static func parse(_ source: String, _ syntax: PatternSyntax = .strict) throws(PatternError) -> PatternTree {
    var parser = ECMAParser(Array(source.utf8), syntax)
    while let byte = parser.peek() { try parser.read(byte) }
    return try parser.tree()
  }

  private init(_ bytes: [UInt8], _ syntax: PatternSyntax) {
    self.bytes = bytes
    self.syntax = syntax
    totalCaptures = syntax == .lenient ? Self.countCaptures(bytes) : 0
    if bytes.count > Self.maximumLength {
      excess = error("the pattern is longer than \(Self.maximumLength) bytes: shorten it", at: Self.maximumLength)
    }
  }

  private mutating func read(_ byte: UInt8) throws(PatternError) {
    switch byte {
    case UInt8(ascii: "("): try openGroup()
    case UInt8(ascii: ")"): try closeGroup()
    case UInt8(ascii: "|"): nextAlternative()
    default: append(try term(byte))
    }
  }

  private mutating func tree() throws(PatternError) -> PatternTree {
    guard groups.count == 1 else {
      throw error("this group is never closed: add ')' or escape it as '\\('", at: groups[groups.count - 1].start)
    }
    let references = try resolvedReferences()
    return PatternTree(
      root: groups[0].body, captureCount: captureCount, references: references, warnings: warnings, excess: excess)
  }

  /// Term: an assertion, which takes no quantifier, or an atom with or without one.
  private mutating func term(_ byte: UInt8) throws(PatternError) -> PatternNode {
    let start = position
    if let assertion = assertion(byte) { return assertion }
    return try quantified(try atom(byte, at: start))
  }

  private mutating func assertion(_ byte: UInt8) -> PatternNode? {
    switch byte {
    case UInt8(ascii: "^"):
      position += 1
      return .start(flags)
    case UInt8(ascii: "$"):
      position += 1
      return .end(flags)
    case UInt8(ascii: "\\"):
      if skip("\\b") { return .boundary(flags, isNegated: false) }
      return skip("\\B") ? .boundary(flags, isNegated: true) : nil
    default:
      return nil
    }
  }

  private mutating func atom(_ byte: UInt8, at start: Int) throws(PatternError) -> PatternNode {
    switch byte {
    case UInt8(ascii: "["): return .characters(try characterClass())
    case UInt8(ascii: "\\"): return try atomEscape()
    case UInt8(ascii: "."):
      position += 1
      return .characters(PatternClass(isNegated: true, set: flags.matchesAll ? CodePointSet() : .lineTerminators))
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      throw nothingToRepeat(byte)
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "]"):
      return try bracket(byte)
    default:
      return literal(nextCodePoint())
    }
  }

  /// One code point, and under `i` all that fold to the same.
  func literal(_ codePoint: UInt32) -> PatternNode {
    guard flags.ignoresCase, let equal = CaseFolding.classes[codePoint] else { return .character(codePoint) }
    return .characters(PatternClass(set: CodePointSet(equal.map { $0...$0 })))
  }
}
