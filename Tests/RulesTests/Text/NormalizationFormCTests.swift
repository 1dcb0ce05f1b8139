import Testing

@testable import Rules

@Suite("Normalization Form C")
struct NormalizationFormCTests {
  private func nfc(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    switch Normalizer.nfc.apply(bytes.span, into: &output) {
    case .changed: return output
    case .unchanged, .outOfRange: return bytes
    }
  }

  @Test(
    "characters are composed as Unicode Standard Annex 15 shows it",
    arguments: [
      ("", ""), ("abc", "abc"), ("e\u{301}", "\u{E9}"), ("\u{E9}", "\u{E9}"), ("\u{212B}", "\u{C5}"),
      ("\u{2126}", "\u{3A9}"),
      ("\u{1E9B}\u{323}", "\u{1E9B}\u{323}"), ("s\u{323}\u{307}", "\u{1E69}"), ("s\u{307}\u{323}", "\u{1E69}"),
      ("\u{1E0B}\u{323}", "\u{1E0D}\u{307}"), ("q\u{307}\u{323}", "q\u{323}\u{307}"), ("\u{FB01}", "\u{FB01}"),
      ("\u{1100}\u{1161}\u{11A8}", "\u{AC01}"), ("\u{AC00}\u{11A8}", "\u{AC01}"),
      ("\u{AC01}\u{11A8}", "\u{AC01}\u{11A8}"),
      ("\u{1100}\u{AC00}", "\u{1100}\u{AC00}"), ("\u{AC00}\u{11A7}", "\u{AC00}\u{11A7}"),
    ])
  func examples(text: String, normal: String) {
    #expect(nfc(text) == Array(normal.utf8))
  }

  @Test(
    "what is excluded from composition stays apart (D112)",
    arguments: [
      ("\u{958}", "\u{915}\u{93C}"), ("\u{344}", "\u{308}\u{301}"), ("\u{FB1D}", "\u{5D9}\u{5B4}"),
      ("\u{1D160}", "\u{1D158}\u{1D165}\u{1D16E}"), ("\u{F900}", "\u{8C48}"), ("\u{2FA1D}", "\u{2A600}"),
    ])
  func exclusions(text: String, normal: String) {
    #expect(nfc(text) == Array(normal.utf8))
    #expect(nfc(normal) == Array(normal.utf8))
  }

  @Test("a mark is blocked by one of its own class (D115)")
  func blocking() {
    // U+0327 has class 202, U+0301 and U+0300 have 230.
    #expect(nfc("a\u{327}\u{301}") == Array("\u{E1}\u{327}".utf8))
    #expect(nfc("a\u{300}\u{301}") == Array("\u{E0}\u{301}".utf8))
    #expect(nfc("a\u{34F}\u{301}") == Array("a\u{34F}\u{301}".utf8))
    #expect(nfc("\u{301}a\u{301}") == Array("\u{301}\u{E1}".utf8))
  }

  /// The code points that the standard library's Unicode version knows: its tables are the ones compared with.
  private static let assigned = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter {
    $0.properties.age != nil
  }

  @Test("a character of class 0 whose parts are marks is ordered by its parts")
  func startersOfMarks() {
    #expect(nfc("\u{323}\u{F73}") == Array("\u{F71}\u{F72}\u{323}".utf8))
    #expect(nfc("\u{F81}\u{316}") == Array("\u{F71}\u{F80}\u{316}".utf8))
  }

  @Test("every character has the form that the standard library gives it")
  func everyCharacter() {
    let differing = Self.assigned.filter { nfc(String($0)) != String($0)._nfcCodeUnits }
    #expect(differing.isEmpty)
  }

  @Test("random sequences have the form that the standard library gives them")
  func randomSequences() {
    var generator = SeededGenerator(seed: 0xC0DE)
    let lively = Self.assigned.filter { !CanonicalMappings.shared.isStable($0.value) || Self.isMark($0) }
    let comparable = lively.filter { !Self.misjudged.contains($0.value) }
    let scalars = comparable + Array("aAeoOsu\u{1100}\u{AC00}\u{9C7}".unicodeScalars)
    for _ in 0..<50_000 {
      var text = ""
      for _ in 0..<Int.random(in: 2...7, using: &generator) {
        text.unicodeScalars.append(scalars.randomElement(using: &generator) ?? "a")
      }
      #expect(nfc(text) == text._nfcCodeUnits, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }

  /// The standard library takes these three for starters, because their own class is 0, and orders nothing across them.
  private static let misjudged: Set<UInt32> = [0xF73, 0xF75, 0xF81]

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.canonicalCombiningClass != .notReordered
  }

  @Test(
    "a text with one change at its end keeps what is before", arguments: ["a", "é", "日", "e\u{301}", "\u{323}\u{301}"])
  func suffix(unit: String) {
    for count in 0..<5 {
      let text = String(repeating: unit, count: count) + "e\u{301}"
      #expect(nfc(text) == text._nfcCodeUnits)
    }
  }

  @Test("bytes that are no text stay as they are")
  func invalid() {
    var output: [UInt8] = []
    let bytes: [UInt8] = [0x65, 0xCC, 0x65, 0xCC, 0x81, 0xFF]
    #expect(Normalizer.nfc.apply(bytes.span, into: &output) == .changed)
    #expect(output == [0x65, 0xCC, 0xC3, 0xA9, 0xFF])
  }

  @Test(
    "a list with a case mapping reaches its fixed point in the passes that it has",
    arguments: [[Normalizer.lowercase, .nfc], [.nfc, .lowercase], [.uppercase, .nfc], [.nfc, .uppercase]])
  func fixedPoint(list: [Normalizer]) {
    // The four passes of `Normalization`: the last of them has to change nothing.
    let unsettled = Self.assigned.filter { scalar in
      let third = (0..<3).reduce(Array(String(scalar).utf8)) { text, _ in Self.pass(list, text) }
      return Self.pass(list, third) != third
    }
    #expect(unsettled.isEmpty)
  }

  private static func pass(_ list: [Normalizer], _ text: [UInt8]) -> [UInt8] {
    list.reduce(text) { text, normalizer in
      var output: [UInt8] = []
      return normalizer.apply(text.span, into: &output) == .changed ? output : text
    }
  }
}
