import Testing

@testable import Rules

@Suite struct MessageTests {
  private func messages(_ rules: String, _ document: String) throws -> [String] {
    try check(rules, document).findings.map { $0.message() }
  }

  @Test(
    "x-message stands in place of the generated sentence",
    arguments: [
      (#"{"minLength":3,"x-message":"too short"}"#, #""a""#, "too short"),
      (#"{"minLength":3,"x-message":{"minLength":"too short"}}"#, #""a""#, "too short"),
      (#"{"minLength":3,"x-message":"{value} needs {limit} letters"}"#, #""a""#, #""a" needs 3 letters"#),
      (#"{"maximum":1e2,"x-message":"{value} > {limit}"}"#, "1000", "1000 > 1e2"),
      (#"{"minLength":3,"x-message":"{other} {} { {value"}"#, #""a""#, "{other} {} { {value"),
      (#"{"minLength":9,"x-message":"{value}"}"#, #""{limit}""#, #""{limit}""#),
      (#"{"type":"string","x-message":"😀 {value} é"}"#, "1", "😀 1 é"),
      (#"{"required":["a"],"x-message":{"required":"give an a"}}"#, "{}", "give an a"),
      (#"{"additionalProperties":false,"x-message":{"additionalProperties":"no more"}}"#, #"{"a":1}"#, "no more"),
      (#"{"anyOf":[{"type":"string"}],"x-message":"text"}"#, "1", "text"),
      (#"{"deprecated":true,"x-message":"use b"}"#, "1", "use b"),
    ])
  func custom(_ rules: String, _ document: String, _ message: String) throws {
    #expect(try messages(rules, document) == [message])
  }

  @Test("x-message for one keyword leaves the others alone")
  func otherKeywords() throws {
    let all = try messages(#"{"minLength":3,"pattern":"b","x-message":{"pattern":"write a b"}}"#, #""a""#)
    #expect(all.count == 2)
    #expect(all.last == "write a b")
    #expect(all.first != "write a b")
  }

  @Test("x-message does not speak for the schemas below")
  func below() throws {
    let all = try messages(#"{"items":{"type":"string"},"x-message":"mine"}"#, "[1]")
    #expect(all == ["expected a string, but 1 is an integer"])
  }

  @Test("x-message keeps code and arguments")
  func code() throws {
    let finding = try #require(check(#"{"minLength":3,"x-message":"m"}"#, #""a""#).findings.first)
    #expect(finding.code.rawValue == "minLength")
    #expect(finding.arguments["limit"]?.text == "3")
    #expect(finding.arguments["actual"]?.count == 1)
  }

  @Test(
    "every keyword has a sentence that names what is wrong",
    arguments: [
      (#"{"type":"string"}"#, "1"), (#"{"enum":["a"]}"#, #""b""#), (#"{"const":1}"#, "2"), (#"{"multipleOf":2}"#, "3"),
      (#"{"maximum":1}"#, "2"), (#"{"exclusiveMaximum":1}"#, "1"), (#"{"minimum":1}"#, "0"),
      (#"{"exclusiveMinimum":1}"#, "1"), (#"{"maxLength":1}"#, #""ab""#), (#"{"minLength":1}"#, #""""#),
      (#"{"pattern":"a"}"#, #""b""#), (#"{"format":"date"}"#, #""b""#), (#"{"maxItems":0}"#, "[1]"),
      (#"{"minItems":1}"#, "[]"), (#"{"uniqueItems":true}"#, "[1,1]"),
      (#"{"contains":{"type":"null"},"minContains":2}"#, "[1]"),
      (#"{"contains":true,"maxContains":1}"#, "[1,2]"), (#"{"maxProperties":0}"#, #"{"a":1}"#),
      (#"{"minProperties":1}"#, "{}"), (#"{"required":["a"]}"#, "{}"),
      (#"{"dependentRequired":{"a":["b"]}}"#, #"{"a":1}"#),
      (#"{"additionalProperties":false}"#, #"{"a":1}"#), (#"{"properties":{"a":false}}"#, #"{"a":1}"#), ("false", "1"),
      (#"{"anyOf":[{"type":"string"},{"type":"null"}]}"#, "1"),
      (#"{"oneOf":[{"type":"string"},{"type":"null"}]}"#, "1"),
      (#"{"oneOf":[true,true]}"#, "1"), (#"{"not":{}}"#, "1"), (#"{"deprecated":true}"#, "1"),
    ])
  func sentences(_ rules: String, _ document: String) throws {
    let finding = try #require(check(rules, document).findings.first)
    #expect(finding.message() != finding.code.rawValue)
    #expect(finding.message().contains(" "))
    #expect(!finding.message().contains("\n"))
  }

  @Test("another catalogue gives other sentences, x-message stays")
  func catalogue() throws {
    let german = MessageCatalogue { "falsch: \($0.code)" }
    let findings = try check(#"{"minLength":3,"pattern":"b","x-message":{"pattern":"b!"}}"#, #""a""#).findings
    #expect(findings.map { $0.message(german) } == ["falsch: minLength", "b!"])
  }

  @Test("a long value is shortened in a sentence, between code points")
  func longValues() throws {
    let value = String(repeating: "😀", count: 10_000)
    let message = try #require(messages(#"{"pattern":"^a"}"#, "\"\(value)\"").first)
    #expect(message.unicodeScalars.count < 200)
    #expect(!message.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test(
    "a sentence stays on one line, whatever it quotes",
    arguments: [
      (#"{"pattern":"^\nb"}"#, #""a""#, #""a" does not match the pattern ^\u000ab"#),
      (#"{"maximum":1,"additionalProperties":false}"#, #"{"\u2028":1}"#, #"unknown property "\u2028""#),
      (#"{"const":"a"}"#, #""\u2029\u0085""#, #"expected "a", but this is "\u2029\u0085""#),
    ])
  func oneLine(_ rules: String, _ document: String, _ message: String) throws {
    #expect(try messages(rules, document) == [message])
  }

  @Test(
    "items that are too many say how many there may be",
    arguments: [
      (#"{"items":false}"#, "[1]", "no items are allowed here; remove this one"),
      (#"{"prefixItems":[true],"items":false}"#, "[1,2]", "1 item at most is allowed; remove this one"),
      (
        #"{"$schema":"https://json-schema.org/draft/2019-09/schema","items":[true,true],"additionalItems":false}"#,
        "[1,2,3]", "2 items at most are allowed; remove this one"
      ),
      (
        #"{"allOf":[{"prefixItems":[true,true]}],"unevaluatedItems":false}"#, "[1,2,3]",
        "2 items at most are allowed; remove this one"
      ),
      (
        #"{"contains":{"const":1},"unevaluatedItems":false}"#, "[1,2]", "no rule describes this item; remove it"
      ),
    ])
  func tooMany(_ rules: String, _ document: String, _ message: String) throws {
    #expect(try messages(rules, document) == [message])
  }

  @Test(
    "what must not be there is named",
    arguments: [
      (#"{"properties":{"a":false}}"#, #"{"a":1}"#, #"the property "a" is not allowed"#),
      (#"{"propertyNames":false}"#, #"{"a":1}"#, #"the property "a" is not allowed"#),
      (#"{"properties":{"a":{"deprecated":true}}}"#, #"{"a":1}"#, #""a" is deprecated"#),
      ("false", "1", "no value is allowed here"),
    ])
  func names(_ rules: String, _ document: String, _ message: String) throws {
    #expect(try messages(rules, document) == [message])
  }

  @Test(
    "every budget has a sentence, with and without its limit",
    arguments: [Budget.bytes, .depth, .patternSteps, .numberSteps, .recursion, .evaluationSteps])
  func budgets(budget: Budget) {
    for limit in [nil, FindingArgument.count(5)] {
      var finding = Finding(
        severity: .error, code: .budget, arguments: ["budget": .text(budget.rawValue)], instanceLocation: "",
        span: ByteSpan(offset: 0, length: 0))
      finding.arguments["limit"] = limit
      #expect(finding.message().hasPrefix("undecided: "))
      #expect(!finding.message().contains("ran out"))
    }
  }

  @Test("a failing contains has a sentence")
  func contains() throws {
    let finding = try #require(check(#"{"contains":{"type":"null"}}"#, "[1]").findings.first)
    #expect(finding.message() == "1 matching item at least, but this has 0")
  }
}
