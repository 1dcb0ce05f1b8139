import Testing

@testable import Rules

@Suite("Branches and conditions that are judged while an object is read")
struct FusedChoiceTests {
  private static let conditions = [
    #"{"properties":{"a":true},"anyOf":[{"required":["a"]},{"required":["b","c"]}]}"#,
    #"{"oneOf":[{"required":["a"]},{"required":["b"]},{"properties":{"c":{"type":"null"}},"required":["c"]}]}"#,
    #"{"not":{"required":["a","b"]},"additionalProperties":{"type":["integer","string"]}}"#,
    #"{"properties":{"a":{"type":["boolean","string"]}},"if":{"properties":{"a":{"const":true}}},"then":{"required":["b"]},"else":{"not":{"required":["c"]}}}"#,
    #"{"if":{"properties":{"a":{"enum":["x","é"]}},"required":["a"]},"then":{"required":["b"]}}"#,
    #"{"dependentRequired":{"a":["b","c"],"c":["b"]},"dependentSchemas":{"b":{"properties":{"a":{"type":"string","pattern":"^x"}}}}}"#,
    #"{"allOf":[{"if":{"required":["a"]},"then":{"required":["b"]}},{"anyOf":[{"not":{"required":["c"]}},{"properties":{"c":{"maximum":5,"type":"number"}}}]}]}"#,
  ]
  private static let choices = [
    #"{"oneOf":[{"properties":{"a":{"const":"x"},"b":{"type":"integer"}},"required":["a"]},{"properties":{"a":{"const":"y"},"b":{"type":"string"}},"required":["a"]}]}"#,
    #"{"properties":{"c":{"type":"array"}},"oneOf":[{"properties":{"a":{"const":true},"b":{"type":"integer"}},"required":["a"]},{"properties":{"a":{"const":false},"b":{"type":"string"}}}]}"#,
    #"{"anyOf":[{"properties":{"a":true,"b":{"type":"string"}},"additionalProperties":false},{"properties":{"a":true,"c":{"type":"array"}},"required":["c"],"additionalProperties":false},{"properties":{"b":{"type":"integer"}},"required":["b"]}]}"#,
    #"{"required":["a"],"anyOf":[{"properties":{"b":{"enum":["x","y"]},"c":{"minItems":1}}},{"properties":{"b":{"type":"integer"}},"oneOf":[{"required":["c"],"properties":{"c":{"maxItems":0}}},{"properties":{"a":{"type":"object"}},"required":["d"]}]}]}"#,
    ##"{"$defs":{"n":{"anyOf":[{"properties":{"a":{"$ref":"#/$defs/n"},"b":{"const":"x"}},"additionalProperties":false},{"properties":{"a":{"$ref":"#/$defs/n"},"c":{"type":"array","items":{"$ref":"#/$defs/n"}}}},{"maxProperties":1}]}},"$ref":"#/$defs/n"}"##,
  ]
  private static let documents = [
    #"{"a":"x","b":1,"c":[]}"#, #"{"b":"y","a":true,"c":[{"a":{"b":"x"}}]}"#, #"{ "c" : null , "a" : false }"#,
    #"{"\u0061":"\u0078","b":"x\n","d":{"a":{}}}"#, #"{"a":{"c":[{"b":1,"a":"é"}]},"b":2.0,"c":4}"#,
    #"{"c":[{"a":"]}"},"\"}"],"b":"x","a":"y"}"#,
  ]
  private static let rules = conditions + choices
  private static let replacements: [UInt8] = [
    0, 0x20, 0x22, 0x2C, 0x30, 0x3A, 0x5C, 0x5D, 0x61, 0x62, 0x63, 0x78, 0x79, 0x7B, 0x7D, 0xC3, 0xFF,
  ]

  private func agrees(_ rules: RuleSet, _ text: [UInt8]) -> Bool {
    rules.isValid(text.span.bytes) == (rules.checkOnTape(text.span.bytes).verdict == .valid)
  }

  /// Whether a document is judged without a tape.
  private func isReadOnce(_ rules: RuleSet, _ document: String) -> Bool {
    var checker = rules.makeChecker()
    let isValid = checker.isValid(document.utf8.span.bytes)
    return isValid && checker.counters.bytesJudgedWhileRead == document.utf8.count
  }

