import Testing

@testable import Rules

@Suite struct NormalizationRulesTests {
  @Test(
    "x-normalize that is reached under a condition is refused",
    arguments: [
      #"{"anyOf":[{➊"x-normalize":"trim"}]}"#, #"{"oneOf":[{➊"x-normalize":"trim"}]}"#,
      #"{"not":{➊"x-normalize":"trim"}}"#, #"{"if":{➊"x-normalize":"trim"}}"#,
      #"{"if":true,"then":{➊"x-normalize":"trim"}}"#, #"{"if":true,"else":{➊"x-normalize":"trim"}}"#,
      #"{"contains":{➊"x-normalize":"trim"}}"#, #"{"propertyNames":{➊"x-normalize":"trim"}}"#,
      #"{"dependentSchemas":{"a":{➊"x-normalize":"trim"}}}"#,
      #"{"anyOf":[{"properties":{"a":{"items":{➊"x-normalize":"trim"}}}}]}"#,
      ##"{"properties":{"a":{"$ref":"#/$defs/t"}},"not":{"$ref":"#/$defs/t"},"$defs":{"t":{➊"x-normalize":"trim"}}}"##,
    ])
  func conditional(_ marked: String) throws {
    let source = MarkedSource(marked)
    let found = problems(of: source.text)
    #expect(found.map(\.code.rawValue) == ["conditional-normalize"])
    #expect(found.first?.span.offset == source.offset)
  }

  @Test(
    "x-normalize is taken at every unconditional place",
    arguments: [
      (#"{"x-normalize":"trim","minLength":2}"#, #"" a""#),
      (#"{"properties":{"a":{"x-normalize":"trim","minLength":2}}}"#, #"{"a":" a"}"#),
      (#"{"patternProperties":{"a":{"x-normalize":"trim","minLength":2}}}"#, #"{"a":" a"}"#),
      (#"{"additionalProperties":{"x-normalize":"trim","minLength":2}}"#, #"{"a":" a"}"#),
      (#"{"items":{"x-normalize":"trim","minLength":2}}"#, #"[" a"]"#),
      (#"{"prefixItems":[true,{"x-normalize":"trim","minLength":2}]}"#, #"[" a"," a"]"#),
      (#"{"prefixItems":[true],"items":{"x-normalize":"trim","minLength":2}}"#, #"[1," a"]"#),
      (#"{"allOf":[true,{"x-normalize":"trim"}],"minLength":2}"#, #"" a""#),
      (##"{"$ref":"#/$defs/t","minLength":2,"$defs":{"t":{"x-normalize":"trim"}}}"##, #"" a""#),
      (##"{"items":{"$ref":"#"},"x-normalize":"trim","minLength":2}"##, #"[[" a"]]"#),
    ])
  func unconditional(_ text: String, _ document: String) throws {
    #expect(try !RuleSet.compile(text).isValid(document))
    let plain = text.replacing(#""x-normalize":"trim""#, with: #""title":"""#)
    #expect(try RuleSet.compile(plain).isValid(document))
  }

  @Test(
    "lists that meet at one value and differ are refused",
    arguments: [
      #"{"x-normalize":"trim","allOf":[{➊"x-normalize":"lowercase"}]}"#,
      #"{"properties":{"a":{"x-normalize":["trim","lowercase"]}},"allOf":[{"properties":{"a":{➊"x-normalize":["lowercase","trim"]}}}]}"#,
      #"{"items":{"x-normalize":"trim"},"allOf":[{"items":{➊"x-normalize":"lowercase"}}]}"#,
      ##"{"properties":{"a":{"$ref":"#/$defs/t","x-normalize":"trim"}},"$defs":{"t":{➊"x-normalize":"uppercase"}}}"##,
    ])
  func conflicting(_ marked: String) throws {
    let source = MarkedSource(marked)
    let found = problems(of: source.text)
    #expect(found.map(\.code.rawValue) == ["normalize-conflict"])
    // Which of the two is named is the reader's choice, as long as it is one of them.
    let places = Array(source.text.ranges(of: #""x-normalize""#)).map {
      source.text.utf8.distance(from: source.text.startIndex, to: $0.lowerBound)
    }
    #expect(found.first.map { places.contains($0.span.offset) } == true)
  }

  @Test("equal lists may meet")
  func equalLists() throws {
    let rules = try RuleSet.compile(
      #"{"x-normalize":["trim"],"allOf":[{"x-normalize":"trim"}],"maxLength":1}"#)
    #expect(rules.isValid(#"" a ""#))
  }
}
