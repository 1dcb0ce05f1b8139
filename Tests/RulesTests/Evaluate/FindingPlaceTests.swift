import Testing

@testable import Rules

@Suite struct FindingPlaceTests {
  /// Rules with marks at the keyword, a document with marks at the bytes that are meant.
  @Test(
    "a finding names its place in the document and in the rules",
    arguments: [
      (#"{"items":{➊"type":"string"}}"#, #"["a", ➊1]"#, "/1", "/items/type"),
      (#"{"properties":{"a/b":{➊"minLength":2}}}"#, #"{"a/b" : ➊"x"}"#, "/a~1b", "/properties/a~1b/minLength"),
      (#"{➊"additionalProperties":false}"#, #"{➊"x" : 1}"#, "/x", "/additionalProperties"),
      (#"{"propertyNames":{➊"maxLength":1}}"#, #"{➊"xy" : 1}"#, "/xy", "/propertyNames/maxLength"),
      (#"{➊"required":["a"]}"#, " ➊{}", "", "/required"),
      (#"{"prefixItems":[true,➊false]}"#, "[1,➊2]", "/1", "/prefixItems/1"),
      (#"{"properties":{"a":➊false}}"#, #"{"a":➊1}"#, "/a", "/properties/a"),
      (#"{"allOf":[true,{➊"type":"null"}]}"#, "➊1", "", "/allOf/1/type"),
      (##"{"$ref":"#/$defs/a","$defs":{"a":{➊"type":"null"}}}"##, "➊1", "", "/$ref/type"),
      (#"{"if":true,"then":{➊"type":"null"}}"#, "➊1", "", "/then/type"),
      (#"{"patternProperties":{"^a/":{➊"type":"null"}}}"#, #"{"a/":➊1}"#, "/a~1", "/patternProperties/^a~1/type"),
      (#"{"dependentSchemas":{"a":{➊"minProperties":2}}}"#, #"➊{"a":1}"#, "", "/dependentSchemas/a/minProperties"),
      (#"{➊"not":{"type":"number"}}"#, "➊1", "", "/not"), (#"{➊"anyOf":[{"type":"null"}]}"#, "➊1", "", "/anyOf"),
      (#"{➊"contains":{"type":"null"},"minContains":1}"#, "➊[1]", "", "/minContains"),
      (#"{"contains":true,➊"maxContains":1}"#, "➊[1,2]", "", "/maxContains"),
      (#"{➊"uniqueItems":true}"#, "[1,2,➊1]", "", "/uniqueItems"),
    ])
  func places(_ rules: String, _ document: String, _ instance: String, _ keyword: String) throws {
    let (rules, document) = (MarkedSource(rules), MarkedSource(document))
    let findings = try check(rules.text, document.text).findings
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding.instanceLocation == instance)
    #expect(finding.keywordLocation == keyword)
    #expect(finding.span.offset == document.offset)
    if keyword != "/minContains" { #expect(finding.rule?.column == rules.column) }
  }

  @Test("the absolute keyword location names the resource and the place in it")
  func absolute() throws {
    let text =
      ##"{"$id":"https://e.org/r","$ref":"s","$defs":{"x":{"$id":"s","items":{"$ref":"#/$defs/y"},"$defs":{"y":{"type":"null"}}}}}"##
    let finding = try #require(check(text, "[1]").findings.first)
    #expect(finding.absoluteKeywordLocation == "https://e.org/s#/$defs/y/type")
    #expect(finding.keywordLocation == "/$ref/items/$ref/type")
  }

  @Test("rules without $id are named by their file")
  func path() throws {
    let rules = try RuleSet.compile("{\n \"type\": \"null\"}", path: "folder/rules.json")
    let finding = try #require(rules.check("1").findings.first)
    #expect(finding.absoluteKeywordLocation == "folder/rules.json#/type")
    #expect(finding.rule == RuleLocation(path: "folder/rules.json", line: 2, column: 2))
  }

  @Test("findings come in document order")
  func order() throws {
    let rules = #"{"properties":{"b":{"type":"null"},"a":{"type":"null"}},"items":{"type":"null"},"required":["z"]}"#
    #expect(try check(rules, #"{"a":1,"b":2}"#).summary == ["error required ", "error type /a", "error type /b"])
  }

  @Test("a wrong type is not followed by what other keywords make of it")
  func typeFirst() throws {
    #expect(try check(#"{"type":"string","enum":["a"],"not":{}}"#, "1").findings.map(\.code.rawValue) == ["type"])
  }

  @Test(
    "suggestions name the nearest value or property",
    arguments: [
      (#"{"enum":["EUR","USD"]}"#, #""EURO""#, #""EUR""#),
      (#"{"properties":{"currency":true},"additionalProperties":false}"#, #"{"curency":1}"#, #""currency""#),
      (#"{"const":"grid-responsive-mobile"}"#, #""grid-responsive-mobil""#, #""grid-responsive-mobile""#),
      (#"{"enum":["EUR"]}"#, #""something else""#, nil), (#"{"enum":["EUR"]}"#, "1", nil),
    ] as [(String, String, String?)])
  func suggestions(_ rules: String, _ document: String, _ suggestion: String?) throws {
    #expect(try check(rules, document).findings.first?.suggestion == suggestion)
  }

  @Test(
    "the branch that was meant is quoted",
    arguments: [
      (#"{"anyOf":[{"type":"string"},{"type":"object","required":["a"]}]}"#, "{}", ["required"]),
      (
        #"{"oneOf":[{"properties":{"k":{"const":1},"v":{"type":"null"}}},{"properties":{"k":{"const":2},"v":{"type":"string"}}}]}"#,
        #"{"k":2,"v":1}"#, ["type"]
      ),
      (#"{"anyOf":[{"type":"string"},{"type":"null"}]}"#, "1", []),
    ])
  func causes(_ rules: String, _ document: String, _ codes: [String]) throws {
    #expect(try check(rules, document).findings.first?.causes.map(\.code.rawValue) == codes)
  }
}
