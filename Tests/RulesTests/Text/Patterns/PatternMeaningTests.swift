import Testing

@testable import Rules

/// What ECMA-262 says and PCRE2 would not do by itself. Every expectation was checked with a JavaScript engine.
@Suite struct PatternMeaningTests {
  @Test(arguments: [
    PatternCase("^abc$", "abc\n", false), PatternCase("^abc$", "abc", true), PatternCase("b$", "ab\n", false),
    PatternCase("^b", "a\nb", false), PatternCase("a$", "a\nb", false), PatternCase("^$", "", true),
    PatternCase("^$", "\n", false), PatternCase("$^", "", true),
  ])
  func anchorsMeanTheWholeText(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    PatternCase("^\\d$", "7", true), PatternCase("^\\d$", "\u{7C0}", false), PatternCase("^\\D$", "\u{7C0}", true),
    PatternCase("^\\w$", "_", true), PatternCase("^\\w$", "é", false), PatternCase("^\\W$", "é", true),
    PatternCase("\\bé", "é", false), PatternCase("a\\bé", "aé", true), PatternCase("a\\Bb", "ab", true),
    PatternCase("^[\\W]$", "\u{400}", true), PatternCase("^[^\\W]$", "\u{400}", false),
    PatternCase("^[\\D\\u0400]$", "\u{1F432}", true),
  ])
  func shorthandsAreASCII(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(
    arguments: [
      0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF,
    ] as [UInt32])
  func whiteSpaceIsThatOfTheStandard(_ codePoint: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(codePoint))
    try expect(PatternCase("^\\s$", String(scalar), true))
    try expect(PatternCase("^[^\\S]$", String(scalar), true))
  }

  @Test(arguments: [0x00, 0x08, 0x1C, 0x85, 0x180E, 0x200B, 0x2060] as [UInt32])
  func otherSpacesAreNotWhiteSpace(_ codePoint: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(codePoint))
    try expect(PatternCase("\\s", String(scalar), false))
  }

  @Test(arguments: ["\n", "\r", "\u{2028}", "\u{2029}"])
  func dotStopsAtLineTerminators(_ text: String) throws {
    try expect(PatternCase("^.$", text, false))
    try expect(PatternCase("^[^]$", text, true))
  }

  @Test(arguments: [
    PatternCase("^.$", "\u{85}", true), PatternCase("^.$", "\u{0}", true), PatternCase("^.$", "\u{1F432}", true),
    PatternCase("^\\u{1F432}$", "\u{1F432}", true), PatternCase("^\\uD83D\\uDC32$", "\u{1F432}", true),
    PatternCase("^[\\uD83D\\uDC32]$", "\u{1F432}", true), PatternCase("\\uD83D", "\u{1F432}", false),
    PatternCase("^[\u{1F400}-\u{1F4FF}]+$", "\u{1F432}\u{1F409}", true), PatternCase("^..$", "\u{1F432}", false),
    PatternCase("^[\\uD800-\\uDFFFa]$", "a", true), PatternCase("^[\\u0000-\\uFFFF]$", "\u{1F432}", false),
  ])
  func aCharacterIsACodePoint(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    PatternCase("[]", "a", false), PatternCase("a|[]", "a", true), PatternCase("[^]", "", false),
    PatternCase("^[\\b]$", "\u{8}", true), PatternCase("^[[:alpha:]$", "l", true), PatternCase("^[-a]$", "-", true),
    PatternCase("^[a-]$", "-", true), PatternCase("^[\\d-]$", "-", true), PatternCase("^[--0]$", ".", true),
    PatternCase("^[a#  b]$", "#", true), PatternCase("^[\\cJ]$", "\n", true), PatternCase("^\\0$", "\u{0}", true),
    PatternCase("^a #b$", "a #b", true), PatternCase("^\\$\\/\\{$", "$/{", true),
    PatternCase("^\\v\\f$", "\u{B}\u{C}", true), PatternCase("^a\u{0}b$", "a\u{0}b", true),
    PatternCase("^[\u{0}]$", "\u{0}", true),
  ])
  func classesAndEscapesAreLiteral(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    PatternCase("^\\p{L}$", "π", true), PatternCase("^\\p{Letter}$", "1", false), PatternCase("^\\P{Lu}$", "a", true),
    PatternCase("^\\p{Script=Greek}$", "π", true), PatternCase("^\\p{sc=Grek}$", "p", false),
    PatternCase("^\\p{scx=Deva}$", "\u{964}", true), PatternCase("^\\p{sc=Deva}$", "\u{964}", false),
    PatternCase("^\\p{LC}$", "ǅ", true), PatternCase("^\\p{digit}$", "\u{9EA}", true),
    PatternCase("^\\p{Assigned}$", "\u{378}", false), PatternCase("^\\P{Assigned}$", "\u{378}", true),
    PatternCase("^\\p{ASCII}$", "é", false), PatternCase("^\\p{Any}$", "\u{10FFFF}", true),
    PatternCase("^[^\\p{L}\\d]$", "-", true), PatternCase("^\\p{Emoji_Presentation}$", "\u{1F432}", true),
    PatternCase("^\\p{scx=Inherited}$", "\u{345}", false), PatternCase("^\\p{sc=Inherited}$", "\u{345}", true),
    PatternCase("^\\p{scx=Zinh}$", "\u{301}", true), PatternCase("^\\p{scx=Common}$", "1", true),
    PatternCase("^\\P{scx=Common}$", "\u{964}", true), PatternCase("^\\p{CWKCF}$", "A", true),
    PatternCase("^\\P{CWKCF}$", "a", true), PatternCase("^\\p{gc=Nd}$", "5", true),
    PatternCase("^\\p{White_Space}$", "\u{85}", true),
  ])
  func propertiesAreTranslatedByName(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    PatternCase("^a{0}b$", "b", true), PatternCase("^.{2,70000}$", "é\u{1F432}", true),
    PatternCase("^a{70000}$", "a", false), PatternCase("^[ab]{1,99999999999999999999}$", "ab", true),
    PatternCase("^[^]{65536,}$", "a", false), PatternCase("^a{65536}$", String(repeating: "a", count: 65_536), true),
    PatternCase("^.{65536}$", String(repeating: "é", count: 65_536), true),
    PatternCase("^.{65536}$", String(repeating: "é", count: 65_537), false),
    PatternCase("^.{0,65537}$", String(repeating: "é", count: 65_538), false),
  ])
  func countsMayBeLarge(_ example: PatternCase) throws {
    try expect(example)
  }

  private func expect(_ example: PatternCase) throws {
    #expect(try outcomes(example.pattern, example.text) == [example.matches ? .match : .mismatch])
  }
}
