import Testing

@testable import Rules

/// What only the older syntax can read (ECMA-262, annex B.1.2). A JavaScript engine without the `u` flag agrees.
@Suite struct PatternLeniencyTests {
  @Test(arguments: [
    PatternCase("^\\-\\_\\@\\ \\%\\é$", "-_@ %é", true), PatternCase("^a{$", "a{", true),
    PatternCase("^a}]$", "a}]", true),
    PatternCase("^a{,5}$", "a{,5}", true), PatternCase("^a{,5}$", "aa", false), PatternCase("^x{1$", "x{1", true),
    PatternCase("^{a}$", "{a}", true), PatternCase("^\\c$", "\\c", true), PatternCase("^\\c1$", "\\c1", true),
    PatternCase("^[\\c1]$", "\u{11}", true), PatternCase("^[\\c*]+$", "\\c*", true), PatternCase("^\\101$", "A", true),
    PatternCase("^\\8$", "8", true), PatternCase("^\\400$", " 0", true), PatternCase("^\\08$", "\u{0}8", true),
    PatternCase("^(a)\\2$", "a\u{2}", true), PatternCase("^\\-(a)\\1$", "-aa", true),
    PatternCase("^[\\101]$", "A", true),
    PatternCase("^\\x1$", "x1", true), PatternCase("^\\u12$", "u12", true), PatternCase("^\\u{2,}$", "uuu", true),
    PatternCase("^(?=a)*b$", "b", true), PatternCase("^(?!a){2}b$", "b", true), PatternCase("^(?=a)+b$", "b", false),
  ])
  func theOlderSyntaxIsReadWhereTheStrictOneFails(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    PatternCase("^[\\w-.]+$", "a-.", true), PatternCase("^[\\w-.]+$", "/", false),
    PatternCase("^[a-\\d]+$", "a-7", true),
    PatternCase("^[a-\\d]+$", "b", false), PatternCase("^[\\w-\\s]$", "-", true),
    PatternCase("^[\\p{Lu}-z]+$", "É-z", true), PatternCase("^[^\\w-.]$", "-", false),
    PatternCase("^[[:alpha:]]$", "a]", true), PatternCase("^[[:alpha:]]$", "b", false),
  ])
  func classesAreReadWithoutRangesOfSets(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    PatternCase("^\\u{41}\\-$", "A-", true), PatternCase("^\\p{Lu}\\-$", "É-", true),
    PatternCase("^.\\-$", "\u{1F432}-", true),
    PatternCase("^\\uD83D\\uDC32\\-$", "\u{1F432}-", true),
  ])
  func whatTheStrictSyntaxCanReadKeepsItsMeaning(_ example: PatternCase) throws {
    try expect(example)
  }

  @Test(arguments: [
    ("a\\-b", 1, "write '-'"), ("\\d{,5}", 2, "{0,5}"), ("a{b", 1, "write '\\{'"),
    ("[\\w-.]", 1, "at the end of the class"),
    ("\\101", 0, "\\x41"), ("\\c", 0, "'\\\\c'"), ("[[:alpha:]", 1, "A-Za-z"), ("(?=a)*b", 5, "(?:(?=...))"),
    ("[\\c1]", 1, "\\x11"), ("\\x1", 0, "write 'x'"), ("[[:digit:]]", 1, "0-9"),
  ])
  func aWarningSaysWhatToWrite(_ pattern: String, _ offset: Int, _ advice: String) throws {
    let warning = try #require(try Pattern(pattern).warnings.first)
    #expect(warning.offset == offset)
    #expect(warning.message.contains(advice))
  }

  @Test(arguments: ["^[a-z\\-]+$", "\\/", "^[:a]$", "[[:x]", "(?:(?=a))*"])
  func strictPatternsHaveNoWarnings(_ pattern: String) throws {
    #expect(try Pattern(pattern).warnings.isEmpty)
  }

  @Test func oneWarningOfAKindIsEnough() throws {
    #expect(try Pattern("\\-\\-\\_\\-").warnings.map(\.offset) == [0, 4])
  }

  private func expect(_ example: PatternCase) throws {
    #expect(strictRefusal(example.pattern) != nil)
    #expect(try outcomes(example.pattern, example.text) == [example.matches ? .match : .mismatch])
  }
}
