import Testing

@testable import Rules

/// Which branch of `anyOf` and `oneOf` was meant, and what is said where none was.
@Suite struct BranchTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rules: String
    let document: String
    let message: String
    /// The findings of the meant branch.
    var causes: [String] = []

    var testDescription: String { "\(document) under \(rules)" }

    init(_ rules: String, _ document: String, _ message: String, _ causes: [String] = []) {
      self.rules = rules
      self.document = document
      self.message = message
      self.causes = causes
    }
  }

  private static let shapes = """
    {"oneOf":[
      {"title":"Circle","properties":{"kind":{"const":"circle"},"r":{"type":"number"}},"required":["kind","r"]},
      {"title":"Square","properties":{"kind":{"const":"square"},"a":{"type":"number"}},"required":["kind","a"]}]}
    """

  static let cases = [
    Case(
      shapes, #"{"kind":"square","a":"2"}"#,
      "this matches none of the alternatives; the closest is 1 (Square)", ["error type /a"]),
    Case(shapes, #"{"r":1}"#, #"missing: "kind", which tells the alternatives apart"#),
    Case(shapes, #"{"kind":"sqare","a":1}"#, #""sqare" is no known "kind""#),
    Case(
      #"{"anyOf":[{"type":"string"},{"type":"integer"},{"type":"null"}]}"#, "[]",
      "expected a string, an integer or null, but this is an array"),
    Case(#"{"anyOf":[{"const":"small"},{"const":"large"}]}"#, #""lagre""#, #""lagre" is not allowed"#),
    Case(
      #"{"anyOf":[{"required":["id"]},{"required":["name","email"]}]}"#, "{}",
      #"missing: "id" or "name" and "email""#),
    Case(
      #"{"anyOf":[{"type":"string","pattern":"^a"},{"type":"integer"}]}"#, #""b""#,
      "this matches none of the alternatives; the closest is 0", ["error pattern "]),
    Case(
      #"{"anyOf":[{"type":"object","required":["a","b"]},{"type":"object","properties":{"c":{"type":"object","required":["d"]}}}]}"#,
      #"{"c":{}}"#, "this matches none of the alternatives; the closest is 1", ["error required /c"]),
    Case(
      #"{"oneOf":[{"title":"A","type":"number"},{"minimum":0},{"maximum":-1}]}"#, "5",
      "this matches the alternatives 0 (A) and 1 (from 0), but exactly one is allowed"),
    Case(
      ##"{"oneOf":[{"$ref":"#/$defs/low"},{"$ref":"#/$defs/high"}],"$defs":{"low":{"maximum":9},"high":{"minimum":5}}}"##,
      "7", "this matches the alternatives 0 (low) and 1 (high) (from 0), but exactly one is allowed"),
    Case(
      #"{"anyOf":[{"minLength":2},{"pattern":"^x"}]}"#, #""y""#, "this matches none of the alternatives"),
  ]

  @Test("each way to miss all branches", arguments: cases)
  func choice(_ test: Case) throws {
    let result = try check(test.rules, test.document)
    let finding = try #require(result.findings.first)
    #expect(result.findings.count == 1)
    #expect(finding.message() == test.message)
    #expect(finding.causes.map { "\($0.severity) \($0.code) \($0.instanceLocation)" } == test.causes)
    #expect(finding.branches.isEmpty)
  }

  @Test("an unknown discriminator is pointed at, with what is allowed and what was probably meant")
  func discriminator() throws {
    let finding = try #require(try check(Self.shapes, #"{"kind":"sqare"}"#).findings.first)
    #expect(finding.instanceLocation == "/kind")
    #expect(finding.expected == ["\"circle\"", "\"square\""])
    #expect(finding.suggestion == "\"square\"")
  }

  @Test("every branch is told when that is asked for")
  func allBranches() throws {
    let result = try check(Self.shapes, #"{"kind":"square","a":"2"}"#, CompileOptions(allBranches: true))
    let branches = try #require(result.findings.first?.branches)
    #expect(branches.map(\.name) == ["Circle", "Square"])
    #expect(branches.map { $0.findings.map(\.code.rawValue) } == [["const", "required"], ["type"]])
  }
}
