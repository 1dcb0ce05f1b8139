import Testing

@testable import Rules

/// What the suite does not ask of `unevaluated*`: severities, noise, frames inside frames.
@Suite struct UnevaluatedTests {
  @Test(
    "below error a failing schema keeps its annotations",
    arguments: [
      #"{"allOf":[{"properties":{"a":{"type":"string"}},"x-severity":"warning"}],"unevaluatedProperties":false}"#,
      #"{"allOf":[{"properties":{"a":{"type":"string"}}}],"x-severity":{"allOf":"info"},"unevaluatedProperties":false}"#,
      #"{"properties":{"a":{"type":"string"}},"x-severity":{"properties":"warning"},"unevaluatedProperties":false}"#,
      #"{"oneOf":[{"properties":{"a":{}}},{}],"x-severity":{"oneOf":"info"},"unevaluatedProperties":false}"#,
      ##"{"$ref":"#/$defs/a","$defs":{"a":{"minProperties":2,"x-severity":"warning","properties":{"a":{}}}},"unevaluatedProperties":false}"##,
    ])
  func mild(_ rules: String) throws {
    let result = try check(rules, #"{"a":1}"#)
    #expect(result.verdict == .valid)
    #expect(result.findings.count == 1)
  }

  @Test("a branch that failed is told; what it describes is not called unknown as well")
  func noise() throws {
    let rules = #"{"anyOf":[{"properties":{"a":{"type":"string"}}}],"unevaluatedProperties":false}"#
    let result = try check(rules, #"{"a":1,"b":2}"#)
    #expect(result.summary == ["error anyOf ", "error unevaluatedProperties /b"])
  }

  @Test("a condition that does not hold evaluates nothing, and that is told")
  func condition() throws {
    let rules = #"{"if":{"properties":{"a":{"const":1}},"required":["a"]},"unevaluatedProperties":false}"#
    #expect(try check(rules, #"{"a":1}"#).verdict == .valid)
    #expect(try check(rules, #"{"a":2}"#).summary == ["error unevaluatedProperties /a"])
  }

  @Test("an inner unevaluatedProperties evaluates for the outer one, but not the other way round")
  func frames() throws {
    let inner = #"{"properties":{"a":true},"unevaluatedProperties":{"type":"number"}}"#
    let rules = "{\"allOf\":[\(inner)],\"unevaluatedProperties\":false}"
    #expect(try check(rules, #"{"a":"x","b":1}"#).verdict == .valid)
    #expect(try check(rules, #"{"a":"x","b":"y"}"#).verdict == .invalid)
    let cousins = #"{"allOf":[{"properties":{"a":true}},{"unevaluatedProperties":false}]}"#
    #expect(try check(cousins, #"{"a":1}"#).summary == ["error unevaluatedProperties /a"])
  }

  @Test("what is evaluated of a property is no part of the object around it")
  func levels() throws {
    let rules =
      #"{"properties":{"a":{"properties":{"b":true},"unevaluatedProperties":false}},"unevaluatedProperties":false}"#
    #expect(try check(rules, #"{"a":{"b":1}}"#).verdict == .valid)
    #expect(try check(rules, #"{"a":{"b":1},"b":1}"#).summary == ["error unevaluatedProperties /b"])
    #expect(try check(rules, #"{"a":{"c":1}}"#).summary == ["error unevaluatedProperties /a/c"])
  }

  @Test("an unknown name is compared with those that other branches describe and that are absent")
  func suggestion() throws {
    let rules = #"{"allOf":[{"properties":{"colour":true,"size":true}}],"unevaluatedProperties":false}"#
    #expect(try check(rules, #"{"color":1}"#).findings.map(\.suggestion) == ["\"colour\""])
    #expect(try check(rules, #"{"colour":1,"colours":1}"#).findings.map(\.suggestion) == [nil])
  }

  @Test("a million marks are taken in linear time", .timeLimit(.minutes(15)))
  func many() throws {
    let rules = #"{"prefixItems":[true],"contains":{"type":"number"},"unevaluatedItems":false}"#
    let array = "[0\(String(repeating: ",1", count: 1_000_000))]"
    #expect(try RuleSet.compile(rules).isValid(array))
  }
}
