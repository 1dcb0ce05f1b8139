import Testing

@testable import Rules

/// What ECMA-262 does not allow with the `u` flag, each with the offset that an author is shown.
@Suite struct PatternRefusalTests {
  @Test(arguments: [
    ("a\\A", 1), ("a\\z", 1), ("\\Qa\\E", 0), ("\\K", 0), ("\\R", 0), ("\\h", 0), ("\\a", 0), ("\\e", 0), ("\\-", 0),
    ("é\\ ", 2), ("\\é", 0), ("a\\", 1), ("\\c1", 0), ("\\x1", 0), ("\\u12", 0), ("\\u{110000}", 0), ("\\u{}", 0),
    ("\\00", 0), ("\\01", 0), ("[\\1]", 1), ("[\\B]", 1),
  ])
  func unknownEscapes(_ pattern: String, _ offset: Int) {
    #expect(strictRefusal(pattern)?.offset == offset)
  }

  @Test(arguments: [
    ("(?>a)", 0), ("b(?i)", 1), ("(*V)", 1), ("(?R)", 0), ("(?#x)", 0), ("(?P<n>a)", 0), ("(a", 0), ("a)", 1),
    ("((a)", 0),
    ("(?<n>a)(?<n>b)", 10), ("(?<1>a)", 3), ("(?<>a)", 3), ("(?<n", 3), ("\\k<n>", 0), ("\\k", 0), ("(a)\\2", 3),
    ("(?<e\u{301}>a)(?<\u{E9}>b)\\k<x>", 17),
  ])
  func badGroups(_ pattern: String, _ offset: Int) {
    #expect(strictRefusal(pattern)?.offset == offset)
  }

  @Test(arguments: [
    ("a++", 2), ("a**", 2), ("a{1}{2}", 4), ("*a", 0), ("a|?", 2), ("^*", 1), ("\\b+", 2), ("(?=a)*", 5),
    ("(?<=a)?", 6),
    ("{", 0), ("a{", 1), ("a{,5}", 1), ("a{1", 1), ("}", 0), ("a}", 1), ("]", 0), ("a{2,1}", 1),
    ("a{99999999999999999999,99999999999999999998}", 1),
  ])
  func badQuantifiersAndBrackets(_ pattern: String, _ offset: Int) {
    #expect(strictRefusal(pattern)?.offset == offset)
  }

  @Test(arguments: [("[b-a]", 1), ("[a-\\d]", 1), ("[\\d-a]", 1), ("x[a", 1), ("[\\p{L}-z]", 1), ("[", 0)])
  func badClasses(_ pattern: String, _ offset: Int) {
    #expect(strictRefusal(pattern)?.offset == offset)
  }

  @Test(arguments: [
    ("\\p{l}", 0), ("\\p{letter}", 0), ("\\p{script=Greek}", 0), ("\\p{Script=greek}", 0), ("\\p{Greek}", 0),
    ("a\\p", 1),
    ("\\p{L", 0), ("\\p{}", 0), ("\\p{gc=}", 0), ("[é\\P{Foo}]", 3), ("\\p{gc=Any}", 0), ("\\p{^L}", 0), ("\\pL", 0),
  ])
  func propertiesAreCaseSensitive(_ pattern: String, _ offset: Int) {
    #expect(strictRefusal(pattern)?.offset == offset)
  }

  @Test(arguments: ["(", "(?:", "(?=", "(?<!", "(?i:"]) func deepNestingIsRefusedNotOverflown(_ open: String) {
    let deep = String(repeating: open, count: 10_000) + String(repeating: ")", count: 10_000)
    #expect(refusal(deep)?.offset == ECMAParser.maximumDepth * open.utf8.count)
  }

  @Test func deepNestingIsStillValid() {
    let deep = String(repeating: "(", count: 100_000) + String(repeating: ")", count: 100_000)
    #expect(strictRefusal(deep) == nil)
    #expect(strictRefusal(deep + ")")?.offset == 200_000)
    #expect(strictRefusal("(" + deep)?.offset == 0)
  }

  @Test(arguments: ["(", "(?:", "(?=", "(?<n"]) func nestingUpToTheLimitIsCompiled(_ open: String) {
    let depth = ECMAParser.maximumDepth
    let groups = (0..<depth).map { open == "(?<n" ? "(?<n\($0)>" : open }.joined()
    #expect(refusal(groups + "a" + String(repeating: ")", count: depth)) == nil)
  }

  @Test func longPatternsAreValidButNotCompiled() {
    #expect(refusal(String(repeating: "a", count: 65_537))?.offset == 65_536)
    #expect(strictRefusal(String(repeating: "a", count: 65_537)) == nil)
  }

  @Test(arguments: [
    String(repeating: "(?:a|b){1000}", count: 200), "(?:(?:(?:a{9}|b){999}){999}){999}",
    String(repeating: "(a)|", count: 4_000) + "(b)" + (1...4_000).map { "\\\($0)" }.joined(),
    String(repeating: "(?:", count: 190) + "a+" + String(repeating: ")+", count: 190) + "\\p{sc=Grek}{65535}[^]{60000}",
  ])
  func largePatternsEndInAnErrorOrACode(_ pattern: String) {
    if let error = refusal(pattern) { #expect(error.offset <= pattern.utf8.count) }
  }
}
