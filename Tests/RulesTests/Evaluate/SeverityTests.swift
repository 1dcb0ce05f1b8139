import Testing

@testable import Rules

/// DESIGN 5a, "Severity".
@Suite struct SeverityTests {
  private static let mild = #""x-severity":"warning""#

  @Test(
    "a failure counts as the mildest severity on its way down",
    arguments: [
      (#"{"minLength":1,"x-severity":"warning"}"#, #""""#, Severity.warning),
      (#"{"minLength":1,"x-severity":"info"}"#, #""""#, .info),
      (#"{"minLength":1,"x-severity":"error"}"#, #""""#, .error),
      (#"{"minLength":1,"x-severity":{"minLength":"info"}}"#, #""""#, .info),
      (#"{"items":{"type":"string"},"x-severity":"warning"}"#, "[1]", .warning),
      (#"{"items":{"type":"string","x-severity":"info"},"x-severity":"warning"}"#, "[1]", .info),
      (#"{"items":{"type":"string","x-severity":"warning"},"x-severity":"info"}"#, "[1]", .info),
      (#"{"items":{"type":"string","x-severity":"error"},"x-severity":"warning"}"#, "[1]", .warning),
      (#"{"prefixItems":[{"type":"string"}],"x-severity":{"prefixItems":"warning"}}"#, "[1]", .warning),
      (#"{"properties":{"a":{"type":"string"}},"x-severity":{"properties":"warning"}}"#, #"{"a":1}"#, .warning),
      (#"{"patternProperties":{"a":{"type":"string"}},"x-severity":{"patternProperties":"info"}}"#, #"{"a":1}"#, .info),
      (#"{"additionalProperties":{"type":"string"},"x-severity":{"additionalProperties":"info"}}"#, #"{"a":1}"#, .info),
      (#"{"additionalProperties":false,"x-severity":{"additionalProperties":"warning"}}"#, #"{"a":1}"#, .warning),
      (#"{"propertyNames":{"minLength":2},"x-severity":{"propertyNames":"warning"}}"#, #"{"a":1}"#, .warning),
      (#"{"required":["a"],"x-severity":{"required":"warning"}}"#, "{}", .warning),
      (#"{"dependentRequired":{"a":["b"]},"x-severity":{"dependentRequired":"info"}}"#, #"{"a":1}"#, .info),
      (#"{"dependentSchemas":{"a":{"required":["b"]}},"x-severity":{"dependentSchemas":"info"}}"#, #"{"a":1}"#, .info),
      (#"{"allOf":[{"type":"string"}],"x-severity":{"allOf":"warning"}}"#, "1", .warning),
      (##"{"$ref":"#/$defs/a","x-severity":{"$ref":"warning"},"$defs":{"a":{"type":"string"}}}"##, "1", .warning),
      (#"{"if":true,"then":{"type":"string"},"x-severity":{"then":"warning"}}"#, "1", .warning),
      (#"{"if":false,"else":{"type":"string"},"x-severity":{"else":"info"}}"#, "1", .info),
      (#"{"anyOf":[{"type":"string"}],"x-severity":{"anyOf":"warning"}}"#, "1", .warning),
      (#"{"oneOf":[{"type":"string"}],"x-severity":{"oneOf":"warning"}}"#, "1", .warning),
      (#"{"not":{"type":"number"},"x-severity":{"not":"warning"}}"#, "1", .warning),
      (#"{"contains":{"type":"string"},"x-severity":{"contains":"info"}}"#, "[1]", .info),
      (#"{"type":"string","x-severity":{"type":"info"}}"#, "1", .info),
      (#"{"uniqueItems":true,"x-severity":"warning"}"#, "[1,1]", .warning),
      (#"{"enum":[1],"x-severity":"warning"}"#, "2", .warning),
      (#"{"multipleOf":2,"x-severity":"warning"}"#, "1", .warning),
      (#"{"format":"date","x-severity":"warning"}"#, #""x""#, .warning),
      (#"{"maxProperties":0,"x-severity":"warning"}"#, #"{"a":1}"#, .warning),
    ])
  func mildest(_ rules: String, _ document: String, _ severity: Severity) throws {
    let result = try check(rules, document)
    #expect(result.findings.map(\.severity) == [severity])
    #expect(result.verdict == (severity == .error ? .invalid : .valid))
  }

  @Test("an entry for one keyword leaves the others alone")
  func otherKeywords() throws {
    let result = try check(#"{"minLength":2,"pattern":"b","x-severity":{"pattern":"info"}}"#, #""a""#)
    #expect(result.summary == ["error minLength ", "info pattern "])
  }

  @Test(
    "inside these, x-severity is ignored: they see the standard's result",
    arguments: [
      VerdictCase("{\"anyOf\":[{\"type\":\"string\",\(mild)}]}", "1", .invalid),
      VerdictCase("{\"oneOf\":[{\"type\":\"string\",\(mild)},{\"type\":\"number\"}]}", "1", .valid),
      VerdictCase("{\"oneOf\":[{\"type\":\"string\",\(mild)},{\"type\":\"null\"}]}", "1", .invalid),
      VerdictCase("{\"not\":{\"type\":\"string\",\(mild)}}", "1", .valid),
      VerdictCase("{\"not\":{\"type\":\"number\",\(mild)}}", "1", .invalid),
      VerdictCase("{\"contains\":{\"type\":\"string\",\(mild)}}", "[1]", .invalid),
      VerdictCase("{\"if\":{\"type\":\"string\",\(mild)},\"then\":false}", "1", .valid),
      VerdictCase("{\"if\":{\"type\":\"string\",\(mild)},\"else\":false}", "1", .invalid),
      VerdictCase("{\"anyOf\":[{\"properties\":{\"a\":{\"type\":\"string\",\(mild)}}}]}", #"{"a":1}"#, .invalid),
      VerdictCase("{\"not\":{\"allOf\":[{\"items\":{\"type\":\"string\",\(mild)}}]}}", "[1]", .valid),
      VerdictCase(
        "{\"anyOf\":[{\"if\":true,\"then\":{\"type\":\"string\",\(mild)}},{\"type\":\"null\"}]}", "1", .invalid),
    ])
  func ignored(_ test: VerdictCase) throws {
    #expect(try check(test.rules, test.document).verdict == test.verdict)
  }

  @Test("what fails below error counts as valid to its neighbours: defaults are kept")
  func annotationsKept() throws {
    let rules = try RuleSet.compile(
      #"{"allOf":[{"required":["b"],"x-severity":"warning","properties":{"a":{"default":1}}}]}"#)
    #expect(rules.normalized("{}", defaults: true) == #"{"a":1}"#)
  }

  @Test("a warning and an error side by side are invalid")
  func mixed() throws {
    let rules = #"{"properties":{"a":{"type":"string","x-severity":"warning"},"b":{"type":"string"}}}"#
    #expect(try check(rules, #"{"a":1,"b":"x"}"#).verdict == .valid)
    #expect(try check(rules, #"{"a":1,"b":1}"#).summary == ["warning type /a", "error type /b"])
  }

  @Test("info is milder than warning, and warning than error")
  func order() {
    #expect(Severity.allCases.sorted() == [.info, .warning, .error])
  }
}
