import Testing

@testable import Rules

@Suite struct DeprecatedTests {
  @Test(
    "a present value that is deprecated gives a warning, and stays valid",
    arguments: [
      (#"{"deprecated":true}"#, "1", ""), (#"{"properties":{"a":{"deprecated":true}}}"#, #"{"a":1}"#, "/a"),
      (#"{"items":{"deprecated":true}}"#, "[1]", "/0"), (#"{"allOf":[{"deprecated":true}]}"#, "1", ""),
      (##"{"$ref":"#/$defs/a","$defs":{"a":{"deprecated":true}}}"##, "1", ""),
      (#"{"if":true,"then":{"deprecated":true}}"#, "1", ""), (#"{"anyOf":[{"deprecated":true}]}"#, "1", ""),
      (#"{"oneOf":[{"deprecated":true},{"type":"null"}]}"#, "1", ""),
      (#"{"anyOf":[{"properties":{"a":{"deprecated":true}}},{"type":"null"}]}"#, #"{"a":1}"#, "/a"),
    ])
  func present(_ rules: String, _ document: String, _ location: String) throws {
    let result = try check(rules, document)
    #expect(result.verdict == .valid)
    #expect(result.summary == ["warning deprecated \(location)"])
  }

  @Test(
    "what does not annotate does not warn",
    arguments: [
      (#"{"deprecated":false}"#, "1"), (#"{"properties":{"a":{"deprecated":true}}}"#, "{}"),
      (#"{"not":{"not":{"deprecated":true}}}"#, "1"), (#"{"if":{"deprecated":true}}"#, "1"),
      (#"{"if":{"deprecated":true},"then":true}"#, "1"), (#"{"contains":{"deprecated":true}}"#, "[1]"),
      (#"{"anyOf":[{"deprecated":true,"type":"null"},true]}"#, "1"),
      (#"{"oneOf":[{"deprecated":true,"type":"null"},true]}"#, "1"),
      (#"{"anyOf":[{"properties":{"a":{"deprecated":true},"b":{"type":"null"}}},true]}"#, #"{"a":1,"b":1}"#),
      (#"{"if":false,"then":{"deprecated":true}}"#, "1"),
    ])
  func absent(_ rules: String, _ document: String) throws {
    let result = try check(rules, document)
    #expect(result.verdict == .valid)
    #expect(result.findings.isEmpty)
  }

  @Test("a milder place makes the warning milder")
  func milder() throws {
    let result = try check(#"{"items":{"deprecated":true},"x-severity":"info"}"#, "[1]")
    #expect(result.summary == ["info deprecated /0"])
  }

  @Test("every value that is deprecated is named, also in many branches")
  func each() throws {
    let rules = #"{"items":{"anyOf":[{"type":"null"},{"deprecated":true}]}}"#
    #expect(try check(rules, "[1,2]").summary == ["warning deprecated /0", "warning deprecated /1"])
  }
}
