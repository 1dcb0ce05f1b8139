import Testing

@testable import Rules

@Suite struct LimitTests {
  private func nested(_ depth: Int, _ inner: String = "") -> String {
    String(repeating: "[", count: depth) + inner + String(repeating: "]", count: depth)
  }

  @Test("a document at its depth limit is read, one level more is undecided", arguments: [0, 1, 5, 512])
  func depth(_ limit: Int) throws {
    let options = CompileOptions(limits: Limits(depth: limit))
    #expect(try check("true", limit == 0 ? "1" : nested(limit), options).verdict == .valid)
    let result = try check("true", nested(limit + 1), options)
    #expect(result.verdict == .undecided)
    #expect(result.budget == .depth)
    #expect(result.findings.first?.span.offset == limit)
  }

  @Test("objects count as arrays do")
  func objectDepth() throws {
    let options = CompileOptions(limits: Limits(depth: 2))
    #expect(try check("true", #"{"a":[1]}"#, options).verdict == .valid)
    #expect(try check("true", #"{"a":[{}]}"#, options).budget == .depth)
  }

  @Test("no limit lets a document be deeper than evaluation can go")
  func maximumDepth() throws {
    let options = CompileOptions(limits: Limits(depth: .max))
    #expect(try check("true", nested(Limits.maximumDepth), options).verdict == .valid)
    #expect(try check("true", nested(Limits.maximumDepth + 1), options).budget == .depth)
    #expect(try check("true", nested(1_000_000), options).budget == .depth)
  }

  @Test("a document at its byte limit is read, one byte more is undecided")
  func bytes() throws {
    let options = CompileOptions(limits: Limits(bytes: 5))
    #expect(try check("true", "[1,2]", options).verdict == .valid)
    let result = try check("true", "[1,2] ", options)
    #expect(result.verdict == .undecided)
    #expect(result.budget == .bytes)
  }

  @Test("malformed comes before the depth limit, and the depth limit before the rules")
  func order() throws {
    let options = CompileOptions(limits: Limits(depth: 2))
    #expect(try check("true", "[[[1,]]]", options).summary == ["error malformed "])
    #expect(try check("false", "[[[1]]]", options).verdict == .undecided)
    #expect(try check(#"{"type":"string"}"#, "[[[1]]]", options).budget == .depth)
  }

  @Test(
    "limits without sense are safe",
    arguments: [
      Limits(bytes: .max, depth: .max, findings: .max, patternSteps: .max, numberSteps: .max),
      Limits(bytes: 1_000, depth: .min, findings: .min, patternSteps: .min, numberSteps: .min),
      Limits(bytes: 1_000, depth: 0, findings: 0, patternSteps: 0, numberSteps: 0),
      Limits(bytes: .min), Limits(bytes: 0), Limits(bytes: -1),
    ])
  func extremes(_ limits: Limits) throws {
    let rules = #"{"pattern":"^(?=(a+)+$)","multipleOf":1234567890123456789012345678901,"items":{"type":"null"}}"#
    for document in ["\"aaaaab\"", "5", "[1,2,3]", "[[[[]]]]", ""] {
      #expect(try check(rules, document, CompileOptions(limits: limits)).verdict != .valid)
    }
  }

  @Test(
    "evaluation of a recursive schema ends at any depth that can be asked for",
    arguments: [
      ##"{"items":{"$ref":"#"}}"##, ##"{"allOf":[{"allOf":[{"items":{"$ref":"#"}}]}]}"##,
      ##"{"anyOf":[{"oneOf":[{"items":{"$ref":"#"}}]}]}"##, ##"{"not":{"items":{"$ref":"#"}}}"##,
      ##"{"x-normalize":"trim","items":{"$ref":"#"}}"##, #"{"uniqueItems":true,"enum":[[]]}"#,
    ])
  func recursion(_ rules: String) throws {
    let options = CompileOptions(limits: Limits(depth: Limits.maximumDepth))
    for depth in [100, 300, Limits.maximumDepth] {
      _ = try check(rules, nested(depth), options)
      _ = try RuleSet.compile(rules, options: options).normalize(nested(depth))
    }
  }
}
