import Testing

@testable import Rules

/// What the compiler finds by hashes, words and nodes is found by whole names.
@Suite struct LookUpTests {
  @Test("a type's name ends where its string ends")
  func typeNames() {
    #expect(throws: RuleErrors.self) { try RuleSet.compile(#"{"type": "null\u0000"}"#) }
    #expect(throws: RuleErrors.self) { try RuleSet.compile(#"{"type": "objects"}"#) }
  }

  @Test(
    "names with equal ends stay apart where schemas are merged",
    arguments: [
      (#"{"abcdefgh1ijklmnop": "x", "abcdefgh2ijklmnop": 1}"#, true),
      (#"{"abcdefgh1ijklmnop": 1, "abcdefgh2ijklmnop": 1}"#, false),
      (#"{"abcdefgh1ijklmnop": "x"}"#, false),
    ])
  func mergedNames(_ document: String, _ isValid: Bool) throws {
    let rules = try RuleSet.compile(
      #"{"allOf": [{"properties": {"abcdefgh1ijklmnop": {"type": "string"}}}, "#
        + #"{"properties": {"abcdefgh2ijklmnop": {"type": "number"}}, "required": ["abcdefgh2ijklmnop"]}]}"#)
    #expect(rules.isValid(document) == isValid)
  }

  @Test("equal patterns are one, in values and in names")
  func equalPatterns() throws {
    let rules = try RuleSet.compile(
      #"{"properties": {"a": {"pattern": "^(a|b)$"}, "b": {"pattern": "^(a|b)\u0024"}, "c": {"pattern": "^b"}}, "#
        + #""patternProperties": {"^(a|b)$": {"pattern": "^b"}}}"#)
    #expect(rules.program.program.patterns.count == 2)
  }

  @Test("many required names among many properties", arguments: [10, 40])
  func manyRequired(_ count: Int) throws {
    let names = (0..<count).map { #""property-\#($0)""# }
    let properties = names.map { "\($0): true" }.joined(separator: ",")
    let rules = try RuleSet.compile(
      #"{"properties": {\#(properties)}, "required": [\#(names.joined(separator: ",")), "other"]}"#)
    let all = names.map { "\($0): 1" } + [#""other": 1"#]
    #expect(rules.isValid("{\(all.joined(separator: ","))}"))
    for index in all.indices {
      var some = all
      some.remove(at: index)
      #expect(!rules.isValid("{\(some.joined(separator: ","))}"))
    }
  }
}
