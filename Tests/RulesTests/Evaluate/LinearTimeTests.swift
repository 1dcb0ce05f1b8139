import Testing

@testable import Rules

/// Long documents cost in proportion to their length. No clock is read: what is quadratic takes many minutes here, and the
/// limit only ends the waiting.
@Suite(.timeLimit(.minutes(15))) struct LinearTimeTests {
  private static let count = 200_000

  private func array(_ item: String) -> String {
    "[\(Array(repeating: item, count: Self.count).joined(separator: ","))]"
  }

  @Test("a valid document under anyOf is checked in linear time")
  func anyOf() throws {
    let rules = try RuleSet.compile(#"{"items":{"anyOf":[{"type":"string"},{"type":"number"}]}}"#)
    #expect(rules.check(array("1")).verdict == .valid)
  }

  @Test("values are normalized in linear time")
  func normalize() throws {
    let rules = try RuleSet.compile(#"{"items":{"x-normalize":"trim"}}"#)
    #expect(rules.normalize(array("\" a\"")).patch.count == Self.count)
  }

  @Test("defaults are filled in linear time")
  func defaults() throws {
    let rules = try RuleSet.compile(#"{"items":{"properties":{"a":{"default":1}}}}"#)
    #expect(rules.normalize(array("{}"), defaults: true).patch.count == Self.count)
  }

  @Test("conflicts of normalizers are told in linear time, and no more than the cap")
  func conflicts() throws {
    let rules = try RuleSet.compile(
      #"{"items":{"patternProperties":{"a":{"x-normalize":"trim"},"b":{"x-normalize":"lowercase"}}}}"#)
    let result = rules.check(array(#"{"ab":""}"#))
    #expect(result.verdict == .invalid && result.findings.count == 100 && result.isTruncated)
  }

  @Test("rules that double their work at each level run out of steps")
  func exponential() throws {
    let rules = try RuleSet.compile(
      ##"{"type":"object","properties":{"a":{"anyOf":[{"$ref":"#"},{"$ref":"#"}]}}}"##)
    let document = String(repeating: "{\"a\":", count: 40) + "1" + String(repeating: "}", count: 40)
    #expect(!rules.isValid(document))
    #expect(rules.check(document).budget == .evaluationSteps)
  }

  @Test("branches inside branches are told of up to a limit, however often each level doubles them")
  func explanations() throws {
    let rules = try RuleSet.compile(
      ##"{"anyOf":[{"type":"string"},{"properties":{"a":{"$ref":"#"}},"required":["b"]},{"properties":{"a":{"$ref":"#"}},"required":["c"]}]}"##,
      options: CompileOptions(allBranches: true))
    let result = rules.check(String(repeating: "{\"a\":", count: 10) + "1" + String(repeating: "}", count: 10))
    #expect(result.verdict == .invalid && result.isTruncated)
    #expect(result.findings.map(Self.count).allSatisfy { $0 <= 1_500 })
  }

  private static func count(_ finding: Finding) -> Int {
    let inner = finding.causes + finding.branches.flatMap(\.findings)
    return inner.reduce(1) { $0 + count($1) }
  }

  @Test("a divisor of a hundred thousand digits does not cost before the budget is asked")
  func hugeDivisor() throws {
    let rules = try RuleSet.compile("{\"multipleOf\":1\(String(repeating: "7", count: 100_000))}")
    #expect(rules.check("5").verdict == .invalid)
    #expect(rules.check("5e100000").budget == .numberSteps)
  }
}
