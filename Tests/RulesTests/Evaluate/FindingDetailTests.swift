import Testing

@testable import Rules

@Suite struct FindingDetailTests {
  private static let options = CompileOptions(limits: Limits(patternSteps: 1_000, numberSteps: 10))
  private static let evil = "\"\(String(repeating: "a", count: 40))b\""

  @Test("more than twenty warnings of one branch are kept, or the cut is said")
  func branchCap() throws {
    let result = try check(
      #"{"anyOf":[{"items":{"deprecated":true}}]}"#, "[\(Array(repeating: "1", count: 25).joined(separator: ","))]")
    #expect(result.findings.count == 25 || result.isTruncated)
  }

  @Test("a repeated item that was normalized shows both values")
  func repeatedOriginal() throws {
    let finding = try #require(
      check(#"{"items":{"x-normalize":"trim"},"uniqueItems":true}"#, #"["a"," a"]"#).findings.first)
    #expect(finding.arguments["original"]?.text == #"" a""#)
  }

  @Test("a refusal of useLast names the repeated name")
  func ambiguous() throws {
    let rules = try RuleSet.compile("true", options: CompileOptions(duplicates: .useLast))
    let finding = try #require(rules.normalize(#"{"x":{"abc":1,"abc":2}}"#).check.findings.first)
    #expect(finding.arguments["name"]?.text == "abc")
    #expect(finding.instanceLocation == "/x/abc")
  }

  @Test("absolute keyword locations are URIs: the pointer is percent-encoded in the fragment")
  func percentEncoding() throws {
    let finding = try #require(check(#"{"properties":{"a b%\"":{"type":"null"}}}"#, #"{"a b%\"":1}"#).findings.first)
    #expect(finding.absoluteKeywordLocation == "rules.json#/properties/a%20b%25%22/type")
  }

  @Test("all duplicate keys of a rule file are told at once")
  func duplicateRuleKeys() {
    let found = problems(of: #"{"type":"string","type":"string","title":"","title":""}"#)
    #expect(found.map(\.code.rawValue) == ["duplicate-key", "duplicate-key"])
  }

  @Test(
    "annotations have a type too",
    arguments: [
      #"{"examples":3}"#, #"{"readOnly":"yes"}"#, #"{"writeOnly":1}"#,
    ])
  func annotations(_ text: String) {
    #expect(problems(of: text).map(\.code.rawValue) == ["wrong-value"])
  }
}
