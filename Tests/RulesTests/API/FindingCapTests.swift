import Testing

@testable import Rules

@Suite struct FindingCapTests {
  private func check(_ items: Int, cap: Int, _ rules: String = #"{"items":{"type":"string"}}"#) throws -> CheckResult {
    let compiled = try RuleSet.compile(rules, options: CompileOptions(limits: Limits(findings: cap)))
    return compiled.check("[\(Array(repeating: "1", count: items).joined(separator: ","))]")
  }

  @Test("up to the cap every finding is kept", arguments: [1, 2, 100])
  func whole(_ cap: Int) throws {
    let result = try check(cap, cap: cap)
    #expect(result.findings.count == cap)
    #expect(!result.isTruncated)
  }

  @Test("above the cap the list is cut, which is said", arguments: [1, 2, 100])
  func cut(_ cap: Int) throws {
    let result = try check(cap + 1, cap: cap)
    #expect(result.findings.count == cap)
    #expect(result.isTruncated)
    #expect(result.verdict == .invalid)
  }

  @Test("the findings that are kept are the first of the document")
  func first() throws {
    #expect(try check(9, cap: 3).findings.map(\.instanceLocation) == ["/0", "/1", "/2"])
  }

  @Test("warnings that fill the list do not hide that the document is invalid")
  func warningsFirst() throws {
    let rules = #"{"items":{"type":"string","x-severity":"warning"},"maxItems":3}"#
    let result = try check(9, cap: 2, rules)
    #expect(result.verdict == .invalid)
    #expect(result.isTruncated)
    #expect(result.findings.count == 2)
  }

  @Test("warnings alone stay valid when they are cut")
  func warningsOnly() throws {
    let result = try check(9, cap: 2, #"{"items":{"type":"string","x-severity":"warning"}}"#)
    #expect(result.verdict == .valid)
    #expect(result.isTruncated)
  }

  @Test("a cap below one keeps one", arguments: [0, -1, Int.min])
  func none(_ cap: Int) throws {
    #expect(try check(3, cap: cap).findings.count == 1)
  }
}