  @Test("both paths agree on every prefix", arguments: rules, documents)
  func prefixes(rules: String, document: String) throws {
    let rules = try RuleSet.compile(rules)
    let text = Array(document.utf8)
    for count in 0...text.count { #expect(agrees(rules, Array(text.prefix(count))), "\(count) bytes") }
  }

  @Test("both paths agree where a byte is replaced, left out or written twice", arguments: rules, documents)
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
    "objects of which a condition or a choice is asked need no tape",
    arguments: [
      (conditions[0], #"{"x":[1],"b":1,"c":"\n"}"#), (conditions[1], #"{"c":null}"#), (conditions[2], #"{"b":"x"}"#),
      (conditions[3], #"{"a":true,"b":1,"c":2}"#), (conditions[4], #"{"c":"\t","b":{}}"#),
      (conditions[5], #"{"b":0,"c":1,"a":"x"}"#), (conditions[6], #"{"c":5.0}"#),
      (choices[0], #"{"b":"z","a":"y"}"#), (choices[1], #"{"c":[],"b":"","d":{"a":true}}"#),
      (choices[1], #"{"a":true,"b":1}"#), (choices[2], #"{"c":[{}]}"#),
      (choices[3], #"{"a":{},"b":"y","d":0}"#),
      (#"{"items":{"enum":[1,2.5,"x"]}}"#, #"[1,2.50,1e0,"x"]"#),
    ])
  func tapes(rules: String, document: String) throws {
    #expect(isReadOnce(try RuleSet.compile(rules), document))
  }

  @Test("a branch that was wrongly taken is followed by the right one, also where escapes were undone in between")
  func wrongGuess() throws {
    let rules = try RuleSet.compile(Self.choices[1])
    for text in ["", "\\n", "\\u0061"] {
      #expect(rules.isValid("{\"c\":[\"\(text)\"],\"a\":true,\"b\":1}"))
      #expect(!rules.isValid("{\"c\":[\"\(text)\"],\"a\":true,\"b\":\"\"}"))
      #expect(rules.isValid("{\"c\":[\"\(text)\"],\"a\":false,\"b\":\"\(text)\"}"))
    }
  }

  @Test("choices inside choices are judged, whatever is guessed", arguments: [4, 8])
  func nesting(levels: Int) throws {
    let rules = try RuleSet.compile(
      ##"{"anyOf":[{"properties":{"a":{"$ref":"#"},"b":{"const":1}},"required":["a"]},{"properties":{"a":{"$ref":"#"},"b":{"const":2}},"required":["a"]},{"maxProperties":0}]}"##
    )
    func document(_ levels: Int, _ inside: String, _ last: String) -> String {
      String(repeating: #"{"a":"#, count: levels) + inside + String(repeating: ",\"b\":\(last)}", count: levels)
    }
    for last in ["1", "2", "3"] {
      #expect(rules.isValid(document(levels, "{}", last)) == (last != "3"))
      #expect(agrees(rules, Array(document(levels, "[{}]", last).utf8)))
    }
    #expect(rules.isValid(document(120, "{}", "1")))
  }

  @Test("a budget that runs out inside a condition leaves the document undecided")
  func budget() throws {
    let options = CompileOptions(limits: Limits(patternSteps: 10))
    let rules = try RuleSet.compile(
      #"{"not":{"properties":{"a":{"type":"string","pattern":"^(?=a)(a+)+\\1$"}},"required":["a"]}}"#, options: options)
    let document = "{\"a\":\"\(String(repeating: "a", count: 40))b\"}"
    #expect(rules.check(document).verdict == .undecided)
    #expect(!rules.isValid(document))
  }

  @Test("random conditions and choices over random objects agree with the tape", arguments: [UInt64(1), 1_000, 2_000])
  func random(seed: UInt64) throws {
    var verdicts: [Bool: Int] = [:]
    for seed in seed..<seed + 150 {
      var random = RandomConditions(seed: seed)
      let schema = random.schema()
      let rules = try RuleSet.compile(schema)
      for _ in 0..<30 {
        let document = random.document()
        let isValid: Bool = rules.isValid(document)
        let expected = rules.checkOnTape(document.utf8.span.bytes).verdict == .valid
        #expect(isValid == expected, "\(document) seed \(seed): \(schema)")
        verdicts[expected, default: 0] += 1
      }
    }
    #expect(verdicts[true, default: 0] > 500 && verdicts[false, default: 0] > 500)
  }
}
