@testable import Rules

/// Regular patterns, and texts of the characters that they are made of.
struct RandomPattern {
  private static let characters = Array(
    "ab09- \n\u{0}é\u{7FF}\u{800}\u{2028}\u{D7FF}\u{FFFF}\u{10000}\u{1F432}π".unicodeScalars)
  private static let sets = [
    ".", "\\d", "\\w", "\\W", "\\S", "\\s", "[^]", "[]", "[^a]", "[a-z]", "[^\\u0080-\\u{FFFF}]", "[\\d-]", "\\uD83D",
    "[\\u0700-\\u{1F432}]",
  ]
  private static let quantifiers = ["*", "+", "?", "*?", "{2}", "{0}", "{1,2}", "{0,3}", "{2,}"]
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func text() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<number(9) { text.append(Self.characters[number(Self.characters.count)]) }
    return String(text)
  }

  mutating func pattern() -> String {
    (number(3) == 0 ? "^" : "") + alternatives(depth: 3) + (number(3) == 0 ? "$" : "")
  }

  private mutating func alternatives(depth: Int) -> String {
    (0...(number(3) / 2)).map { _ in (0..<number(4)).map { _ in term(depth) }.joined() }.joined(separator: "|")
  }

  private mutating func term(_ depth: Int) -> String {
    if number(12) == 0 { return number(2) == 0 ? "^" : "$" }
    return atom(depth) + (number(2) == 0 ? "" : Self.quantifiers[number(Self.quantifiers.count)])
  }

  private mutating func atom(_ depth: Int) -> String {
    switch number(6) {
    case 0, 1: "\\u{\(String(Self.characters[number(Self.characters.count)].value, radix: 16))}"
    case 2, 3: Self.sets[number(Self.sets.count)]
    case _ where depth == 0: "a"
    default: (number(2) == 0 ? "(" : "(?:") + alternatives(depth: depth - 1) + ")"
    }
  }

  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }
}
