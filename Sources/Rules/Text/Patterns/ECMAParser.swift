/// Reads a pattern by the grammar of ECMA-262 22.2.1 with the `u` flag, without the leniency of Annex B.
///
/// `format: regex` is decided by this parser alone; what PCRE2 cannot do is refused later, by the translator.
struct ECMAParser {
  /// Longer patterns are refused: they are no use to an author and a burden to every reader.
  static let maximumLength = 65_536
  /// PCRE2 stops at 250 nested groups, and the translation of a capturing group may need one of its own.
  static let maximumDepth = 200

  let bytes: [UInt8]
  var position = 0
  var depth = 0
  var captureCount = 0
  var groupsByName: [[UInt32]: Int] = [:]
  var references: [PendingReference] = []

  /// - Throws: `PatternError` with the offset of the first thing that ECMA-262 does not allow.
  static func parse(_ source: String) throws(PatternError) -> PatternTree {
    var parser = ECMAParser(bytes: Array(source.utf8))
    guard parser.bytes.count <= maximumLength else {
      throw PatternError(offset: maximumLength, message: "the pattern is longer than 65536 bytes: shorten it")
    }
    let root = try parser.disjunction()
    guard parser.isAtEnd else { throw parser.error("unmatched ')': escape it as '\\)' or remove it") }
    return PatternTree(
      root: root, captureCount: parser.captureCount, references: try parser.resolvedReferences())
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Disjunction: alternatives up to `)` or the end.
  mutating func disjunction() throws(PatternError) -> PatternNode {
    var alternatives = [try alternative()]
    while skip("|") { alternatives.append(try alternative()) }
    return alternatives.count == 1 ? alternatives[0] : .disjunction(alternatives)
  }

  private mutating func alternative() throws(PatternError) -> PatternNode {
    var terms: [PatternNode] = []
    while let byte = peek(), byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") { terms.append(try term(byte)) }
    switch terms.count {
    case 0: return .empty
    case 1: return terms[0]
    default: return .sequence(terms)
    }
  }

  /// Term: an assertion, which takes no quantifier under `u`, or an atom with or without one.
  private mutating func term(_ byte: UInt8) throws(PatternError) -> PatternNode {
    let start = position
    if let assertion = try assertion(byte) { return assertion }
    return try quantified(try atom(byte, at: start))
  }

  private mutating func assertion(_ byte: UInt8) throws(PatternError) -> PatternNode? {
    switch byte {
    case UInt8(ascii: "^"):
      position += 1
      return .start
    case UInt8(ascii: "$"):
      position += 1
      return .end
    case UInt8(ascii: "\\"):
      if skip("\\b") { return .wordBoundary(isNegated: false) }
      return skip("\\B") ? .wordBoundary(isNegated: true) : nil
    case UInt8(ascii: "("):
      return try lookaround()
    default:
      return nil
    }
  }

  private mutating func atom(_ byte: UInt8, at start: Int) throws(PatternError) -> PatternNode {
    switch byte {
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "["): return .characters(try characterClass())
    case UInt8(ascii: "\\"): return try atomEscape()
    case UInt8(ascii: "."):
      position += 1
      return .characters(PatternClass(isNegated: true, set: .lineTerminators))
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
      throw error("nothing to repeat: put a term before '\(text(start, 1))' or escape it")
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "]"):
      throw error("'\(text(start, 1))' stands alone: escape it as '\\\(text(start, 1))'")
    default:
      return .character(nextCodePoint())
    }
  }
}
