import Testing

@testable import Rules

/// What is read without a tree is what the parser reads.
@Suite struct PlainReaderTests {
  @Test(arguments: [
    ByteAutomatonTests.date, "^[A-Za-z0-9_-]+$", "^[^\\W\\.\\-][\\w\\.\\-]*$", "[\\s\\S]*", "\\{.*\\}", "^(?:a|)()$",
    "a{2,}?",
    "^[^]$", "[]", "", "|", "^\\S+$", "[^\\s\\d]", "\\t\\n\\v\\f\\r", "[+-]", "[--a]", "(a(b(c)?)*)+", "^|$",
  ])
  func readsPlainPatterns(_ source: String) throws {
    let plain = try #require(PlainReader.read(source))
    let tree = try ECMAParser.parse(source)
    #expect(ByteAutomaton(plain) == ByteAutomaton(tree))
    #expect(ClassProgram(plain) == ClassProgram(tree))
  }

  @Test(arguments: [
    "é", "\\u0061", "\\x41", "\\bA", "(?=a)", "(?<n>a)", "(a)\\1", "\\p{L}", "[[:alpha:]]", "a{9999999}", "\\0", "\\cA",
    "(?i:a)", "(", ")", "[", "]", "{", "a{", "a{2", "a{2,1}", "*", "a**", "a+++", "^*", "\\", "\\-", "[b-a]", "[\\d-z]",
    "[a",
  ])
  func leavesTheRestToTheParser(_ source: String) { #expect(PlainReader.read(source) == nil) }

  @Test func leavesDeepGroupsToTheParser() {
    let deep = String(repeating: "(", count: 33) + String(repeating: ")", count: 33)
    #expect(PlainReader.read(deep) == nil)
    #expect(PlainReader.read(String(repeating: "a", count: 5_000)) == nil)
  }

  /// Texts of the characters that mean something in patterns.
  @Test(arguments: 0..<8)
  func agreesWithTheParserOnRandomTexts(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let characters = Array("aabz0-^$.*+?()[]{}|/\\dDsSwWn2,:".unicodeScalars)
    var plainOnes = 0
    for _ in 0..<4_000 {
      var source = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<12, using: &generator) {
        source.append(characters[Int.random(in: 0..<characters.count, using: &generator)])
      }
      let text = String(source)
      guard let plain = PlainReader.read(text) else { continue }
      plainOnes += 1
      let tree = try ECMAParser.parse(text)
      #expect(tree.warnings.isEmpty, "\(text.debugDescription)")
      #expect(ByteAutomaton(plain) == ByteAutomaton(tree), "\(text.debugDescription)")
      #expect(ClassProgram(plain) == ClassProgram(tree), "\(text.debugDescription)")
    }
    #expect(plainOnes > 400)
  }
}
