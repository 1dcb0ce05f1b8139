import Testing

@testable import RuleFiles

@Suite("Patterns of file names")
struct GlobPatternTests {
  @Test(
    "match",
    arguments: [
      ("*.json", "a.json"), ("*", "x"), ("a*b*c", "aXbYbZc"), ("?", "é"), ("[abc]", "b"), ("[a-c]x", "bx"),
      ("[!a-c]", "d"), ("[^a]", "b"), ("[]]", "]"), ("[a-]", "-"), ("a[", "a["), ("\\*", "*"), (".*", ".x"),
      ("**", "ab"), ("*a*a*a*", "bananas"), ("", ""),
    ])
  func matches(pattern: String, name: String) {
    #expect(GlobPattern(pattern).matches(name))
  }

  @Test(
    "do not match",
    arguments: [
      ("*.json", "a.jsonl"), ("*", ".hidden"), ("?x", ".x"), ("[.]x", ".x"), ("a*b", "ac"), ("[abc]", "d"),
      ("[!a-c]", "b"), ("?", ""), ("?", "ab"), ("\\*", "x"), ("[c-a]", "b"), ("a", "A"), ("", "a"),
    ])
  func refuses(pattern: String, name: String) {
    #expect(!GlobPattern(pattern).matches(name))
  }

  @Test("take no more time than name times pattern", .timeLimit(.minutes(15)))
  func isNotExponential() {
    let pattern = String(repeating: "*a", count: 1000) + "b"
    #expect(!GlobPattern(pattern).matches(String(repeating: "a", count: 2000)))
  }
}
