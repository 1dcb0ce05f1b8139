import Testing

@testable import Rules

@Suite struct DigestTests {
  private static let base = #"{"type":"object","required":["a"],"properties":{"a":{"enum":["x","y"],"x-message":"m"}}}"#

  private func digest(_ text: String, _ options: CompileOptions = CompileOptions()) throws -> Digest {
    try RuleSet.compile(text, options: options).digest
  }

  @Test("equal rules have equal digests")
  func equal() throws {
    #expect(try digest(Self.base) == digest(Self.base))
    #expect(try digest(Self.base).description == digest(Self.base).description)
  }

  @Test("the name of the file is no part of the digest")
  func path() throws {
    #expect(try RuleSet.compile(Self.base, path: "a").digest == RuleSet.compile(Self.base, path: "b").digest)
  }

  @Test("a digest is 32 hexadecimal digits")
  func text() throws {
    let text = try digest("true").description
    #expect(text.utf8.count == 32)
    #expect(text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 6 })
  }

  static let pairs: [(String, String)] = [
    (#"{"maxLength":1}"#, #"{"maxLength":2}"#), (#"{"maxLength":1}"#, #"{"minLength":1}"#),
    (#"{"enum":["a"]}"#, #"{"enum":["b"]}"#), (#"{"enum":[1]}"#, #"{"enum":["1"]}"#),
    (#"{"const":1}"#, #"{"const":2}"#),
    (#"{"minimum":1}"#, #"{"minimum":2}"#), (#"{"minimum":1}"#, #"{"exclusiveMinimum":1}"#),
    (#"{"pattern":"a"}"#, #"{"pattern":"b"}"#), (#"{"format":"date"}"#, #"{"format":"time"}"#),
    (#"{"type":"integer"}"#, #"{"type":"number"}"#), (#"{"required":["a"]}"#, #"{"required":["b"]}"#),
    (#"{"required":["a"]}"#, #"{"properties":{"a":true}}"#),
    (#"{"dependentRequired":{"a":["b"]}}"#, #"{"dependentRequired":{"a":["c"]}}"#),
    (#"{"contains":{"type":"null"},"minContains":2}"#, #"{"contains":{"type":"null"},"minContains":3}"#),
    (#"{"contains":{"type":"null"},"maxContains":2}"#, #"{"contains":{"type":"null"},"maxContains":3}"#),
    (#"{"x-normalize":"trim"}"#, #"{"x-normalize":"lowercase"}"#),
    (#"{"type":"null","x-message":"a"}"#, #"{"type":"null","x-message":"b"}"#),
    (#"{"minLength":1}"#, #"{"minLength":1,"x-severity":"warning"}"#),
    (#"{"properties":{"a":{"default":1}}}"#, #"{"properties":{"a":{"default":2}}}"#),
    (#"{"patternProperties":{"a":false}}"#, #"{"patternProperties":{"b":false}}"#),
    (#"{"if":{"type":"null"},"then":false}"#, #"{"if":{"type":"null"},"else":false}"#),
    (#"{"anyOf":[{"type":"null"}]}"#, #"{"oneOf":[{"type":"null"}]}"#),
    (#"{"enum":[1,2,3,4,5,6,7,8,9,10]}"#, #"{"enum":[1,2,3,4,5,6,7,8,9,11]}"#),
    (
      #"{"const":"0123456789012345678901234567890123456789a"}"#,
      #"{"const":"0123456789012345678901234567890123456789b"}"#
    ),
    (#"{"prefixItems":[{"type":"null"}]}"#, #"{"items":{"type":"null"}}"#), ("true", "false"),
  ]

  @Test("any change of meaning changes the digest", arguments: pairs)
  func different(_ left: String, _ right: String) throws {
    #expect(try digest(left) != digest(right))
  }

  @Test(
    "a changed option changes the digest",
    arguments: [
      CompileOptions(formats: .annotate), CompileOptions(duplicates: .useLast),
      CompileOptions(limits: Limits(bytes: 9)),
      CompileOptions(limits: Limits(depth: 9)), CompileOptions(limits: Limits(findings: 9)),
      CompileOptions(limits: Limits(patternSteps: 9)), CompileOptions(limits: Limits(numberSteps: 9)),
      CompileOptions(entry: "#/properties/a"),
    ])
  func options(_ options: CompileOptions) throws {
    #expect(try digest(Self.base) != digest(Self.base, options))
  }

  @Test(
    "a severity of one keyword is part of the digest",
    arguments: [
      (#"{"required":["a"]"#, "required"), (#"{"properties":{"a":{"type":"null"}}"#, "properties"),
      (#"{"patternProperties":{"a":{"type":"null"}}"#, "patternProperties"),
      (#"{"propertyNames":{"minLength":3}"#, "propertyNames"),
      (#"{"additionalProperties":false"#, "additionalProperties"),
      (#"{"if":true,"then":{"type":"null"}"#, "then"), (#"{"if":false,"else":{"type":"null"}"#, "else"),
    ])
  func severity(_ rules: String, _ keyword: String) throws {
    let strict = try RuleSet.compile("\(rules)}")
    let mild = try RuleSet.compile("\(rules),\"x-severity\":{\"\(keyword)\":\"warning\"}}")
    #expect(strict.digest != mild.digest)
  }
}
