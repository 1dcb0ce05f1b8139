import Testing

@testable import Rules

@Suite struct DefaultTests {
  @Test(
    "the defaults of valid subschemas are filled in",
    arguments: [
      (#"{"properties":{"a":{"default":1}}}"#, "{}", #"{"a":1}"#),
      (#"{"properties":{"a":{"default":1}}}"#, "{ }\n", "{\"a\":1 }\n"),
      (#"{"properties":{"a":{"default":1},"b":{"default":[{}]}}}"#, #"{"c":0}"#, #"{"c":0,"a":1,"b":[{}]}"#),
      (#"{"properties":{"a":{"default":1}}}"#, #"{"a":null}"#, #"{"a":null}"#),
      (#"{"properties":{"a":{"properties":{"b":{"default":1}}}}}"#, #"{"a":{}}"#, #"{"a":{"b":1}}"#),
      (#"{"properties":{"a":{"properties":{"b":{"default":1}}}}}"#, "{}", "{}"),
      (#"{"properties":{"a":{"default":{},"properties":{"b":{"default":1}}}}}"#, "{}", #"{"a":{"b":1}}"#),
      (#"{"items":{"properties":{"a":{"default":1}}}}"#, "[{},{},1]", #"[{"a":1},{"a":1},1]"#),
      (##"{"properties":{"a":{"$ref":"#/$defs/d"}},"$defs":{"d":{"default":1}}}"##, "{}", #"{"a":1}"#),
      (#"{"properties":{"a":{"allOf":[{"default":1}]}}}"#, "{}", #"{"a":1}"#),
      (#"{"allOf":[{"properties":{"a":{"default":1}}},{"properties":{"b":{"default":2}}}]}"#, "{}", #"{"a":1,"b":2}"#),
      (
        #"{"anyOf":[{"required":["x"],"properties":{"a":{"default":1}}},{"properties":{"b":{"default":2}}}]}"#, "{}",
        #"{"b":2}"#
      ),
      (
        #"{"oneOf":[{"required":["x"],"properties":{"a":{"default":1}}},{"properties":{"b":{"default":2}}}]}"#, "{}",
        #"{"b":2}"#
      ),
      (
        #"{"if":{"required":["x"]},"then":{"properties":{"a":{"default":1}}},"else":{"properties":{"b":{"default":2}}}}"#,
        "{}", #"{"b":2}"#
      ),
      (#"{"dependentSchemas":{"x":{"properties":{"a":{"default":1}}}}}"#, #"{"x":0}"#, #"{"x":0,"a":1}"#),
      (
        #"{"dependentSchemas":{"a":{"properties":{"b":{"default":2}}}},"properties":{"a":{"default":1}}}"#, "{}",
        #"{"a":1,"b":2}"#
      ),
      (#"{"properties":{"a":{"default":1}},"allOf":[{"properties":{"a":{"default":1.0}}}]}"#, "{}", #"{"a":1}"#),
      (#"{"properties":{"a":{"default":" x ","x-normalize":"trim"}}}"#, "{}", #"{"a":"x"}"#),
      (#"{"properties":{"a/b~\"é":{"default":"\u0001\"é"}}}"#, "{}", #"{"a/b~\"é":"\u0001\"é"}"#),
      (
        #"{"properties":{"e\u0301":{"default":1},"\u00e9":{"default":2}}}"#, "{\"\u{E9}\":0}",
        "{\"\u{E9}\":0,\"e\u{301}\":1}"
      ),
    ])
  func filled(_ rules: String, _ document: String, _ expected: String) throws {
    let compiled = try RuleSet.compile(rules)
    #expect(compiled.normalized(document, defaults: true).map { Array($0.utf8) } == Array(expected.utf8))
    #expect(compiled.normalized(document) == document, "defaults are filled in only when asked for")
    try expectLaws(compiled, document, defaults: true)
  }

  @Test(
    "not under not, if and contains",
    arguments: [
      (#"{"not":{"required":["x"],"properties":{"a":{"default":1}}}}"#, "{}"),
      (#"{"not":{"not":{"properties":{"a":{"default":1}}}}}"#, "{}"),
      (#"{"if":{"properties":{"a":{"default":1}}},"then":true}"#, "{}"),
      (#"{"if":{"properties":{"a":{"default":1}}},"then":{"minProperties":0},"else":false}"#, "{}"),
      (#"{"contains":{"properties":{"a":{"default":1}}}}"#, "[{}]"),
      (#"{"properties":{"a":{"anyOf":[{"default":1}]}}}"#, "{}"),
    ])
  func notFilled(_ rules: String, _ document: String) throws {
    #expect(try RuleSet.compile(rules).normalized(document, defaults: true) == document)
  }

  @Test("a default never satisfies required: the document is judged first")
  func required() throws {
    let rules = try RuleSet.compile(#"{"required":["a"],"properties":{"a":{"default":1}}}"#)
    let result = rules.normalize("{}", defaults: true)
    #expect(result.check.summary == ["error required "])
    #expect(result.output == nil)
  }

  @Test("check never fills anything in")
  func checkIsPure() throws {
    #expect(try check(#"{"properties":{"a":{"default":1,"type":"string"}}}"#, "{}").verdict == .valid)
  }

  @Test(
    "two unequal defaults for one property are a conflict",
    arguments: [
      #"{"properties":{"a":{"default":1}},"allOf":[{"properties":{"a":{"default":2}}}]}"#,
      #"{"properties":{"a":{"default":1,"allOf":[{"default":"1"}]}}}"#,
      #"{"anyOf":[{"properties":{"a":{"default":1}}},{"properties":{"a":{"default":2}}}]}"#,
      #"{"properties":{"a":{"default":9007199254740992}},"allOf":[{"properties":{"a":{"default":9007199254740993}}}]}"#,
    ])
  func conflict(_ rules: String) throws {
    let result = try RuleSet.compile(rules).normalize("{}", defaults: true)
    #expect(result.check.verdict == .invalid)
    #expect(result.check.findings.map(\.code) == [.defaultConflict])
    #expect(result.output == nil)
    #expect(result.patch.isEmpty)
    #expect(try RuleSet.compile(rules).normalized(#"{"a":0}"#, defaults: true) == #"{"a":0}"#)
  }

  @Test(
    "a filled document that is not valid is refused",
    arguments: [
      #"{"properties":{"a":{"default":1,"type":"string"}}}"#, #"{"properties":{"a":{"default":1}},"maxProperties":0}"#,
      #"{"properties":{"a":{"default":1}},"dependentRequired":{"a":["b"]}}"#,
      #"{"properties":{"a":{"default":1}},"not":{"required":["a"]}}"#,
    ])
  func invalid(_ rules: String) throws {
    let result = try RuleSet.compile(rules).normalize("{}", defaults: true)
    #expect(result.check.verdict == .invalid)
    #expect(result.check.findings.map(\.code) == [.defaultInvalid])
    #expect(result.output == nil)
    #expect(result.patch.isEmpty)
  }

  /// `{"p0": {"p1": ...}}`, each level a default of the one before.
  private func chain(_ levels: Int) -> String {
    (0..<levels).reversed().reduce("{}") { inner, level in
      let rest = inner == "{}" ? "" : ",\(inner.dropFirst().dropLast())"
      return "{\"properties\":{\"p\(level)\":{\"default\":{}\(rest)}}}"
    }
  }

  @Test("eight rounds of filling in are enough, nine are refused")
  func rounds() throws {
    let eight = try RuleSet.compile(chain(8))
    #expect(eight.normalize("{}", defaults: true).patch.count == 8)
    try expectLaws(eight, "{}", defaults: true)
    let nine = try RuleSet.compile(chain(9)).normalize("{}", defaults: true)
    #expect(nine.check.findings.map(\.code) == [.defaultInvalid])
    #expect(nine.output == nil)
  }

  @Test("a default that leads back to itself ends in a finding")
  func endless() throws {
    let result = try RuleSet.compile(##"{"properties":{"a":{"$ref":"#","default":{}}}}"##).normalize(
      "{}", defaults: true)
    #expect(result.check.findings.map(\.code) == [.defaultInvalid])
  }

  @Test("the patch adds parents first")
  func parentsFirst() throws {
    let patch = try RuleSet.compile(chain(3)).normalize("{}", defaults: true).patch
    #expect(patch.map { "\($0.op) \($0.path) \($0.value)" } == ["add /p0 {}", "add /p0/p1 {}", "add /p0/p1/p2 {}"])
  }

  @Test(
    "a refused default says which one and why",
    arguments: [
      (#"{"properties":{"a":{"default":1,"type":"string"}}}"#, "expected a string"),
      (##"{"properties":{"a":{"$ref":"#","default":{}}}}"##, "rounds"),
    ])
  func defaultReason(_ rules: String, _ words: String) throws {
    let finding = try #require(RuleSet.compile(rules).normalize("{}", defaults: true).check.findings.last)
    #expect(finding.message().contains(words))
  }
}
