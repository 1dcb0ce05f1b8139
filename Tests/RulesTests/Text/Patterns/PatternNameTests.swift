import Testing

@testable import Rules

/// Names that stand in more than one alternative (ECMA-262 22.2.1.1, 22.2.1.4 MightBothParticipate).
@Suite struct PatternNameTests {
  @Test(arguments: [
    PatternCase("^(?:(?<y>a)|(?<y>b))\\k<y>$", "aa", true), PatternCase("^(?:(?<y>a)|(?<y>b))\\k<y>$", "bb", true),
    PatternCase("^(?:(?<y>a)|(?<y>b))\\k<y>$", "ab", false), PatternCase("^(?:(?<y>a)|(?<y>b)|c)\\k<y>$", "c", true),
    PatternCase("^\\k<y>(?:(?<y>a)|(?<y>b))$", "b", true), PatternCase("^(?:(?<y>a)|(?<y>b)\\k<y>)$", "bb", true),
    PatternCase("^(?:(?:(?<y>a)|(?<y>b))\\k<y>)+$", "aabb", true),
    PatternCase("^(?:(?:(?<y>a)|(?<y>b))\\k<y>)+$", "aaba", false),
    PatternCase("^(?:(?<y>a)|(?<y>b))\\1\\2$", "bb", true),
  ])
  func aNameMeansTheGroupThatTookPart(_ example: PatternCase) throws {
    #expect(try outcomes(example.pattern, example.text) == [example.matches ? .match : .mismatch])
  }

  @Test(arguments: [
    "(?<a>x)|(?<a>y)", "(?:(?<a>x)|(?<a>y))|(?<a>z)", "(?<a>x)|(?:y(?<a>z))", "(?=(?<a>x))|(?<a>y)",
    "(?:(?<a>x)|b)(?:c|(?<b>d))|(?<b>e)(?<a>f)",
  ])
  func alternativesMayShareAName(_ pattern: String) {
    #expect(strictRefusal(pattern) == nil)
  }

  @Test(arguments: [
    ("(?<a>x)(?<a>y)", 10), ("(?<a>(?<a>x))", 8), ("(?:(?<a>x)|y)(?<a>z)", 16), ("(?<a>x|(?<a>y))", 10),
    ("(?:a|(?<a>x))|(?<b>c)(?:d|(?<b>e))", 29), ("(?:(?<a>x)|(?<a>y))(?<a>z)", 22),
  ])
  func groupsThatBothTakePartMayNot(_ pattern: String, _ offset: Int) {
    #expect(strictRefusal(pattern)?.offset == offset)
  }
}
