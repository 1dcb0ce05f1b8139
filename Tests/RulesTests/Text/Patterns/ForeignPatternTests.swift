import Testing

@testable import Rules

/// What authors bring along from Python, Perl, Java and POSIX: refused with what to write in its place.
@Suite struct ForeignPatternTests {
  @Test(arguments: [
    ("(?i)abc", 0, "(?i:...)"), ("a(?s-m)b", 1, "(?i:...)"), ("(?x:a)", 0, "i, m and s"), ("(?P<n>a)", 0, "(?<name>"),
    ("(?P=n)", 0, "\\k<name>"), ("a(?#note)", 1, "comments"), ("(?>a)", 0, "(?:...)"), ("(?'n'a)", 0, "(?<name>"),
    ("(?(1)a)", 0, "alternatives"), ("(?|a)", 0, "groups of its own"), ("(?R)", 0, "recursion"),
    ("(?1)", 0, "recursion"),
    ("(?&n)", 0, "recursion"), ("(*FAIL)", 1, "(*VERB)"),
  ])
  func groups(_ pattern: String, _ offset: Int, _ advice: String) throws {
    try expect(pattern, offset, advice)
  }

  @Test(arguments: [
    ("\\Aabc", 0, "'^'"), ("abc\\Z", 3, "'$'"), ("abc\\z", 3, "'$'"), ("\\h+", 0, "[\\t "), ("a\\R", 1, "\\r\\n"),
    ("\\Qa\\E", 0, "each"), ("\\K", 0, "(?<=...)"), ("\\X", 0, "'.'"), ("\\a", 0, "\\x07"), ("\\e", 0, "\\x1B"),
    ("\\i", 0, "\\p{L}"), ("\\k", 0, "\\k<name>"), ("\\y", 0, "remove"), ("\\pL", 0, "braces"), ("[\\h]", 1, "[\\t "),
  ])
  func escapes(_ pattern: String, _ offset: Int, _ advice: String) throws {
    try expect(pattern, offset, advice)
  }

  @Test(arguments: ["a++", "a*+", "a?+", "a{2}+", "(a)++", "[a]++"])
  func possessiveQuantifiers(_ pattern: String) throws {
    try expect(pattern, pattern.utf8.count - 1, "possessive")
  }

  @Test func theStrictErrorIsShownWhereNeitherSyntaxReads() throws {
    try expect("\\-\\Z", 0, "hyphen")
  }

  private func expect(_ pattern: String, _ offset: Int, _ advice: String) throws {
    let error = try #require(refusal(pattern))
    #expect(error.offset == offset)
    #expect(error.message.contains(advice))
  }
}
