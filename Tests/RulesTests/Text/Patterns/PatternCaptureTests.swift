import Testing

@testable import Rules

/// Back references, captures that each iteration resets, and lookbehind (ECMA-262 22.2.2.3.1, 22.2.2.4, 22.2.2.7.2).
@Suite struct PatternCaptureTests {
  @Test(arguments: [
    PatternCase("^(a)?\\1b$", "b", true), PatternCase("^(?:(a)|b)\\1$", "b", true), PatternCase("^\\1(a)$", "a", true),
    PatternCase("^(a\\1)$", "a", true), PatternCase("^(?:(a)|b\\1)+$", "aba", true),
    PatternCase("^(a)\\1$", "a", false),
    PatternCase("^(?!(a))\\1b$", "b", true), PatternCase("^(?<x>a)\\k<x>$", "aa", true),
    PatternCase("^(?:(a)\\1){0}(b)\\2$", "bb", true), PatternCase("^((n?()){1,}){0}(9)\\3$", "9", true),
    PatternCase("^\\k<x>(?<x>a)$", "a", true), PatternCase("^(?<\\u{61}>a)\\k<a>$", "aa", true),
  ])
  func anUnsetGroupMatchesEmpty(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    PatternCase("^(?:(a)|b)*\\1$", "aba", false), PatternCase("^(?:(a)|b)*\\1$", "ab", true),
    PatternCase("^(?:(?:(a)|b)\\1)*$", "aab", true), PatternCase("^(?:(?:(a)|b)\\1)*$", "aaba", false),
    PatternCase("^(?:(a)?b)*\\1$", "abb", true), PatternCase("^(?:(a)?b)*\\1$", "abba", false),
    PatternCase("^(?:(a)??b\\1)+$", "abaab", false), PatternCase("^(z)((a+)?(b+)?(c))*\\3$", "zaacbbbcac", false),
    PatternCase("^(z)((a+)?(b+)?(c))*\\3$", "zaacbbbcaca", true), PatternCase("^(?:(a)|(b)|c)+\\1\\2$", "abc", true),
  ])
  func eachIterationStartsWithUnsetGroups(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    PatternCase("^(?:(a)|b|)*c\\1$", "abc", true), PatternCase("^(?:(a)|b|)*c\\1$", "aca", true),
    PatternCase("^(?:(a)|b|)*c\\1$", "ac", false), PatternCase("^(a?)*\\1$", "aa", true),
    PatternCase("^(a?)*b\\1$", "ab", false), PatternCase("^(a?)*b\\1$", "aba", true),
    PatternCase("^(?:(a?))+b\\1$", "b", true), PatternCase("^(?:(a?)b??)+\\1c$", "abc", true),
    PatternCase("^((a?)b?)*c\\2$", "abc", true), PatternCase("^((a?)b?)*c\\2$", "babca", true),
    PatternCase("^(?:(a|b?)*c)*\\1$", "abcb", true), PatternCase("^(?:(a|b?)*c)*\\1$", "abcca", false),
    PatternCase("^(?:(a)?|b)+?\\1$", "ba", false), PatternCase("^(z)((a+)?(b+)?(c)?)*\\3$", "zaacbbbcaca", true),
  ])
  func anIterationThatNeedNotBeIsNotEmpty(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    PatternCase("(?<=a)b", "ab", true), PatternCase("(?<!a)b", "ab", false), PatternCase("(?<=ab|c)d", "cd", true),
    PatternCase("(?<!https?):", "http:", false), PatternCase("(?<!https?):", "ftp:", true),
    PatternCase("(?<=x(?:a|bc)y)z", "xbcyz", true), PatternCase("(?<=\\d{1,3})x", "12x", true),
    PatternCase("(?<=^)a", "ba", false), PatternCase("(?<=[])a", "a", false),
    PatternCase("(?<=\u{1F432})a", "\u{1F432}a", true),
  ])
  func lookbehindOfBoundedLengthWorks(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    PatternCase("(?<=[ab]+c)d", "abcd", true), PatternCase("(?<=[ab]+c)d", "cd", false),
    PatternCase("(?<!\\w+)b", "ab", false), PatternCase("(?<!\\w*)b", "b", false),
    PatternCase("(?<=(?:ab){2,}|x*y)c", "ababc", true), PatternCase("(?<=(?:ab){2,}|x*y)c", "abc", false),
    PatternCase("(?<=(a+)b)c", "aabc", true),
  ])
  func lookbehindMayStartWithWhatRepeats(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    ("(?<=^a+)b", 0), ("x(?<=(a)\\1)b", 8), ("^(?:(a?)){2,}\\1$", 13), ("(?<=(?:(a)|b){2})\\1", 17),
    ("^(?:(?=(a)))?\\1", 13),
    ("a(?<!^b*)", 1), ("(?<=(?:ab+)+c)", 0), ("(?:ab){65536}", 6), ("^a{5000000000}b", 2),
  ])
  func whatHasNoTranslationIsRefused(_ pattern: String, _ offset: Int) {
    #expect(refusal(pattern)?.offset == offset)
  }

  @Test(arguments: ["(?<=^a+)b", "x(?<=(a)\\1)b", "(?:ab){65536}"])
  func whatHasNoTranslationIsStillValid(_ pattern: String) {
    #expect(throws: Never.self) { try ECMAParser.parse(pattern) }
  }

  private func expect(_ example: PatternCase) throws {
    #expect(try outcomes(example.pattern, example.text) == [example.matches ? .match : .mismatch])
  }
}
