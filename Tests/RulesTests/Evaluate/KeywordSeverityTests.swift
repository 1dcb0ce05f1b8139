import Testing

@testable import Rules

@Suite struct KeywordSeverityTests {
  private static let options = CompileOptions(limits: Limits(patternSteps: 1_000))
  private static let evil = "\"\(String(repeating: "a", count: 40))b\""

  @Test("an undecided if counts as its schema says: nothing below it could be an error")
  func milderIf() throws {
    let rules = #"{"if":{"pattern":"^(?=(a+)+$)"},"then":false,"x-severity":"warning"}"#
    #expect(try check(rules, Self.evil, Self.options).verdict == .valid)
  }

  @Test("minContains and maxContains have severities of their own")
  func containsLimits() throws {
    let most = #"{"contains":{"type":"string"},"maxContains":1,"x-severity":{"maxContains":"warning"}}"#
    #expect(try check(most, #"["a","b"]"#).summary == ["warning maxContains "])
    #expect(try check(most, "[]").verdict == .invalid)
    let least = #"{"contains":{"type":"string"},"minContains":2,"x-severity":{"minContains":"info"}}"#
    #expect(try check(least, #"["a"]"#).summary == ["info minContains "])
  }

  @Test("deprecated has a severity of its own")
  func deprecated() throws {
    let rules = #"{"deprecated":true,"x-severity":{"deprecated":"info"}}"#
    #expect(try check(rules, "1").summary == ["info deprecated "])
  }

  @Test("x-severity where it is ignored is a warning of the rule file", arguments: ["anyOf", "oneOf"])
  func ignored(_ keyword: String) {
    let found = problems(of: "{\"\(keyword)\":[{\"type\":\"null\",\"x-severity\":\"warning\"}]}")
    #expect(found.map(\.severity) == [.warning])
  }

  @Test("a normalizer that may apply leaves the document undecided, not invalid")
  func normalizeUndecided() throws {
    // The pattern matches by its second alternative, after the first has used up the budget.
    let rules =
      #"{"patternProperties":{"^(?=((a+)+c|a+b$))":{"x-normalize":"uppercase"}},"additionalProperties":true,"propertyNames":true,"allOf":[{"additionalProperties":{"const":"A"}}]}"#
    #expect(try check(rules, "{\(Self.evil):\"a\"}").verdict != .invalid)
    #expect(try check(rules, "{\(Self.evil):\"a\"}", Self.options).verdict == .undecided)
  }

  @Test("normalizers whose order makes a second pass change the value again do not make a valid document invalid")
  func normalizerOrder() throws {
    let rules = try RuleSet.compile(#"{"x-normalize":["date-time","trim"],"enum":["2022-01-01"]}"#)
    let document = "\" 2022-01-01\""
    #expect((rules.check(document).verdict == .valid) == (rules.normalize(document).output != nil))
    if let output = rules.normalize(document).output {
      #expect(rules.check(String(decoding: output, as: UTF8.self)).verdict == .valid)
    }
  }
}
