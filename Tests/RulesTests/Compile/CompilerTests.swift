import Testing

@testable import Rules

@Suite struct CompilerTests {
  private func opcodes(_ text: String) throws -> Set<Opcode> { try RuleSet.compile(text).program.program.opcodes }

  @Test(
    "a keyword that can never fail costs nothing",
    arguments: [
      "true", "{}", #"{"title":"x","description":"y","$comment":"z","examples":[1],"default":1}"#,
      #"{"minLength":0,"minItems":0,"minProperties":0}"#, #"{"items":true}"#, #"{"uniqueItems":false}"#,
      #"{"contains":{"type":"null"},"minContains":0}"#, #"{"minContains":3,"maxContains":1}"#,
      #"{"if":{"type":"null"}}"#, #"{"if":{"type":"null"},"then":true,"else":{}}"#, #"{"then":false,"else":false}"#,
      ##"{"$ref":"#/$defs/a","$defs":{"a":true}}"##, #"{"dependentRequired":{},"dependentSchemas":{}}"#,
      #"{"contentEncoding":"base64","contentSchema":{"type":"null"}}"#,
    ])
  func nothingToDo(_ text: String) throws {
    #expect(try opcodes(text).isEmpty)
    for document in ["null", "1", "\"\"", "[]", "[1,1]", "{}", "{\"a\":1}"] {
      #expect(try RuleSet.compile(text).isValid(document))
    }
  }

  @Test("everything that looks at names becomes one walk")
  func oneWalk() throws {
    let text = #"""
      {"properties":{"a":{"type":"null"}},"patternProperties":{"b":{"type":"null"}},"additionalProperties":false,
       "propertyNames":{"minLength":1},"required":["a"]}
      """#
    let rules = try RuleSet.compile(text)
    #expect(rules.program.program.code.count { $0.opcode == .members } == 1)
  }

  @Test("a schema that is named twice is compiled once")
  func sharing() throws {
    let text = ##"{"prefixItems":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/a"}],"$defs":{"a":{"minLength":1}}}"##
    #expect(try RuleSet.compile(text).program.program.code.count { $0.opcode == .minLength } == 1)
  }

  @Test("a schema that nothing reaches is not compiled")
  func unreachable() throws {
    #expect(try opcodes(#"{"$defs":{"a":{"minLength":1}},"type":"string"}"#).isEmpty)
  }

  @Test("a format that only annotates has no instruction")
  func annotatedFormat() throws {
    let rules = try RuleSet.compile(#"{"format":"date"}"#, options: CompileOptions(formats: .annotate))
    #expect(rules.program.program.opcodes.isEmpty)
    #expect(rules.isValid("\"no date\""))
  }

  @Test(
    "a keyword's severity is its own entry, else its schema's, else error",
    arguments: [
      (#"{"minLength":1}"#, SeverityRank.error), (#"{"minLength":1,"x-severity":"info"}"#, .info),
      (#"{"minLength":1,"x-severity":{"minLength":"warning"}}"#, .warning),
      (#"{"minLength":1,"maxLength":2,"x-severity":{"maxLength":"warning"}}"#, .error),
    ])
  func ranks(_ text: String, _ rank: SeverityRank) throws {
    let code = try RuleSet.compile(text).program.program.code
    #expect(code.filter { $0.opcode == .minLength }.map(\.rank) == [rank])
  }

  @Test("a pattern is compiled once, however often it is written")
  func patterns() throws {
    let text = #"{"properties":{"a":{"pattern":"^x"},"b":{"pattern":"^x"}},"patternProperties":{"^x":{"type":"null"}}}"#
    #expect(try RuleSet.compile(text).program.program.patterns.count == 1)
  }

  @Test("the parts of an anchored class pattern need no PCRE2")
  func classPatterns() throws {
    let patterns = try RuleSet.compile(#"{"pattern":"^[A-Za-z0-9_-]+$"}"#).program.program.patterns
    #expect(patterns.allSatisfy { $0.classProgram != nil })
  }
}
