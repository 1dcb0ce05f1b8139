import Testing

@testable import Rules

/// Patterns that run as an automaton say what PCRE2 says.
@Suite struct ByteAutomatonTests {
  static let date =
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([Tt]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)"
    + "(\\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?$"

  static let regular = [
    date, "", "[]", "foo", "^foo|bar$", "a.*b", "^[^a]{2,3}$", "^\\S+@\\S+\\.\\S+$", "(?:a|é)+z", "^(a|ab)(c|bcd)$",
    "$^", "(?:^|x)a(?:$|-)", "a^b", "(?:$|a){2}", "\\uD83D", "^[^]$", "^.{0,3}$", "[\\u0800-\\u{1F432}]b",
    "^(?:(a*)*|b)+$", "^\\W\\w$",
  ]

  @Test(arguments: regular)
  func agreesWithPCRE2(_ source: String) throws {
    let automaton = try #require(ByteAutomaton(try ECMAParser.parse(source)))
    let plain = try Pattern(source, usesOwnMatchers: false)
    let scratch = PatternScratch()
    for text in NearMisses(pattern: source).texts(seed: 7) {
      let expected = plain.matches(text, scratch: scratch, steps: generousSteps)
      #expect(automaton.outcome(text) == expected, "\(text.debugDescription)")
    }
  }

  @Test(arguments: 0..<8)
  func agreesWithPCRE2OnRandomPatterns(_ seed: UInt64) throws {
    var random = RandomPattern(seed: seed)
    let scratch = PatternScratch()
    var compared = 0
    for _ in 0..<200 {
      let source = random.pattern()
      guard let automaton = ByteAutomaton(try ECMAParser.parse(source)) else { continue }
      let plain = try Pattern(source, usesOwnMatchers: false)
      for text in (0..<20).map({ _ in random.text() }) {
        let expected = plain.matches(text, scratch: scratch, steps: generousSteps)
        #expect(automaton.outcome(text) == expected, "\(source.debugDescription) on \(text.debugDescription)")
        compared += 1
      }
    }
    #expect(compared > 3_500)
  }

  @Test(arguments: [
    ("2024-02-29", true), ("2024-12-31T23:59:60.5+05:30", true), ("2024-1-01", false), ("2024-12-32", false),
    ("2024-12-31T24:00:00Z", false), ("2024-12-31\n", false), ("2024-12-31\u{0}", false), ("", false),
  ])
  func runsTheDatePattern(_ text: String, _ expected: Bool) throws {
    let pattern = try Pattern(Self.date)
    #expect(pattern.description == "automaton, 34 states")
    #expect(pattern.code == nil)
    #expect(pattern.matches(text, scratch: PatternScratch(), steps: 0) == (expected ? .match : .mismatch))
  }
}

/// What is refused, what is decided early, and what the tables promise to the matcher.
@Suite struct ByteAutomatonLimitTests {
  @Test(arguments: [
    "(a|b)*a(a|b){20}", "^.{1000}$", "(?:(?:(?:a{9}|b){999}){999}){999}", "(?:){4294967296}",
    "((a{0,60}){0,60}){0,60}",
    "(?:a|b|c)*[ae][bf](.|x){12}", "^(?:a|b){300}$",
  ])
  func tooManyStatesAreRefused(_ source: String) throws {
    let tree = try ECMAParser.parse(source)
    let duration = ContinuousClock().measure { #expect(ByteAutomaton(tree) == nil) }
    #expect(duration < .seconds(1))
  }

  @Test(arguments: ["(a)\\1", "(?=a)b", "(?<!a)b", "\\ba", "\\p{L}", "[^\\p{L}]"])
  func whatIsNotRegularOverBytesIsRefused(_ source: String) throws {
    #expect(ByteAutomaton(try ECMAParser.parse(source)) == nil)
  }

  @Test(arguments: [
    ("foo", "xfoo", true), ("^a", "a", true), ("a*", "", true), ("^ab", "b", false), ("^ab$", "abc", false),
    ("[]", "", false), ("^(?:a|b)[]", "", false), ("^a^b", "", false), ("x$y", "", false),
  ])
  func decidesAsSoonAsItCan(_ source: String, _ text: String, _ isMatch: Bool) throws {
    let automaton = try #require(ByteAutomaton(try ECMAParser.parse(source)))
    let final = isMatch ? automaton.ends.matched : ByteAutomaton.rejected
    #expect(state(automaton, after: text) == final)
    #expect(state(automaton, after: text + "é") == final)
  }

  @Test(arguments: [("foo", "f"), ("\\x00a", "\0"), ("é+z", "\u{C3}"), ("x$|y$", nil), ("^a", nil), ("[]", nil)])
  func awaitsTheOnlyByteThatLeadsOn(_ source: String, _ byte: Unicode.Scalar?) throws {
    let automaton = try #require(ByteAutomaton(try ECMAParser.parse(source)))
    #expect(automaton.ends.awaited == byte.map { UInt16($0.value) } ?? AutomatonEnds.anyByte)
  }

  @Test(arguments: 0..<40)
  func findsTheAwaitedByteAtAnyOffset(_ offset: Int) throws {
    let automaton = try #require(ByteAutomaton(try ECMAParser.parse("ab")))
    let before = String(repeating: "\u{0}é`b", count: offset).prefix(offset)
    #expect(automaton.outcome(before + "ab") == .match)
    #expect(automaton.outcome(before + "a") == .mismatch)
    #expect(automaton.outcome(before + "acab" + before) == .match)
  }

  @Test(arguments: ByteAutomatonTests.regular)
  func everyTransitionIsARow(_ source: String) throws {
    let automaton = try #require(ByteAutomaton(try ECMAParser.parse(source)))
    let stride = Int(automaton.classes.max() ?? 0) + 1
    #expect(automaton.classes.count == 256)
    #expect(automaton.transitions.count == (automaton.stateCount + 2) * stride)
    #expect(Int(automaton.ends.matched) == (automaton.stateCount + 1) * stride)
    for state in automaton.transitions + [automaton.ends.start] {
      #expect(Int(state) % stride == 0 && Int(state) + stride <= automaton.transitions.count)
    }
  }

  /// As the matcher goes, with every access checked.
  private func state(_ automaton: ByteAutomaton, after text: String) -> UInt16 {
    text.utf8.reduce(automaton.ends.start) { state, byte in
      automaton.transitions[Int(state) + Int(automaton.classes[Int(byte)])]
    }
  }
}
