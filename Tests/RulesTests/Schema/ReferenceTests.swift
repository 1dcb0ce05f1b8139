import Testing

@testable import Rules

@Suite struct ReferenceTests {
  @Test(
    "a reference finds its schema wherever it stands",
    arguments: [
      ##"{"$ref":"#/$defs/t","$defs":{"t":{"type":"string"}}}"##,
      ##"{"$ref":"#t","$defs":{"x":{"$anchor":"t","type":"string"}}}"##,
      ##"{"$ref":"#/$defs/a~1b~0%25","$defs":{"a/b~%":{"type":"string"}}}"##,
      ##"{"$ref":"#/$defs/","$defs":{"":{"type":"string"}}}"##,
      ##"{"$ref":"#/allOf/1","$defs":{},"allOf":[true,{"type":"string"}]}"##,
      ##"{"$ref":"#/$defs/%C3%A9","$defs":{"é":{"type":"string"}}}"##,
      ##"{"$id":"https://e.org/root","$ref":"root#/$defs/t","$defs":{"t":{"type":"string"}}}"##,
      ##"{"$id":"https://e.org/a/root","$ref":"../b/t","$defs":{"x":{"$id":"/b/t","type":"string"}}}"##,
      ##"{"$id":"https://e.org/root","$ref":"t#in","$defs":{"x":{"$id":"t","$defs":{"y":{"$anchor":"in","type":"string"}}}}}"##,
      ##"{"$id":"https://e.org/root","$ref":"https://e.org/t#/$defs/y","$defs":{"x":{"$id":"t","$defs":{"y":{"type":"string"}}}}}"##,
      ##"{"$ref":"t.json","$defs":{"x":{"$id":"t.json","type":"string"}}}"##,
      ##"{"$ref":"urn:x:t","$defs":{"x":{"$id":"urn:x:t","type":"string"}}}"##,
      ##"{"$ref":"#/$defs/x/$defs/y","$defs":{"x":{"$id":"sub","$defs":{"y":{"$ref":"#/$defs/z"},"z":{"type":"string"}}},"z":{"type":"number"}}}"##,
    ])
  func resolves(_ text: String) throws {
    let rules = try RuleSet.compile(text)
    #expect(rules.isValid("\"a\""))
    #expect(!rules.isValid("1"))
  }

  @Test("a reference may name a place that no keyword describes")
  func unknownPlace() throws {
    let options = CompileOptions(unknownKeywords: .ignore)
    let rules = try RuleSet.compile(
      ##"{"$ref":"#/shared/t","shared":{"t":{"$ref":"#/shared/u"},"u":{"type":"string"}}}"##, options: options)
    #expect(rules.isValid("\"a\""))
    #expect(!rules.isValid("1"))
  }

  @Test("an anchor belongs to its resource")
  func anchorsAreScoped() throws {
    let text =
      ##"{"$ref":"#t","$defs":{"a":{"$anchor":"t","type":"string"},"b":{"$id":"b","$defs":{"c":{"$anchor":"t","type":"number"}}}}}"##
    #expect(try RuleSet.compile(text).isValid("\"a\""))
  }

  @Test("what looks like an identifier inside enum, const and default is none")
  func identifiersInValues() throws {
    let text = ##"{"enum":[{"$id":"a"},{"$id":"a"}],"default":{"$anchor":"1"},"const":{"$id":"a"}}"##
    #expect(try RuleSet.compile(text).isValid(##"{"$id":"a"}"##))
  }

  @Test(
    "references that never go into the instance are refused",
    arguments: [
      ##"➊{"$ref":"#"}"##,
      ##"➊{"allOf":[{"$ref":"#"}]}"##,
      ##"➊{"anyOf":[{"type":"null"},{"$ref":"#"}]}"##,
      ##"➊{"oneOf":[{"$ref":"#"}]}"##,
      ##"➊{"not":{"$ref":"#"}}"##,
      ##"➊{"if":{"$ref":"#"}}"##,
      ##"➊{"if":true,"then":{"$ref":"#"}}"##,
      ##"➊{"if":true,"else":{"$ref":"#"}}"##,
      ##"➊{"dependentSchemas":{"a":{"$ref":"#"}}}"##,
      ##"{"$defs":{"a":➊{"$ref":"#/$defs/b"},"b":{"allOf":[{"$ref":"#/$defs/a"}]}}}"##,
    ])
  func endless(_ marked: String) throws {
    let source = MarkedSource(marked)
    let found = problems(of: source.text)
    #expect(found.map(\.code.rawValue) == ["endless-reference"])
    #expect(found.first?.span.offset == source.offset)
  }

  @Test(
    "recursion that goes into the instance is accepted",
    arguments: [
      ##"{"properties":{"a":{"$ref":"#"}},"type":"object"}"##,
      ##"{"additionalProperties":{"$ref":"#"},"type":"object"}"##,
      ##"{"patternProperties":{"a":{"$ref":"#"}},"type":"object"}"##,
      ##"{"type":"object","properties":{"a":{"anyOf":[{"$ref":"#"},{"$ref":"#"}]}}}"##,
    ])
  func recursion(_ text: String) throws {
    let rules = try RuleSet.compile(text)
    #expect(rules.isValid(#"{"a":{"a":{}}}"#))
    #expect(!rules.isValid(#"{"a":{"a":1}}"#))
  }

  @Test("a chain of five thousand references is followed or given up, never a crash")
  func longChain() throws {
    let links = (0..<5_000).map { "\"a\($0)\":{\"$ref\":\"#/$defs/a\($0 + 1)\"}" }.joined(separator: ",")
    let text = "{\"$ref\":\"#/$defs/a0\",\"$defs\":{\(links),\"a5000\":{\"type\":\"string\"}}}"
    #expect(try RuleSet.compile(text).check("1").verdict != .valid)
  }

  @Test("$id texts that are canonically equivalent are two identifiers")
  func identifiers() {
    #expect(problems(of: "{\"$defs\":{\"a\":{\"$id\":\"\u{E9}\"},\"b\":{\"$id\":\"e\u{301}\"}}}").isEmpty)
  }
}
