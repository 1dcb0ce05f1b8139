import RuleFiles
import Rules
import Testing

@Suite("No text traps the reader")
struct YAMLRobustnessTests {
  private static let seeds = [
    "a: &x [1, {b: 'c', d: \"e\\n\"}]\nf: *x\ng: |\n  text\n   more\n\nh: >-\n  folded\n  text\ni: !!str 5\n",
    "- a\n- - b\n  - c: d\n    e: f # comment\n- {g: h, i: [j, k]}\n- ? l\n  : m\n",
    "{\"a\": [1, 2.5e3, null], \"a\": true, 'b': ~}",
    "---\na: 1\na: 2\nb:\n  a: 3\n  a: 4\n...\n",
    "é: 日本\n\"\\u00e9\": x\nmulti line\n  plain: no\nkey: one\n  two\n",
  ]
  private static let pieces = [
    "*", "&a ", "*a", "!!str ", "!", "? ", ": ", "- ", "[", "]", "{", "}", ",", "\"", "'", "|", ">", "#", "\n", "\n  ",
    "\t",
    "\r", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{E000}", "\0", "a: 1\n", "---\n", "...\n", "%YAML 1.2\n", "<<: *a\n",
    "\\", "é",
  ]

  @Test("whatever is changed in it; spans stay inside the text", arguments: 0..<5)
  func mutations(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    for _ in 0..<400 {
      let text = mutated(Array(Self.seeds[seed].utf8), &random)
      guard let document = read(text) else { continue }
      for node in 0..<document.nodeCount {
        let span = document.span(of: node)
        #expect(span.offset >= 0 && span.length >= 0 && span.offset + span.length <= text.count)
      }
    }
  }

  /// The document, or nil where problems are told, each inside the text.
  private func read(_ text: [UInt8]) -> Document? {
    do {
      return try YAMLReader.read(text)
    } catch {
      #expect(!error.problems.isEmpty)
      #expect(error.problems.allSatisfy { (0...text.count).contains($0.offset) })
      return nil
    }
  }

  private func mutated(_ text: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var text = text
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...text.count, using: &random)
      let end = min(text.count, place + Int.random(in: 0...4, using: &random))
      let piece = Self.pieces.randomElement(using: &random) ?? ""
      text.replaceSubrange(place..<end, with: Bool.random(using: &random) ? Array(piece.utf8) : [])
    }
    return text
  }

  /// A small generator whose sequence is the same everywhere.
  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
      return word ^ word >> 31
    }
  }
}
