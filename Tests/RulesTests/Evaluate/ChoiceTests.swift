import Testing

@testable import Rules

/// `anyOf` and `oneOf` try only branches that a value can satisfy.
@Suite struct ChoiceTests {
  private static let square = #"{"properties":{"kind":{"const":"square"},"a":{"type":"number"}},"required":["kind"]}"#
  private static let circle = #"{"properties":{"kind":{"enum":["circle","disc"]},"r":{"type":"number"}}}"#

  /// A schema, how the listing says that it is entered, and documents that satisfy it and that do not.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let schema: String
    let entrance: String
    let valid: [String]
    let invalid: [String]
  }

  static let cases: [Case] = [
    Case(
      testDescription: "by type", schema: #"{"anyOf":[{"type":"string"},{"type":"array"},{"const":null}]}"#,
      entrance: "by type", valid: [#""""#, "[]", "null"], invalid: ["1", "true", "{}"]),
    Case(
      testDescription: "by the type behind a reference",
      schema: ##"{"oneOf":[{"$ref":"#/$defs/a"},{"allOf":[{"type":"string"}]}],"$defs":{"a":{"type":"integer"}}}"##,
      entrance: "by type", valid: ["1", #""""#], invalid: ["1.5", "null"]),
    Case(
      testDescription: "by the value of a property, which one branch does not require",
      schema: "{\"anyOf\":[\(square),\(circle)]}", entrance: "by \"kind\"",
      valid: [
        #"{"kind":"square","a":1}"#, #"{"kind":"square","r":""}"#, #"{"kind":"disc"}"#, "{}", #"{"a":""}"#, "1", "[]",
        #"{"\u006bind":"\u0073quare"}"#,
      ],
      invalid: [
        #"{"kind":"square","a":""}"#, #"{"kind":"disc","r":""}"#, #"{"kind":"other"}"#, #"{"kind":1}"#,
        #"{"kind":null}"#, #"{"r":""}"#, #"{"kind":"squar"}"#,
      ]),
    Case(
      testDescription: "by values of which some are no strings",
      schema:
        #"{"oneOf":[{"properties":{"v":{"enum":["1",1]}}},{"properties":{"v":{"enum":["2",1.0,[]]}}},{"required":["w"]}]}"#,
      entrance: "by \"v\"",
      valid: [#"{"v":"1"}"#, #"{"v":"2"}"#, #"{"v":[]}"#, #"{"v":"3","w":0}"#, #"{"v":2,"w":0}"#],
      invalid: [#"{"v":1}"#, #"{"v":1e0}"#, #"{"v":"1","w":0}"#, #"{"v":"3"}"#, "{}", #"{"w":0}"#]),
    Case(
      testDescription: "by names",
      schema:
        #"{"oneOf":[{"required":["a","z"]},{"required":["b","z"]},{"required":["c"],"properties":{"c":{"type":"null"}}}]}"#,
      entrance: "by names",
      valid: [#"{"z":1,"a":1}"#, #"{"b":1,"z":1}"#, #"{"c":null,"a":1}"#],
      invalid: [#"{"a":1}"#, #"{"z":1}"#, "{}", #"{"a":1,"b":1,"z":1}"#, #"{"c":1}"#, #"{"c":null,"a":1,"z":1}"#]),
    Case(
      testDescription: "names that look alike are told apart by their bytes",
      schema: #"{"oneOf":[{"required":["\u00E9"]},{"required":["e\u0301"]}]}"#, entrance: "by names",
      valid: ["{\"\u{E9}\":1}", "{\"e\u{301}\":1}"], invalid: ["{\"\u{E9}\":1,\"e\u{301}\":1}", "{}"]),
  ]

  @Test("a choice is entered where values can be told apart, and both paths answer as without", arguments: cases)
  func entrances(_ test: Case) throws {
    let rules = try RuleSet.compile(test.schema)
    #expect(rules.programListing.contains("(\(test.entrance))"))
    for (documents, expected) in [(test.valid, true), (test.invalid, false)] {
      for document in documents {
        #expect(rules.isValid(document) == expected, "\(document)")
        #expect(rules.check(document).verdict == (expected ? .valid : .invalid), "\(document)")
      }
    }
  }

  @Test("a branch that cannot be told apart is tried always", arguments: ["anyOf", "oneOf"])
  func open(_ keyword: String) throws {
    let rules = try RuleSet.compile("{\"\(keyword)\":[{\"minProperties\":1},{\"minLength\":1}]}")
    #expect(!rules.programListing.contains("(by"))
    #expect(rules.isValid("1") == (keyword == "anyOf"))
  }

  @Test("tables grow with the branches, and no faster", arguments: ["value", "name"])
  func growth(_ kind: String) throws {
    let sizes = try [500, 1_000, 2_000].map { count in
      let branches = (0..<count).map { index in
        kind == "name"
          ? "{\"required\":[\"n\(index)\"]}"
          : "{\"properties\":{\"k\":{\"const\":\"n\(index)\"}},\"required\":[\"k\"],\"type\":\"object\"}"
      }
      let rules = try RuleSet.compile("{\"anyOf\":[\(branches.joined(separator: ","))]}")
      let last = kind == "name" ? "{\"n\(count - 1)\":0}" : "{\"k\":\"n\(count - 1)\"}"
      #expect(rules.isValid(last) && rules.check(last).verdict == .valid)
      let program = rules.program.program
      return program.branches.count + program.branchLists.count
    }
    #expect(sizes[1] < 2 * sizes[0] + 100 && sizes[2] < 2 * sizes[1] + 100)
  }

  @Test("random choices have the outcome that the trace of all branches has", arguments: [UInt64(1), 500, 1_000])
  func law(_ seed: UInt64) throws {
    var verdicts: [Bool: Int] = [:]
    for seed in seed..<seed + 150 {
      var random = RandomChoices(seed: seed)
      let schema = random.schema()
      let rules = try RuleSet.compile(schema)
      for _ in 0..<20 {
        let document = random.document()
        let expected = rules.output(document, format: .flag).contains("true")
        let isValid: Bool = rules.isValid(document)
        #expect(isValid == expected, "\(document) seed \(seed): \(schema)")
        #expect((rules.check(document).verdict == .valid) == expected, "\(document) seed \(seed): \(schema)")
        verdicts[expected, default: 0] += 1
      }
    }
    #expect(verdicts[true, default: 0] > 500 && verdicts[false, default: 0] > 500)
  }
}
