import Testing

@testable import Rules

/// `x-sensitive`: the value is in nothing that is printed.
@Suite struct SensitiveTests {
  private static let secret = "hunter2"

  @Test(
    "every keyword that can fail, and every place where a schema can apply",
    arguments: [
      #"{"x-sensitive":true,"type":"number"}"#, #"{"writeOnly":true,"maxLength":1}"#,
      #"{"format":"password","pattern":"^x"}"#, #"{"x-sensitive":true,"enum":["swordfish"]}"#,
      #"{"x-sensitive":true,"const":"swordfish"}"#, #"{"x-sensitive":true,"not":{"type":"string"}}"#,
      #"{"anyOf":[{"x-sensitive":true,"minLength":99},{"type":"null"}],"maxLength":1}"#,
      #"{"if":{"x-sensitive":true},"maxLength":1}"#, #"{"not":{"not":{"not":{"x-sensitive":true}}}}"#,
      #"{"allOf":[{"x-sensitive":true}],"format":"ipv4"}"#,
      #"{"maxLength":1,"x-message":"{value}","x-sensitive":true}"#,
    ])
  func keywords(_ schema: String) throws {
    for (rules, document) in [
      (schema, #""\#(Self.secret)""#), ("{\"properties\":{\"a\":\(schema)}}", #"{"a":"\#(Self.secret)"}"#),
      ("{\"patternProperties\":{\"^a\":\(schema)}}", #"{"a":"\#(Self.secret)"}"#),
      ("{\"items\":\(schema)}", #"["\#(Self.secret)"]"#),
      ("{\"unevaluatedProperties\":\(schema)}", #"{"a":"\#(Self.secret)"}"#),
      ("{\"uniqueItems\":true,\"items\":\(schema)}", #"["\#(Self.secret)","\#(Self.secret)"]"#),
    ] {
      let result = try check(rules, document)
      #expect(result.verdict == .invalid)
      let told = "\(result.findings) \(result.findings.map { $0.message() })"
      #expect(!told.contains("hunter") && !told.contains("swordfish"), "\(rules): \(told)")
      #expect(!result.sensitiveSpans.isEmpty)
    }
  }

  @Test("a value around a sensitive one is shown without it")
  func around() throws {
    let rules = #"{"maxProperties":1,"properties":{"a":{"x-sensitive":true},"b":{}},"const":{"c":1}}"#
    let findings = try check(rules, #"{"a":"\#(Self.secret)","b":1}"#).findings
    #expect(findings.map { $0.arguments["value"]?.text } == [#"{"a":"***","b":1}"#, #"{"a":"***","b":1}"#])
  }

  @Test("a patch that is printed hides the value, and the output has it")
  func patch() throws {
    let rules = try RuleSet.compile(
      #"{"properties":{"a":{"x-sensitive":true,"x-normalize":"trim"},"b":{"x-sensitive":true,"default":"swordfish"}}}"#)
    let result = rules.normalize(#"{"a":" \#(Self.secret) "}"#, defaults: true)
    #expect(result.patch.map(\.printableValue) == [#""***""#, #""***""#])
    #expect(result.output.map { String(decoding: $0, as: UTF8.self) } == #"{"a":"hunter2","b":"swordfish"}"#)
  }

  @Test("what cannot be read is hidden as a whole", arguments: [#"{"a":"hunter2",}"#, #"{"a":"hunter2","a":1}"#])
  func unreadable(_ document: String) throws {
    let result = try check(#"{"properties":{"a":{"x-sensitive":true}}}"#, document)
    #expect(result.sensitiveSpans == [ByteSpan(offset: 0, length: document.utf8.count)])
  }

  @Test("rules without sensitive values hide nothing")
  func none() throws {
    #expect(try check(#"{"type":"null"}"#, "1").sensitiveSpans.isEmpty)
  }
}
