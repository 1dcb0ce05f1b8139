/// Quantifier (ECMA-262 22.2.1): `*`, `+`, `?`, `{n}`, `{n,}`, `{n,m}`, each greedy or lazy.
extension ECMAParser {
  /// No text is as long as this many code points, so a count that is larger needs no exact value.
  static let countLimit = 1 << 32

  mutating func quantified(_ node: PatternNode) throws(PatternError) -> PatternNode {
    let start = position
    guard var count = try quantifier() else { return node }
    count.isLazy = skip("?")
    count.offset = start
    quantifierEnd = position
    return .repetition(node, count)
  }

  /// Annex B.1.2: a lookahead may be quantified (QuantifiableAssertion), a lookbehind may not.
  mutating func quantifiedLookaround(
    _ node: PatternNode, _ lookaround: PatternLookaround
  ) throws(PatternError) -> PatternNode {
    guard syntax == .lenient, !lookaround.looksBehind else { return node }
    let start = position
    let result = try quantified(node)
    if position > start { warn("a lookahead takes no quantifier in ECMA-262's u mode: write (?:(?=...))", at: start) }
    return result
  }

  func nothingToRepeat(_ byte: UInt8) -> PatternError {
    if byte == UInt8(ascii: "+"), position == quantifierEnd {
      return error("ECMA-262 has no possessive quantifiers: remove this '+'")
    }
    return error("nothing to repeat: put a term before '\(text(position, 1))' or escape it")
  }

  /// A `{`, `}` or `]` where a term should be.
  mutating func bracket(_ byte: UInt8) throws(PatternError) -> PatternNode {
    let start = position
    let bracket = text(start, 1)
    guard syntax == .lenient else { throw error("'\(bracket)' stands alone: escape it as '\\\(bracket)'") }
    if byte == UInt8(ascii: "{"), try quantifier() != nil {
      throw error("nothing to repeat: put a term before '{' or escape it", at: start)
    }
    position = start + 1
    if let upTo = missingMinimum() {
      warn("'{,\(upTo)}' is text in ECMA-262: write {0,\(upTo)} for a count, or '\\{' and '\\}'", at: start)
    } else {
      warn("'\(bracket)' stands alone, which ECMA-262's u mode does not allow: write '\\\(bracket)'", at: start)
    }
    return .character(UInt32(byte))
  }

  /// What Python and newer versions of PCRE2 take for a count, from behind the `{`: the `5` of `{,5}`.
  private func missingMinimum() -> String? {
    guard next(is: ",") else { return nil }
    var end = position + 1
    while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
    guard end > position + 1, end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return nil }
    return text(position + 1, end - position - 1)
  }

  private mutating func quantifier() throws(PatternError) -> PatternCount? {
    if skip("*") { return PatternCount(minimum: 0, maximum: .max) }
    if skip("+") { return PatternCount(minimum: 1, maximum: .max) }
    if skip("?") { return PatternCount(minimum: 0, maximum: 1) }
    guard next(is: "{") else { return nil }
    let start = position
    if let count = try braces() { return count }
    guard syntax == .lenient else { throw loneBrace(at: start) }
    position = start
    return nil
  }

  /// nil, somewhere behind the `{`, if this is no count.
  private mutating func braces() throws(PatternError) -> PatternCount? {
    let start = position
    position += 1
    guard let minimum = digits() else { return nil }
    if skip("}") { return PatternCount(minimum: Self.value(minimum), maximum: Self.value(minimum)) }
    guard skip(",") else { return nil }
    if skip("}") { return PatternCount(minimum: Self.value(minimum), maximum: .max) }
    guard let maximum = digits(), skip("}") else { return nil }
    guard !Self.isGreater(minimum, than: maximum) else {
      throw error("the counts are out of order: write the smaller one first", at: start)
    }
    let limit = Self.value(maximum)
    return PatternCount(minimum: Self.value(minimum), maximum: limit == Self.countLimit ? .max : limit)
  }

  private func loneBrace(at start: Int) -> PatternError {
    error("'{' does not start a repeat count: escape it as '\\{' or write {n}, {n,} or {n,m}", at: start)
  }

  /// Decimal digits without leading zeros, or nil if there are none.
  private mutating func digits() -> ArraySlice<UInt8>? {
    let start = position
    while Self.isDigit(peek()) { position += 1 }
    guard position > start else { return nil }
    return bytes[start..<position].drop { $0 == UInt8(ascii: "0") }
  }

  /// Exact for numbers of any length: 22.2.1.1 compares mathematical values.
  private static func isGreater(_ left: ArraySlice<UInt8>, than right: ArraySlice<UInt8>) -> Bool {
    guard left.count == right.count else { return left.count > right.count }
    return right.lexicographicallyPrecedes(left)
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> Int {
    guard digits.count <= 10 else { return countLimit }
    return min(countLimit, digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
  }
}
