import Testing

@testable import Rules

/// Patterns are texts of code points: two that are canonically equivalent are two patterns.
@Suite struct PatternIdentityTests {
  @Test("patterns that differ only by canonical equivalence are two patterns")
  func patterns() throws {
    let rules = "{\"properties\":{\"a\":{\"pattern\":\"^\u{E9}$\"},\"b\":{\"pattern\":\"^e\u{301}$\"}}}"
    #expect(try check(rules, "{\"a\":\"\u{E9}\",\"b\":\"e\u{301}\"}").verdict == .valid)
    #expect(try check(rules, "{\"b\":\"\u{E9}\"}").verdict == .invalid)
  }

  @Test("names of patternProperties that are canonically equivalent are two patterns")
  func patternProperties() throws {
    let rules = "{\"patternProperties\":{\"^\u{E9}$\":true,\"^e\u{301}$\":true},\"additionalProperties\":false}"
    #expect(try check(rules, "{\"\u{E9}\":1,\"e\u{301}\":1}").verdict == .valid)
  }

  @Test("a bad pattern is refused although an equivalent text was good")
  func badPattern() {
    // A combining mark changes nothing in String's ==; positions do differ.
    let found = problems(of: "{\"pattern\":\"\u{E9}(\",\"not\":{\"pattern\":\"e\u{301}(\"}}")
    #expect(found.count == 2)
  }
}
