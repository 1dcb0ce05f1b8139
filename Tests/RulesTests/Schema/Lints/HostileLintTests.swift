import Testing

@testable import Rules

/// Rule files that are made to keep a lint busy. The tests end; that is what they ask.
@Suite struct HostileLintTests {
  private static func list(_ count: Int, _ item: (Int) -> String) -> String {
    (0..<count).map(item).joined(separator: ",")
  }

  @Test("ten thousand properties, all required and all forbidden")
  func wide() throws {
    let names = Self.list(10_000) { #""r\#($0)""# }
    let properties = Self.list(10_000) { #""p\#($0)": {"type": "string", "maxLength": 5}"# }
    let found = try lint(#"{"required": [\#(names)], "properties": {\#(properties)}, "additionalProperties": false}"#)
    #expect(Set(found.map(\.code)) == [.forbiddenRequired])
  }

  @Test("a hundred thousand values of one enum")
  func longEnum() throws {
    let found = try lint(#"{"type": "integer", "enum": [\#(Self.list(100_000) { "\($0)" }), 7]}"#)
    #expect(found.map(\.code) == [.duplicateEnumValue])
  }

  @Test("ten thousand references, one to the next")
  func chain() throws {
    let chain = Self.list(10_000) { ##""d\##($0)": {"allOf": [{"$ref": "#/$defs/d\##($0 + 1)"}]}"## }
    #expect(try lint(##"{"$ref": "#/$defs/d0", "$defs": {\##(chain), "d10000": {"minLength": 1}}}"##).isEmpty)
  }

  @Test("branches inside branches, as deep as a rule file may be")
  func deep() throws {
    let depth = 120
    let open = String(repeating: #"{"anyOf": [{"minLength": 1}, {"minLength": 1}, "#, count: depth)
    let found = try lint(open + #"{"pattern": "a"}"# + String(repeating: "]}", count: depth))
    #expect(found.count == depth && Set(found.map(\.code)) == [.duplicateBranch])
  }

  @Test("a hundred thousand required names, all forbidden")
  func required() throws {
    let found = try lint(#"{"required": [\#(Self.list(100_000) { #""r\#($0)""# })], "additionalProperties": false}"#)
    #expect(Set(found.map(\.code)) == [.forbiddenRequired] && found.count == 1_000)
  }

  @Test("twenty thousand references to nothing, each like twenty thousand names")
  func nothing() throws {
    let definitions = Self.list(20_000) { ##""name\##($0)": {"$ref": "#/$defs/nmae\##($0)"}"## }
    let errors = #expect(throws: RuleErrors.self) { try RuleSet.compile(#"{"$defs": {\#(definitions)}}"#) }
    #expect(errors?.problems.first?.suggestion == "name0" && errors?.problems.count == 1_000)
  }

  @Test("a limit of a hundred thousand digits is told in short")
  func longNumber() throws {
    let digits = String(repeating: "9", count: 100_000)
    let found = try lint(#"{"minimum": 1e200000, "maximum": \#(digits), "enum": [\#(digits), \#(digits)]}"#)
    #expect(!found.isEmpty && found.allSatisfy { $0.message.utf8.count < 300 })
  }

  @Test("ten thousand branches of one oneOf")
  func branches() throws {
    let found = try lint(#"{"oneOf": [\#(Self.list(10_000) { #"{"const": \#($0 / 2)}"# })]}"#)
    #expect(found.allSatisfy { $0.code == .duplicateBranch } && !found.isEmpty)
  }
}
