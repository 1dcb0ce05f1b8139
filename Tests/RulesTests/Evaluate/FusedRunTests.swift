import Testing

@testable import Rules

@Suite("Judging while reading agrees with judging a tape")
struct FusedRunTests {
  private static let rules = [
    ##"{"properties":{"a":{"type":"integer","maximum":100},"b":{"items":{"enum":["x","é"]}},"c":{"$ref":"#"}}}"##,
    #"{"required":["a"],"additionalProperties":{"type":["array","string","null"]},"properties":{"a":true}}"#,
    #"{"patternProperties":{"^[a-c]$":{"not":{"type":"string"}},"b":{"maxItems":2}},"propertyNames":{"maxLength":2}}"#,
    #"{"properties":{"b":{"prefixItems":[{"const":"x"},{"minLength":1}],"items":{"type":"string"}}},"maxProperties":4}"#,
    #"{"anyOf":[{"required":["d"]},{"properties":{"a":{"multipleOf":0.5}}}],"properties":{"c":{"uniqueItems":true}}}"#,
    ##"{"properties":{"a":{"$ref":"#/$defs/n"},"b":{"oneOf":[{"type":"string"},{"$ref":"#/$defs/l"}]},"c":{"$ref":"#/$defs/n"}},"$defs":{"n":{"anyOf":[{"type":"integer","minimum":-9},{"type":"object","required":["b"]},{"type":"array","maxItems":3,"items":{"type":"number"}}]},"l":{"allOf":[{"items":{"anyOf":[{"const":"x"},{"pattern":"n$"},{"minLength":4}]}},{"maxItems":2}]}}}"##,
    ##"{"allOf":[{"$ref":"#/$defs/r"},{"required":["b"],"properties":{"d":{"type":"null"},"a":true}}],"properties":{"c":{"maxItems":2}},"$defs":{"r":{"required":["a"],"properties":{"a":{"type":["integer","array"]},"b":{"maxItems":2}}}}}"##,
    #"{"allOf":[{"properties":{"a":{"minimum":0}}},{"properties":{"b":{"minItems":1}},"additionalProperties":{"maximum":9}}]}"#,
    #"{"allOf":[{"properties":{"a":true,"b":true,"c":true}},{"additionalProperties":{"type":["integer","array","object"]}}]}"#,
    ##"{"properties":{"a":{"x-normalize":["trim","lowercase"],"maxLength":4,"pattern":"^[a-z]*$"},"b":{"items":{"x-normalize":"date-time","anyOf":[{"format":"date-time"},{"const":"x"},{"type":"number"}]}},"c":{"$ref":"#"}}}"##,
    #"{"properties":{"a":{"x-normalize":"trim","minLength":2}},"patternProperties":{"^a":{"maxLength":4}},"additionalProperties":{"x-normalize":"uppercase","not":{"const":"X"}}}"#,
    #"{"properties":{"b":{"uniqueItems":true,"items":{"x-normalize":"lowercase"}},"a":{"x-normalize":"trim"}},"anyOf":[{"properties":{"a":{"enum":["Tail","x"]}}},{"required":["d"]}]}"#,
    #"{"properties":{"a":{"enum":[1,-120.0,"tail",null,0.25]},"e ":{"const":0}},"additionalProperties":{"items":{"enum":[2e0,1.00,"x",true]}}}"#,
    #"{"additionalProperties":{"oneOf":[{"minLength":2},{"pattern":"^x"},{"type":["array","null","object"]},{"const":true}]}}"#,
  ]
  private static let documents = [
    #"{"a":1.0,"b":["x","\u00e9"],"c":{"a":-12e1,"b":[]},"d":null}"#,
    #"{ "b" : [ "x" , "y\n" ] , "a" : "tail" , "\u0062b" : [ true , [ [ ] ] ] }"#,
    #"{"a":[{"a":{}},"é𝄞"],"c":[1,2,1.0],"e":false,"e ":0}"#,
    #"{"a":" Tail ","b":["2024-01-01","2024-01-01t00:00:00z","x"," X"],"c":{"a":"\u0020X"},"d":"x"}"#,
  ]

