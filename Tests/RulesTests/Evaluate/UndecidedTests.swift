import Testing

@testable import Rules

/// DESIGN 5a, "Undecided". The pattern has lookahead, so that only backtracking can run it, and `evil` needs 2^40 steps.
@Suite struct UndecidedTests {
  private static let options = CompileOptions(limits: Limits(patternSteps: 1_000))
  private static let unknown = #"{"pattern":"^(?=(a+)+$)"}"#
  private static let evil = "\"\(String(repeating: "a", count: 40))b\""

  static let cases: [VerdictCase] = [
    VerdictCase(unknown, evil, .undecided), VerdictCase(unknown, "\"aa\"", .valid),
    VerdictCase(unknown, "\"b\"", .invalid),
    VerdictCase("{\"not\":\(unknown)}", evil, .undecided),
    VerdictCase("{\"not\":{\"not\":\(unknown)}}", evil, .undecided),
    VerdictCase("{\"allOf\":[\(unknown),true]}", evil, .undecided),
    VerdictCase("{\"allOf\":[\(unknown),false]}", evil, .invalid),
    VerdictCase("{\"allOf\":[false,\(unknown)]}", evil, .invalid),
    VerdictCase("{\"anyOf\":[\(unknown),true]}", evil, .valid),
    VerdictCase("{\"anyOf\":[true,\(unknown)]}", evil, .valid),
    VerdictCase("{\"anyOf\":[\(unknown),false]}", evil, .undecided),
    VerdictCase("{\"oneOf\":[\(unknown),true]}", evil, .undecided),
    VerdictCase("{\"oneOf\":[\(unknown),false]}", evil, .undecided),
    VerdictCase("{\"oneOf\":[\(unknown),true,true]}", evil, .invalid),
    VerdictCase("{\"oneOf\":[true,true,\(unknown)]}", evil, .invalid),
    VerdictCase("{\"if\":\(unknown),\"then\":{\"minLength\":1}}", evil, .undecided),
    VerdictCase("{\"if\":\(unknown),\"else\":false}", evil, .undecided),
    VerdictCase("{\"if\":true,\"then\":\(unknown)}", evil, .undecided),
    VerdictCase("{\"if\":false,\"then\":\(unknown)}", evil, .valid),
    VerdictCase("{\"contains\":\(unknown)}", "[\(evil)]", .undecided),
    VerdictCase("{\"contains\":\(unknown)}", "[\(evil),\"a\"]", .valid),
    VerdictCase("{\"contains\":\(unknown)}", "[\"b\"]", .invalid),
    VerdictCase("{\"contains\":\(unknown),\"minContains\":2}", "[\(evil)]", .invalid),
    VerdictCase("{\"contains\":\(unknown),\"minContains\":2}", "[\(evil),\"a\"]", .undecided),
    VerdictCase("{\"contains\":\(unknown),\"maxContains\":1}", "[\(evil),\"a\"]", .undecided),
    VerdictCase("{\"contains\":\(unknown),\"maxContains\":1}", "[\(evil),\"a\",\"a\"]", .invalid),
    VerdictCase("{\"contains\":\(unknown),\"maxContains\":2}", "[\(evil),\"a\"]", .valid),
    VerdictCase("{\"contains\":\(unknown),\"minContains\":0}", "[\(evil)]", .valid),
    VerdictCase("{\"contains\":\(unknown),\"minContains\":0,\"maxContains\":0}", "[\(evil)]", .undecided),
    VerdictCase("{\"items\":\(unknown)}", "[\(evil),\"b\"]", .invalid),
    VerdictCase(
      "{\"anyOf\":[{\"properties\":{\"a\":\(unknown)}},true],\"unevaluatedProperties\":false}", "{\"a\":\(evil)}",
      .undecided),
    VerdictCase(
      "{\"anyOf\":[{\"properties\":{\"a\":\(unknown)}},true],\"unevaluatedProperties\":\(unknown)}", "{\"a\":\"a\"}",
      .valid),
    VerdictCase(
      "{\"properties\":{\"a\":\(unknown)},\"unevaluatedProperties\":false}", "{\"a\":\(evil),\"b\":1}", .invalid),
    VerdictCase("{\"contains\":\(unknown),\"unevaluatedItems\":false}", "[\"a\",\(evil)]", .undecided),
    VerdictCase("{\"contains\":\(unknown),\"unevaluatedItems\":false}", "[\"a\",\"b\"]", .invalid),
    VerdictCase(
      "{\"if\":{\"properties\":{\"a\":\(unknown)}},\"then\":{},\"unevaluatedProperties\":false}", "{\"a\":\(evil)}",
      .undecided),
    VerdictCase("{\"items\":\(unknown)}", "[\"a\",\(evil)]", .undecided),
    VerdictCase("{\"propertyNames\":\(unknown)}", "{\(evil):1}", .undecided),
    VerdictCase(#"{"patternProperties":{"^(?=(a+)+$)":false}}"#, "{\(evil):1}", .undecided),
    VerdictCase(#"{"patternProperties":{"^(?=(a+)+$)":true},"additionalProperties":false}"#, "{\(evil):1}", .undecided),
    VerdictCase("{\"dependentSchemas\":{\"a\":{\"propertyNames\":\(unknown)}}}", "{\"a\":1,\(evil):1}", .undecided),
  ]

  @Test("what a budget leaves open is combined by Kleene's strong logic", arguments: cases)
  func logic(_ test: VerdictCase) throws {
    let result = try check(test.rules, test.document, Self.options)
    #expect(result.verdict == test.verdict)
    #expect(result.budget == (test.verdict == .undecided ? .patternSteps : nil))
  }

  @Test("undecided below error is told and changes nothing", arguments: ["warning", "info"])
  func mild(_ severity: String) throws {
    let rules = #"{"pattern":"^(?=(a+)+$)","x-severity":{"pattern":"\#(severity)"}}"#
    let result = try check(rules, Self.evil, Self.options)
    #expect(result.verdict == .valid)
    #expect(result.findings.map(\.code) == [.budget])
    #expect(result.findings.map(\.severity.rawValue) == [severity])
  }

  @Test("a finding names the place, the keyword and the budget")
  func finding() throws {
    let finding = try #require(check("{\"items\":\(Self.unknown)}", "[\(Self.evil)]", Self.options).findings.first)
    #expect(finding.code == .budget)
    #expect(finding.instanceLocation == "/0")
    #expect(finding.keywordLocation == "/items/pattern")
    #expect(finding.arguments["budget"]?.text == "pattern-steps")
  }

  @Test("what is undecided is not normalized")
  func normalize() throws {
    let rules = try RuleSet.compile(Self.unknown, options: Self.options)
    let result = rules.normalize(Self.evil, defaults: true)
    #expect(result.check.verdict == .undecided)
    #expect(result.output == nil)
    #expect(result.patch.isEmpty)
  }

  @Test("the answer does not depend on what was checked before")
  func independent() throws {
    let checker = TestChecker(try RuleSet.compile(Self.unknown, options: Self.options))
    for _ in 0..<3 {
      #expect(checker.check(Self.evil).verdict == .undecided)
      #expect(checker.check("\"aa\"").verdict == .valid)
      #expect(checker.check("\"b\"").budget == nil)
    }
  }

  @Test("a name that an exhausted milder pattern may know is not therefore known to additionalProperties")
  func milderPattern() throws {
    let rules = #"""
      {"patternProperties":{"^(?=(a+)+$)":true},"additionalProperties":false,
       "x-severity":{"patternProperties":"warning"}}
      """#
    #expect(try check(rules, "{\(Self.evil):1}", Self.options).verdict == .undecided)
  }

  @Test(
    "a budget's sentence names the budget and its limit",
    arguments: [
      (#"{"pattern":"^(?=(a+)+$)"}"#, evil, "1000"), (#"{"not":{"pattern":"^(?=(a+)+$)"}}"#, evil, "1000"),
      (#"{"multipleOf":1234567890123456789012345678901}"#, "99999999999999999999999999999999", "10"),
    ])
  func budget(_ rules: String, _ document: String, _ limit: String) throws {
    let finding = try #require(
      check(rules, document, CompileOptions(limits: Limits(patternSteps: 1_000, numberSteps: 10))).findings.first)
    #expect(finding.message().hasPrefix("undecided: "))
    #expect(finding.arguments["limit"]?.text == limit)
  }

  @Test("x-message says what the rule wants, not that a budget ran out")
  func budgetMessage() throws {
    let finding = try #require(
      check(#"{"pattern":"^(?=(a+)+$)","x-message":"only a"}"#, Self.evil, Self.options).findings.first)
    #expect(finding.message() != "only a")
  }

  @Test("deep recursion that is given up says so")
  func recursion() throws {
    let rules = ##"{"allOf":[{"allOf":[{"allOf":[{"allOf":[{"items":{"$ref":"#"}}]}]}]}]}"##
    let nested = String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000)
    let result = try check(rules, nested, CompileOptions(limits: Limits(depth: 1_024)))
    #expect(result.verdict == .undecided)
    #expect(result.findings.map(\.code) == [.budget])
  }
}
