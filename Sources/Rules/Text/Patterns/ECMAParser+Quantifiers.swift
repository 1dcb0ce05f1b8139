/// Quantifier (ECMA-262 22.2.1): `*`, `+`, `?`, `{n}`, `{n,}`, `{n,m}`, each greedy or lazy.
extension ECMAParser {
  /// No text is as long as this many code points, so a count that is larger needs no exact value.
  static let countLimit = 1 << 32

  mutating func quantified(_ node: PatternNode) throws(PatternError) -> PatternNode {
    let start = position
    guard var count = try quantifier() else { return node }
    count.isLazy = skip("?")
    count.offset = start
    return .repetition(node, count)
  }

  private mutating func quantifier() throws(PatternError) -> PatternCount? {
    if skip("*") { return PatternCount(minimum: 0, maximum: .max) }
    if skip("+") { return PatternCount(minimum: 1, maximum: .max) }
    if skip("?") { return PatternCount(minimum: 0, maximum: 1) }
    return next(is: "{") ? try braces() : nil
  }

  private mutating func braces() throws(PatternError) -> PatternCount {
    let start = position
    position += 1
    guard let minimum = digits() else { throw loneBrace(at: start) }
    if skip("}") { return PatternCount(minimum: Self.value(minimum), maximum: Self.value(minimum)) }
    guard skip(",") else { throw loneBrace(at: start) }
    if skip("}") { return PatternCount(minimum: Self.value(minimum), maximum: .max) }
    guard let maximum = digits(), skip("}") else { throw loneBrace(at: start) }
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
