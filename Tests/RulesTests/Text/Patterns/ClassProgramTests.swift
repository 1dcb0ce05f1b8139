import Testing

@testable import Rules

/// Patterns that run without PCRE2 say what PCRE2 says.
@Suite struct ClassProgramTests {
  static let recognised = [
    "", "^", "$", "^$", ".*", "[^]*", "^[A-Za-z0-9_-]+$", "^#[0-9a-fA-F]{6}$", "^x-", "^foo", "^foo$", "foo$", "^foo.*",
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "^[^/]+$", "^[^]+$", "^[a-z][a-z0-9]*$", "^(?:ab){2}$", "^(foo)$", "[0-9]",
    "\\d{3}$",
    "^é$", "^\u{1F432}-[0-9]?[a-z]{2,}$", "^[A-Z]{2}[0-9]{2,4}[A-Z]?$", "[^a]", "^a?b*c+$",
    "^[a-z]+@", "[a-z]+$", "^\\w{1,3}\\.", "^[^-]+-", "a{0}", "^\\x00+$", "[^a]b$", ".*\\.json$",
  ]

  @Test(arguments: recognised)
  func isRecognised(_ pattern: String) throws {
    #expect(try Pattern(pattern).classProgram != nil)
  }

  @Test(arguments: [
    "^[a-z]+z$", "^.*$", "^.$", "^[^/]$", "^[^/]{2,}$", "[^a][^b]", "^a|b$", "(?:a|b)c", "foo", "^\\S+$", "^é{2,3}$",
    "a.*b",
    "^a*a$", "\\ba", "(?=a)", "^a*[ab]?a$", "^[^/]*é", "x[0-9]+$", "\\p{L}", "[]", "\\uD83D", "^(a)\\1$",
  ])
  func isNoClassProgram(_ pattern: String) throws {
    #expect(try Pattern(pattern).classProgram == nil)
  }

  @Test(arguments: recognised)
  func agreesWithPCRE2(_ pattern: String) throws {
    let classes = try Pattern(pattern)
    let plain = try Pattern(pattern, usesOwnMatchers: false)
    let scratch = PatternScratch()
    for text in NearMisses(pattern: pattern).texts(seed: 42) {
      let expected = plain.matches(text, scratch: scratch, steps: generousSteps)
      #expect(classes.matches(text, scratch: scratch, steps: generousSteps) == expected, "\(text.debugDescription)")
    }
  }

  @Test(arguments: [
    ("^[A-Za-z0-9_-]+$", "class ^[-0-9A-Z_a-z]{1,}$"), ("^x-", "class ^x-"), ("^a{2,3}b?$", "class ^a{2,3}b{0,1}$"),
    ("^\\n\\d{4}$", "class ^\\x0A[0-9]{4}$"), ("[0-9]+$", "class [0-9]$"),
    ("^a|b$", "automaton, 3 states"), ("^(a)\\1$", "pcre2"),
  ])
  func describesItself(_ pattern: String, _ description: String) throws {
    #expect(try Pattern(pattern).description.hasPrefix(description))
  }

  @Test func aStepIsPlainDataOfFortyBytes() {
    #expect(MemoryLayout<ClassStep>.stride == 40)
    #expect(MemoryLayout<ClassStep>.offset(of: \ClassStep.bytes) == 0)
  }
}
