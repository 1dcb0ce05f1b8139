import Testing

@testable import Rules

@Suite struct NormalizeTests {
  @Test(
    "every keyword sees the normalized value",
    arguments: [
      VerdictCase(#"{"x-normalize":"trim","enum":["a"]}"#, #"" a ""#, .valid),
      VerdictCase(#"{"x-normalize":"trim","enum":[" a "]}"#, #"" a ""#, .invalid),
      VerdictCase(#"{"x-normalize":"trim","const":"a"}"#, #"" a ""#, .valid),
      VerdictCase(#"{"x-normalize":"trim","maxLength":1}"#, #"" a ""#, .valid),
      VerdictCase(#"{"x-normalize":"trim","minLength":2}"#, #"" a ""#, .invalid),
      VerdictCase(#"{"x-normalize":"uppercase","pattern":"^[A-Z]+$"}"#, #""abc""#, .valid),
      VerdictCase(#"{"x-normalize":"date-time","format":"date-time"}"#, #""2022-01-01""#, .valid),
      VerdictCase(#"{"items":{"x-normalize":"trim"},"uniqueItems":true}"#, #"["a"," a"]"#, .invalid),
      VerdictCase(#"{"items":{"x-normalize":"trim"},"enum":[["a"]]}"#, #"[" a "]"#, .valid),
      VerdictCase(#"{"items":{"x-normalize":"trim"},"const":["a"]}"#, #"["a"]"#, .valid),
      VerdictCase(#"{"items":{"x-normalize":"trim"},"contains":{"const":"a"}}"#, #"[" a "]"#, .valid),
      VerdictCase(#"{"properties":{"k":{"x-normalize":"lowercase"}},"const":{"k":"x"}}"#, #"{"k":"X"}"#, .valid),
      VerdictCase(
        #"{"properties":{"k":{"x-normalize":"lowercase"}},"oneOf":[{"properties":{"k":{"const":"x"}}},{"properties":{"k":{"const":"X"}}}]}"#,
        #"{"k":"X"}"#, .valid),
      VerdictCase(
        #"{"properties":{"k":{"x-normalize":"lowercase"}},"not":{"properties":{"k":{"const":"X"}}}}"#, #"{"k":"X"}"#,
        .valid),
      VerdictCase(
        #"{"properties":{"k":{"x-normalize":"lowercase"}},"if":{"properties":{"k":{"const":"x"}}},"then":false}"#,
        #"{"k":"X"}"#, .invalid),
      VerdictCase(#"{"anyOf":[{"const":"a"}],"x-normalize":"trim"}"#, #"" a""#, .valid),
      VerdictCase(#"{"x-normalize":["trim","lowercase","collapse-space"],"const":"a b"}"#, #""  A  B ""#, .valid),
      VerdictCase(#"{"x-normalize":"trim","type":"number"}"#, "1", .valid),
      VerdictCase(#"{"x-normalize":"date-time","maxLength":4}"#, #""soon""#, .valid),
    ])
  func seesNormalized(_ test: VerdictCase) throws {
    #expect(try check(test.rules, test.document).verdict == test.verdict)
  }

  @Test(
    "only the changed values change, byte for byte",
    arguments: [
      (
        #"{"properties":{"a":{"x-normalize":"trim"}}}"#, "{ \"a\" :\t\" x \" , \"b\":\" y \" }\n",
        "{ \"a\" :\t\"x\" , \"b\":\" y \" }\n"
      ),
      (#"{"items":{"x-normalize":"lowercase"}}"#, #"["A",1.0,"b",null,"Ünï"]"#, #"["a",1.0,"b",null,"ünï"]"#),
      (#"{"x-normalize":"trim"}"#, #""\u0041\u0020""#, #""A""#),
      (#"{"x-normalize":"trim"}"#, #""\u0041""#, #""\u0041""#),
      (#"{"x-normalize":"trim"}"#, #"" \" \\ \u0001 ""#, #""\" \\ \u0001""#),
      (#"{"x-normalize":"uppercase"}"#, #""straße""#, #""STRASSE""#),
      (#"{"x-normalize":"date-time"}"#, #""2022-01-01""#, #""2022-01-01T00:00:00Z""#),
      (#"{"x-normalize":"date-time-utc"}"#, #""2022-01-01t01:00:00+02:00""#, #""2021-12-31T23:00:00Z""#),
      (
        #"{"patternProperties":{"^x":{"x-normalize":"trim"}},"additionalProperties":{"x-normalize":"uppercase"}}"#,
        #"{"x":" a ","y":" a "}"#, #"{"x":"a","y":" A "}"#
      ),
      (#"{"x-normalize":["lowercase","uppercase"]}"#, #""A""#, #""A""#),
    ])
  func output(_ rules: String, _ document: String, _ expected: String) throws {
    let compiled = try RuleSet.compile(rules)
    #expect(compiled.normalized(document) == expected)
    try expectLaws(compiled, document, defaults: false)
  }

  @Test("a finding shows both values and points at the original bytes")
  func bothValues() throws {
    let finding = try #require(
      check(#"{"items":{"x-normalize":"trim","enum":["a"]}}"#, #"[1," \u0062 "]"#).findings.last)
    #expect(finding.arguments["value"]?.text == #""b""#)
    #expect(finding.arguments["original"]?.text == #"" b ""#)
    #expect(finding.span == ByteSpan(offset: 3, length: 10))
    #expect(finding.instanceLocation == "/1")
    #expect(finding.message() == #""b" is not allowed (normalized from " b ")"#)
  }

  @Test("a value that was not changed has no original")
  func noOriginal() throws {
    let finding = try #require(check(#"{"x-normalize":"trim","enum":["a"]}"#, #""b""#).findings.first)
    #expect(finding.arguments["original"] == nil)
  }

  @Test("the patch replaces each changed value, in document order")
  func patch() throws {
    let rules = try RuleSet.compile(#"{"additionalProperties":{"x-normalize":"trim"}}"#)
    let patch = rules.normalize(#"{"a/b":" x","~":"y","":"z "}"#).patch
    #expect(patch.map { "\($0.op) \($0.path) \($0.value)" } == [#"replace /a~1b "x""#, #"replace / "z""#])
  }

  @Test("lists that meet only at run time are a conflict of the document")
  func conflict() throws {
    let rules = #"{"patternProperties":{"^a":{"x-normalize":"trim"},"b$":{"x-normalize":"lowercase"}}}"#
    #expect(try check(rules, #"{"a":" X ","b":" X "}"#).verdict == .valid)
    let result = try check(rules, #"{"ab":"x"}"#)
    #expect(result.verdict == .invalid)
    #expect(result.summary == ["error normalize-conflict /ab"])
    #expect(try check(rules, #"{"ab":1}"#).verdict == .valid)
  }

  @Test("a date that leaves the four-digit years is a finding")
  func range() throws {
    let result = try check(#"{"x-normalize":"date-time-utc"}"#, #""9999-12-31T23:59:59-01:00""#)
    #expect(result.summary == ["error normalize-range "])
  }

  @Test("what is not valid gives no output and no patch")
  func transactional() throws {
    let rules = try RuleSet.compile(#"{"items":{"x-normalize":"trim","maxLength":1}}"#)
    let result = rules.normalize(#"[" a ","ab"]"#)
    #expect(result.check.verdict == .invalid)
    #expect(result.output == nil)
    #expect(result.patch.isEmpty)
  }

  @Test("a warning does not keep a document from being normalized")
  func warnings() throws {
    let rules = try RuleSet.compile(#"{"x-normalize":"trim","maxLength":1,"x-severity":"warning"}"#)
    #expect(rules.normalized(#"" ab""#) == #""ab""#)
  }

  @Test("normalizing reaches every level of a recursive schema")
  func recursion() throws {
    let rules = try RuleSet.compile(##"{"x-normalize":"trim","items":{"$ref":"#"}}"##)
    #expect(rules.normalized(#"[" a",[" b",[" c"]]]"#) == #"["a",["b",["c"]]]"#)
  }

  @Test("names are matched after a normalizer moved the text", arguments: [64, 4_050, 400_000])
  func movedText(_ padding: Int) throws {
    let rules = try RuleSet.compile(
      #"""
      {"properties":{"a":{"x-normalize":"trim"}},
       "patternProperties":{"^[a]$":{"x-normalize":"lowercase"},"^[a]":{"x-normalize":"lowercase"}}}
      """#)
    let pad = String(repeating: "p", count: padding)
    let result = rules.check("{\"a\":\" v \",\"pad\":\"\(pad)\"}")
    #expect(result.findings.map(\.code) == [.normalizeConflict, .normalizeConflict])
  }
}
