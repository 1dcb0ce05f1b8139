/// What may follow a backslash (ECMA-262 22.2.1: AtomEscape, CharacterEscape).
extension ECMAParser {
  /// AtomEscape, at the backslash; `\b` and `\B` were taken as assertions.
  mutating func atomEscape() throws(PatternError) -> PatternNode {
    let start = position
    if let set = try classEscape() { return .characters(set) }
    if let first = peek(1), first != UInt8(ascii: "0"), Self.isDigit(first) { return numberedReference() }
    position += 1
    if skip("k") { return try namedReference(at: start) }
    return literal(try characterEscape(at: start))
  }

  private mutating func numberedReference() -> PatternNode {
    let start = position
    position += 1
    var number = 0
    while let digit = peek(), Self.isDigit(digit) {
      // Saturates above any number of groups that memory holds.
      number = min(number * 10 + Int(digit - UInt8(ascii: "0")), Int(Int32.max))
      position += 1
    }
    guard syntax == .lenient, number > totalCaptures else { return reference(.number(number), at: start) }
    position = start + 1
    return literal(octalEscape(at: start))
  }

  /// `\d \D \s \S \w \W \p \P`, at the backslash; nil if it is another escape.
  mutating func classEscape() throws(PatternError) -> PatternClass? {
    if skip("\\d") { return PatternClass(set: .digits) }
    if skip("\\D") { return PatternClass(set: CodePointSet.digits.complement) }
    if skip("\\s") { return PatternClass(set: .space) }
    if skip("\\S") { return PatternClass(set: CodePointSet.space.complement) }
    if skip("\\w") { return PatternClass(set: flags.word) }
    if skip("\\W") { return PatternClass(set: flags.word.complement) }
    guard next(is: "\\p") || next(is: "\\P") else { return nil }
    return try property()
  }

  /// CharacterEscape, from behind the backslash at `start`.
  mutating func characterEscape(at start: Int) throws(PatternError) -> UInt32 {
    guard let byte = peek() else { throw error("'\\' ends the pattern: escape it as '\\\\'", at: start) }
    if syntax == .lenient, let codePoint = try lenientEscape(byte, at: start) { return codePoint }
    if let control = Self.controlEscapes[byte] {
      position += 1
      return control
    }
    switch byte {
    case UInt8(ascii: "c"): return try controlLetter(at: start)
    case UInt8(ascii: "0") where !Self.isDigit(peek(1)):
      position += 1
      return 0
    case UInt8(ascii: "x"): return try hexadecimalEscape(at: start)
    case UInt8(ascii: "u"):
      position += 1
      return try unicodeEscape(at: start)
    case _ where Self.identityEscapes.contains(byte): return nextCodePoint()
    default: throw unknownEscape(at: start)
    }
  }

  static let controlEscapes: [UInt8: UInt32] = [
    UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "v"): 0x0B,
    UInt8(ascii: "f"): 0x0C, UInt8(ascii: "r"): 0x0D,
  ]

  /// IdentityEscape under `u`: SyntaxCharacter or `/`, nothing else.
  static let identityEscapes = Set("^$\\.*+?()[]{}|/".utf8)

  private mutating func controlLetter(at start: Int) throws(PatternError) -> UInt32 {
    guard let letter = peek(1), (letter | 0x20) >= UInt8(ascii: "a"), (letter | 0x20) <= UInt8(ascii: "z") else {
      throw error("'\\c' needs a letter from A to Z behind it", at: start)
    }
    position += 2
    return UInt32(letter % 32)
  }

  private mutating func hexadecimalEscape(at start: Int) throws(PatternError) -> UInt32 {
    guard let value = hexadecimal(at: 1, count: 2) else {
      throw error("'\\x' needs two hexadecimal digits: write \\x0A, or \\u{...}", at: start)
    }
    position += 3
    return value
  }

  func unknownEscape(at start: Int) -> PatternError {
    let escape = text(start, 2)
    let advice = Self.advice[escape] ?? "remove the backslash, or write the character as \\u{...}"
    return error("'\(escape)' is not an escape of ECMA-262: \(advice)", at: start)
  }
}

extension ECMAParser {
  /// What to write in place of escapes that other languages have.
  private static let advice = [
    "\\A": "use '^' for the start", "\\z": "use '$' for the end", "\\Z": "use '$' for the end",
    "\\G": "use '^' for the start", "\\h": "use [\\t \\u00A0], or \\s", "\\H": "use [^\\t \\u00A0], or \\S",
    "\\R": "use (?:\\r\\n|[\\n\\v\\f\\r\\u2028\\u2029])", "\\N": "use '.'", "\\X": "use '.', one code point",
    "\\a": "use \\x07", "\\e": "use \\x1B", "\\o": "use \\u{...}, with hexadecimal digits",
    "\\Q": "escape each character", "\\E": "escape each character", "\\K": "use a lookbehind, (?<=...)",
    "\\i": "use [\\p{L}_:]", "\\-": "a hyphen needs no backslash outside a class",
  ]
}

/// RegExpUnicodeEscapeSequence: `\uHHHH`, a pair of them, or `\u{...}`.
extension ECMAParser {
  /// From behind the `\u` at `start`.
  mutating func unicodeEscape(at start: Int) throws(PatternError) -> UInt32 {
    if skip("{") { return try bracedEscape(at: start) }
    guard let unit = hexadecimal(at: 0, count: 4) else {
      throw error("'\\u' needs four hexadecimal digits or braces: write \\u0041 or \\u{41}", at: start)
    }
    position += 4
    guard (0xD800...0xDBFF).contains(unit), next(is: "\\u"), let second = hexadecimal(at: 2, count: 4),
      (0xDC00...0xDFFF).contains(second)
    else { return unit }
    position += 6
    return 0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)
  }

  private mutating func bracedEscape(at start: Int) throws(PatternError) -> UInt32 {
    let digits = position
    var value: UInt32 = 0
    while let digit = peek().flatMap(Self.hexadecimalValue) {
      value = min(value << 4 | digit, CodePointSet.last + 1)
      position += 1
    }
    guard position > digits, value <= CodePointSet.last, skip("}") else {
      throw error("'\\u{' needs a hexadecimal code point up to 10FFFF and '}'", at: start)
    }
    return value
  }
}