  private static let replacements: [UInt8] = [
    0, 0x09, 0x20, 0x22, 0x2C, 0x30, 0x3A, 0x5C, 0x5D, 0x61, 0x65, 0x7B, 0x7D, 0x80, 0xC3, 0xFF,
  ]

  private func agrees(_ rules: RuleSet, _ text: [UInt8]) -> Bool {
    rules.isValid(text.span.bytes) == (rules.checkOnTape(text.span.bytes).verdict == .valid)
  }

  @Test("on every prefix of a document", arguments: rules, documents)
  func prefixes(rules: String, document: String) throws {
    let rules = try RuleSet.compile(rules)
    let text = Array(document.utf8)
    for count in 0...text.count { #expect(agrees(rules, Array(text.prefix(count))), "\(count) bytes") }
  }

  @Test("on a document with any byte replaced, left out or written twice", arguments: rules, documents)
  func changes(rules: String, document: String) throws {
    let rules = try RuleSet.compile(rules)
    let text = Array(document.utf8)
    for place in text.indices {
      for byte in Self.replacements {
        var changed = text
        changed[place] = byte
        #expect(agrees(rules, changed), "byte \(place) is \(byte)")
      }
      #expect(agrees(rules, Array(text[..<place] + text[(place + 1)...])), "without byte \(place)")
      #expect(agrees(rules, Array(text[...place] + text[place...])), "byte \(place) twice")
    }
  }

  @Test(
    "a name that stands twice is found among few and many, known and unknown ones",
    arguments: [1, 2, 5, 12, 13, 63, 64, 65, 66, 200], [true, false])
  func repeatedNames(count: Int, areKnown: Bool) throws {
    let names = (0..<count).map { "\"name \($0)\"" }
    let properties = areKnown ? names.map { "\($0):true" }.joined(separator: ",") : ""
    let rules = try RuleSet.compile("{\"properties\":{\(properties)}}")
    let members = names.map { "\($0):0" }
    let distinct = "[{\(members.joined(separator: ","))}]"
    #expect(rules.isValid(distinct))
    for again in Set([0, count / 2, count - 1]) {
      let repeated = "[{\((members + [members[again]]).joined(separator: ","))}]"
      let inside = repeated.dropFirst().dropLast()
      #expect(!rules.isValid(repeated))
      #expect(!rules.isValid(String(inside)))
    }
  }

  @Test("two spellings of one name are one", arguments: [#"{"a":1,"\u0061":2}"#, #"{"é":1,"\u00e9":2}"#])
  func spellings(document: String) throws {
    #expect(try !RuleSet.compile(#"{"properties":{"a":true}}"#).isValid(document))
    #expect(try !RuleSet.compile("{}").isValid(document))
  }

  @Test("the same name in two objects is no repetition")
  func nestedNames() throws {
    let rules = try RuleSet.compile(##"{"properties":{"a":{"$ref":"#"}}}"##)
    #expect(rules.isValid(#"{"x":{"x":1,"y":{"x":1}},"a":{"x":1,"a":{}},"y":[{"x":1},{"x":1}]}"#))
  }

  @Test("deep documents are judged up to their limit", arguments: [127, 128, 129, 511, 512, 513])
  func depth(levels: Int) throws {
    let rules = try RuleSet.compile(##"{"items":{"$ref":"#"}}"##)
    let document = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    #expect(rules.isValid(document) == (levels <= Limits().depth))
    #expect(agrees(rules, Array(document.utf8)))
  }

  @Test("what runs out of a budget is not valid, though nothing failed")
  func budget() throws {
    let options = CompileOptions(limits: Limits(patternSteps: 10))
    let rules = try RuleSet.compile(#"{"items":{"pattern":"^(?=a)(a+)+\\1$"}}"#, options: options)
    let document = "[\"\(String(repeating: "a", count: 40))b\"]"
    #expect(rules.check(document).verdict == .undecided)
    #expect(!rules.isValid(document))
  }

  @Test("a document that is too long is not valid")
  func length() throws {
    let rules = try RuleSet.compile("{}", options: CompileOptions(limits: Limits(bytes: 4)))
    #expect(rules.isValid("[12]"))
    #expect(!rules.isValid("[123]"))
  }
}
