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

  @Test(
    "names of a sensitive value are hidden on the way to what is in it, and as what was misspelt",
    arguments: [
      #"{"x-sensitive":true,"additionalProperties":{"type":"null"}}"#,
      #"{"x-sensitive":true,"required":["hunter1"]}"#, #"{"x-sensitive":true,"additionalProperties":false}"#,
      #"{"propertyNames":{"x-sensitive":true},"required":["hunter1"]}"#,
      #"{"propertyNames":{"x-sensitive":true},"additionalProperties":{"required":["b"]}}"#,
    ])
  func names(_ schema: String) throws {
    let rules = try RuleSet.compile(#"{"properties":{"a":\#(schema)}}"#, options: CompileOptions(annotations: true))
    let document = #"{"a":{"hunter2":{"b1":1}}}"#
    let findings = rules.check(document).findings
    #expect(!findings.isEmpty && !"\(findings)".contains(Self.secret))
    for format in OutputFormat.allCases {
      #expect(!rules.output(document, format: format).contains(Self.secret), "\(format)")
    }
  }

  @Test("a name that the rules have is shown: it tells which member is wrong")
  func knownNames() throws {
    let findings = try check(
      #"{"properties":{"a":{"x-sensitive":true,"properties":{"b":{"type":"null"}}}}}"#, #"{"a":{"b":1}}"#
    ).findings
    #expect(findings.map(\.instanceLocation) == ["/a/b"])
  }

  @Test("a name that stands twice is hidden where any value may be, unless the rules have it")
  func repeated() throws {
    let rules = try RuleSet.compile(#"{"properties":{"a":{"x-sensitive":true}}}"#)
    let findings = rules.check(#"{"a":{"hunter2":1,"hunter2":{}},"a":1}"#).findings
    #expect(findings.map(\.instanceLocation) == ["/a/***", "/a"])
    #expect(findings.map { $0.arguments["name"]?.text } == ["***", "a"])
  }

  @Test("what .useLast leaves out may be sensitive: the document is hidden as a whole")
  func superseded() throws {
    let options = CompileOptions(duplicates: .useLast)
    let rules = try RuleSet.compile(#"{"properties":{"a":{"x-sensitive":true},"b":false}}"#, options: options)
    let document = #"{"a":"hunter2","a":1,"b":1}"#
    #expect(rules.check(document).sensitiveSpans == [ByteSpan(offset: 0, length: document.utf8.count)])
  }

  @Test(
    "a refusal of normalize still says what is sensitive",
    arguments: [
      #""c":{"default":1}},"allOf":[{"properties":{"c":{"default":2}}}]"#, #""c":{"default":1,"type":"null"}}"#,
    ])
  func refusals(_ rest: String) throws {
    let rules = try RuleSet.compile(#"{"properties":{"a":{"x-sensitive":true},\#(rest)}"#)
    let result = rules.normalize(#"{"a":"hunter2"}"#, defaults: true)
    #expect(result.check.verdict == .invalid)
    #expect(result.check.sensitiveSpans == [ByteSpan(offset: 5, length: 9)])
  }

  @Test("a patch that is printed hides names as well, and the patch has them")
  func patchNames() throws {
    let rules = try RuleSet.compile(
      #"{"x-sensitive":true,"additionalProperties":{"x-normalize":"trim","properties":{"c":{"default":1}}}}"#)
    let patch = rules.normalize(#"{"hunter2":" x ","hunter3":{}}"#, defaults: true).patch
    #expect(patch.map(\.path) == ["/hunter2", "/hunter3/c"])
    #expect(patch.map(\.printablePath) == ["/***", "/***/c"])
  }

  @Test("annotations that give a sensitive value are hidden, others are not")
  func annotations() throws {
    let rules = try RuleSet.compile(
      #"{"x-sensitive":true,"title":"key","default":"hunter2","examples":["hunter3"]}"#,
      options: CompileOptions(annotations: true))
    for format in [OutputFormat.basic, .list] {
      let text = rules.output("1", format: format)
      #expect(!text.contains("hunter") && text.contains("key"), "\(text)")
    }
  }

  @Test("rules without sensitive values hide nothing")
  func none() throws {
    #expect(try check(#"{"type":"null"}"#, "1").sensitiveSpans.isEmpty)
  }
}
