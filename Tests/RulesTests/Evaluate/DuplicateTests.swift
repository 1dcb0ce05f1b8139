import Testing

@testable import Rules

@Suite struct DuplicateTests {
  private static let useLast = CompileOptions(duplicates: .useLast)

  @Test(
    "a name that stands twice makes a document invalid, wherever it is",
    arguments: [
      (#"{"a":1,"a":1}"#, ["/a"]), (#"{"x":[{"a":1,"a":1}]}"#, ["/x/0/a"]), (#"{"a":1,"\u0061":1}"#, ["/a"]),
      (#"{"":1,"":1}"#, ["/"]), (#"{"a":1,"a":1,"a":1}"#, ["/a", "/a"]),
      (#"{"b":{"a":1,"a":1},"b":1}"#, ["/b/a", "/b"]),
    ])
  func refused(_ document: String, _ locations: [String]) throws {
    let result = try check("true", document)
    #expect(result.verdict == .invalid)
    #expect(result.findings.map(\.code) == locations.map { _ in .duplicateKey })
    #expect(result.findings.map(\.instanceLocation) == locations)
  }

  @Test("the finding points at the repeated name")
  func span() throws {
    let finding = try #require(check("true", #"{"a":1, "\u0061" :2}"#).findings.first)
    #expect(finding.span == ByteSpan(offset: 8, length: 8))
    #expect(finding.arguments["name"]?.text == "a")
  }

  @Test("rules are not asked about a document with duplicates")
  func only() throws {
    #expect(try check("false", #"{"a":1,"a":1}"#).findings.map(\.code) == [.duplicateKey])
  }

  @Test(
    "with useLast the last member counts",
    arguments: [
      VerdictCase(#"{"properties":{"a":{"const":2}}}"#, #"{"a":1,"a":2}"#, .valid),
      VerdictCase(#"{"properties":{"a":{"const":1}}}"#, #"{"a":1,"a":2}"#, .invalid),
      VerdictCase(#"{"maxProperties":2}"#, #"{"a":1,"b":0,"a":2}"#, .valid),
      VerdictCase(#"{"minProperties":3}"#, #"{"a":1,"b":0,"a":2}"#, .invalid),
      VerdictCase(#"{"required":["a","b"]}"#, #"{"a":1,"a":2}"#, .invalid),
      VerdictCase(#"{"const":{"a":2,"b":[1]}}"#, #"{"a":{"x":[1,{"y":2}]},"b":[1],"a":2}"#, .valid),
      VerdictCase(#"{"uniqueItems":true}"#, #"[{"a":1,"a":2},{"a":2}]"#, .invalid),
    ])
  func lastCounts(_ test: VerdictCase) throws {
    #expect(try check(test.rules, test.document, Self.useLast).verdict == test.verdict)
  }

  @Test("with useLast findings point at the member that counts")
  func lastSpan() throws {
    let rules = #"{"properties":{"a":{"type":"string"}}}"#
    let result = try check(rules, #"{"a":[[1],{"x":2}],"b":3,"a":4}"#, Self.useLast)
    #expect(result.findings.map(\.span) == [ByteSpan(offset: 29, length: 1)])
  }

  @Test("with useLast a document with duplicates can be checked, not normalized")
  func notNormalized() throws {
    let rules = try RuleSet.compile(#"{"properties":{"a":{"x-normalize":"trim"}}}"#, options: Self.useLast)
    #expect(rules.isValid(#"{"a":" x","a":" y"}"#))
    let result = rules.normalize(#"{"a":" x","a":" y"}"#)
    #expect(result.output == nil)
    #expect(result.patch.isEmpty)
    #expect(result.check.findings.map(\.code) == [.duplicateKey])
    #expect(rules.normalized(#"{"a":" x"}"#) == #"{"a":"x"}"#)
  }

  @Test("the cap on findings keeps the verdict and says that it cut")
  func cap() throws {
    let options = CompileOptions(limits: Limits(findings: 2))
    let result = try check("true", "{\(Array(repeating: "\"a\":1", count: 50).joined(separator: ","))}", options)
    #expect(result.findings.count == 2)
    #expect(result.isTruncated)
  }
}
