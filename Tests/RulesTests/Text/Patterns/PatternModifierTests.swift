import Testing

@testable import Rules

/// `(?ims-ims:...)` (ECMA-262 22.2.1, RegularExpressionModifiers). A JavaScript engine agrees, given the flags.
@Suite struct PatternModifierTests {
  @Test(arguments: [
    PatternCase("^(?i:k)$", "\u{212A}", true), PatternCase("^(?i:\u{212A})$", "K", true),
    PatternCase("^(?i:s)$", "ſ", true), PatternCase("^(?i:ſ)$", "S", true), PatternCase("^(?i:ß)$", "ẞ", true),
    PatternCase("^(?i:ß)$", "ss", false), PatternCase("^(?i:i)$", "ı", false), PatternCase("^(?i:i)$", "İ", false),
    PatternCase("^(?i:σ)$", "ς", true), PatternCase("^(?i:ǆ)$", "ǅ", true), PatternCase("^(?i:Ω)$", "ω", true),
    PatternCase("^(?i:\u{10428})$", "\u{10400}", true), PatternCase("^(?i:\u{345})$", "ι", true),
    PatternCase("^(?i:ﬅ)$", "ﬆ", true), PatternCase("^(?i:\u{AB70})$", "\u{13A0}", true),
  ])
  func caseIsFoldedSimply(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    PatternCase("^(?i:[a-z])$", "\u{212A}", true), PatternCase("^(?i:[^x])$", "X", false),
    PatternCase("^(?i:\\w)$", "ſ", true), PatternCase("^(?i:\\W)$", "ſ", false),
    PatternCase("^(?i:[^\\W])$", "ſ", true),
    PatternCase("^\\w$", "ſ", false), PatternCase("^(?i:\\p{Lu})$", "a", true),
    PatternCase("^(?i:\\P{Lu})$", "A", true),
    PatternCase("^(?i:[^\\p{Lu}])$", "a", false), PatternCase("^(?i:\\p{Lu})$", "1", false),
    PatternCase("^(?i:[\\p{Lt}x])$", "ǆ", true), PatternCase("^(?i:\\p{Lt})$", "a", false),
  ])
  func classesHaveWhatIsEqualToAMember(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    PatternCase("^(a)(?i:\\1)$", "aA", true), PatternCase("^(?i:(a)\\1)$", "aA", true),
    PatternCase("^(a)\\1$", "aA", false),
    PatternCase("^(k)(?i:\\1)$", "k\u{212A}", true), PatternCase("^(?i:(?<n>a))\\k<n>$", "Aa", false),
    PatternCase("a(?i:\\b)ſ", "aſ", false), PatternCase("a\\bſ", "aſ", true), PatternCase("(?i:ſ\\b)", "ſ", true),
    PatternCase("a(?i:\\B)ſ", "aſ", true),
  ])
  func referencesAndBoundariesFollowTheFlag(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    PatternCase("(?m:^b$)", "a\nb\nc", true), PatternCase("^b$", "a\nb\nc", false),
    PatternCase("(?m:^b)", "a\u{2028}b", true),
    PatternCase("(?m:a$)", "a\rb", true), PatternCase("(?m:^)b", "ab", false), PatternCase("(?s:a.b)", "a\nb", true),
    PatternCase("(?s:a(?-s:.)b)", "a\nb", false),
    PatternCase("^(?ims:A.B)$", "a\nb", true), PatternCase("^(?i:a(?-i:b)c)d$", "AbCd", true),
    PatternCase("^(?i:a(?-i:b)c)d$", "ABCd", false), PatternCase("^(?i:a(?-i:b)c)d$", "AbCD", false),
    PatternCase("^(?i:a|b)c$", "Bc", true),
  ])
  func flagsHoldInTheirGroup(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    ("(?ii:a)", 3), ("(?s-s:.)", 4), ("(?i-i:a)", 4), ("(?-:a)", 0), ("(?u:a)", 0), ("a(?ix:a)", 1), ("(?i-m)", 0),
    ("(?i--s:a)", 0),
    ("(?i", 0), ("(?I:a)", 0),
  ])
  func otherFlagsAreRefused(_ pattern: String, _ offset: Int) {
    #expect(strictRefusal(pattern)?.offset == offset)
  }

  private func expect(_ example: PatternCase) throws {
    #expect(try outcomes(example.pattern, example.text) == [example.matches ? .match : .mismatch])
  }
}
