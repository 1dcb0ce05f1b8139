import Testing

@testable import Rules

@Suite struct NameIdentityTests {

  @Test("x-normalize on properties that are canonically equivalent is no conflict")
  func normalize() throws {
    let text = "{\"properties\":{\"\u{E9}\":{\"x-normalize\":\"trim\"},\"e\u{301}\":{\"x-normalize\":\"lowercase\"}}}"
    #expect(problems(of: text).isEmpty)
  }

  @Test("a reference may name a key that starts with a combining mark")
  func combiningMark() throws {
    let text = "{\"$defs\":{\"\u{301}x\":{\"type\":\"string\"}},\"$ref\":\"#/$defs/%CC%81x\"}"
    #expect(try check(text, "1").verdict == .invalid)
    let first = "{\"\u{301}x\":{\"type\":\"string\"},\"$ref\":\"#/%CC%81x\"}"
    #expect(problems(of: first, options: CompileOptions(unknownKeywords: .ignore)).isEmpty)
  }

}
