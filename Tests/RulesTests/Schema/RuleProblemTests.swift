import Testing

@testable import Rules

/// A rule file with one problem, the place it is marked at, and what is suggested.
struct ProblemCase: CustomTestStringConvertible, Sendable {
  let marked: String
  let code: String
  var severity = Severity.error
  var suggestion: String?

  var testDescription: String { marked }

  init(_ marked: String, _ code: String, severity: Severity = .error, did suggestion: String? = nil) {
    self.marked = marked
    self.code = code
    self.severity = severity
    self.suggestion = suggestion
  }
}

@Suite struct RuleProblemTests {
  @Test(
    "every kind of problem has its code, file, line, column and suggestion",
    arguments: [
      ProblemCase("{\n  ➊\"maxLenght\": 5\n}", "unknown-keyword", did: "maxLength"),
      ProblemCase(#"{"$comment": "é😀", ➊"requird": []}"#, "unknown-keyword", did: "required"),
      ProblemCase(#"{➊"MaxLength": 5}"#, "unknown-keyword", did: "maxLength"),
      ProblemCase(#"{➊"x-normalise": "trim"}"#, "unknown-keyword", did: "x-normalize"),
      ProblemCase(#"{➊"shoeSize": 5}"#, "unknown-keyword", severity: .warning),
      ProblemCase(#"{➊"example": 5}"#, "unknown-keyword", severity: .warning, did: "examples"),
      ProblemCase(#"{➊"nullable": true}"#, "unknown-keyword", severity: .warning),
      ProblemCase(#"{"type": ➊"strng"}"#, "unknown-type", did: "string"),
      ProblemCase(#"{"type": ["null", ➊"int"]}"#, "unknown-type", did: "integer"),
      ProblemCase(#"{"type": ➊"String"}"#, "unknown-type", did: "string"),
      ProblemCase(#"{"format": ➊"datetime"}"#, "unknown-format", did: "date-time"),
      ProblemCase(#"{"format": ➊"uid"}"#, "unknown-format", did: "uuid"),
      ProblemCase(#"{"format": ➊"shoe-size"}"#, "unknown-format", severity: .warning),
      ProblemCase("{\"$defs\": {\"money\": {}},\n \"$ref\": ➊\"#/$defs/mony\"}", "unknown-reference", did: "money"),
      ProblemCase(##"{"$ref": ➊"#/$defz/money", "$defs": {"money": {}}}"##, "unknown-reference", did: "$defs"),
      ProblemCase(##"{"$ref": ➊"#mony", "$defs": {"m": {"$anchor": "money"}}}"##, "unknown-anchor", did: "#money"),
      ProblemCase(#"{"$ref": ➊"other.json"}"#, "unknown-document"),
      ProblemCase(##"{"$ref": ➊"#%ZZ"}"##, "bad-reference"),
      ProblemCase(##"{"$ref": ➊"#/a~2"}"##, "bad-reference"),
      ProblemCase(#"{"type": "string", "x-severity": ➊"warnin"}"#, "unknown-severity", did: "warning"),
      ProblemCase(
        #"{"type": "string", "x-severity": {"type": ➊"eror"}}"#, "unknown-severity", did: "error"),
      ProblemCase(#"{"type": "string", "x-severity": {➊"typ": "info"}}"#, "unknown-keyword", did: "type"),
      ProblemCase(#"{"x-message": {➊"pattern": "no"}}"#, "unknown-keyword"),
      ProblemCase(#"{"x-normalize": ➊"lower-case"}"#, "unknown-normalizer", did: "lowercase"),
      ProblemCase(#"{"x-normalize": ["trim", ➊"datetime"]}"#, "unknown-normalizer", did: "date-time"),
      ProblemCase(#"{"pattern": ➊"a("}"#, "bad-pattern"),
      ProblemCase(#"{"patternProperties": {"^a": {}, ➊"[": {}}}"#, "bad-pattern"),
      ProblemCase(#"{"x-assay": ➊2}"#, "unsupported-version"),
      ProblemCase(#"{"x-assay": ➊"1"}"#, "unsupported-version"),
      ProblemCase(#"{"not": {➊"x-assay": 1}}"#, "misplaced-keyword", severity: .warning),
      ProblemCase(
        #"{"$schema": ➊"http://json-schema.org/draft-03/schema#"}"#, "unknown-dialect", did: Draft.draft4.uri),
      ProblemCase(
        #"{"$schema": ➊"https://json-schema.org/draft-07/schema#"}"#, "dialect-uri", severity: .warning,
        did: "http://json-schema.org/draft-07/schema#"),
      ProblemCase(##"{"$dynamicRef": ➊"#meta"}"##, "unknown-anchor"),
      ProblemCase(#"{"$schema": "https://json-schema.org/v1", "$dynamicRef": ➊"meta"}"#, "unknown-anchor"),
      ProblemCase(#"{"$dynamicAnchor": ➊"a b"}"#, "wrong-value"),
      ProblemCase(#"{"$vocabulary": ➊true}"#, "wrong-value"),
      ProblemCase(#"{"$schema": "https://json-schema.org/v1", ➊"shoeSize": 5}"#, "unknown-keyword"),
      ProblemCase(
        #"{"$schema": "http://json-schema.org/draft-07/schema#", ➊"$defs": {}}"#, "other-draft", severity: .warning,
        did: "definitions"),
      ProblemCase(
        ##"{"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "#/definitions/a", ➊"minLength": 1, "definitions": {"a": {}}}"##,
        "ignored-keyword", severity: .warning),
      ProblemCase(
        #"{"$schema": "http://json-schema.org/draft-04/schema#", "not": ➊true}"#, "not-a-schema"),
      ProblemCase(#"{➊"definitions": {}}"#, "old-keyword", severity: .warning, did: "$defs"),
      ProblemCase(#"{"properties": {"a": ➊5}}"#, "not-a-schema"),
      ProblemCase(#"{"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": ➊"x"}}}"#, "duplicate-anchor"),
      ProblemCase(#"{"$defs": {"a": {"$id": "x"}, "b": ➊{"$id": "x"}}}"#, "duplicate-id"),
      ProblemCase("{\"type\":\n➊}", "malformed"),
      ProblemCase("{\"type\": \"string\",\n ➊\"type\": \"null\"}", "duplicate-key"),
    ])
  func eachKind(_ problem: ProblemCase) throws {
    let source = MarkedSource(problem.marked)
    let found = problems(of: source.text)
    #expect(found.count == 1)
    let first = try #require(found.first)
    #expect(first.code.rawValue == problem.code)
    #expect(first.severity == problem.severity)
    #expect(first.suggestion == problem.suggestion)
    #expect(first.location == RuleLocation(path: "rules.json", line: source.line, column: source.column))
    #expect(first.span.offset == source.offset)
  }

  @Test("all problems of a file are in one throw, in the order of the file")
  func allAtOnce() {
    let found = problems(
      of: """
        {
          "typ": "object",
          "properties": {
            "a": {"type": "strng"},
            "b": {"format": "datetime", "pattern": "("},
            "c": {"$ref": "#/$defs/missing"},
            "d": {"minLength": -1, "maxLength": "3"}
          }
        }
        """)
    #expect(
      found.map { "\($0.location.line):\($0.code.rawValue)" } == [
        "2:unknown-keyword", "4:unknown-type", "5:unknown-format", "5:bad-pattern", "6:unknown-reference",
        "7:wrong-value", "7:wrong-value",
      ])
  }

  @Test("a problem reads as file, line, column, code, sentence and suggestion")
  func description() throws {
    let found = try #require(problems(of: "{\n  \"maxLenght\": 5\n}").first)
    #expect(
      found.description
        == #"rules.json:2:3: error[unknown-keyword] unknown keyword "maxLenght"; did you mean "maxLength"?"#)
  }

  @Test("a problem names the file as the caller named it")
  func path() {
    #expect {
      try RuleSet.compile("[]", path: "folder/a.json")
    } throws: { error in
      (error as? RuleErrors)?.problems.map(\.location.path) == ["folder/a.json"]
    }
  }

  @Test("unknown keywords are ignored when that is asked for")
  func ignoredKeywords() {
    #expect(problems(of: #"{"maxLenght": 5, "other": 1}"#, options: CompileOptions(unknownKeywords: .ignore)).isEmpty)
  }

  @Test("keywords that start with x- and are near no other are somebody else's")
  func foreignExtensions() {
    #expect(problems(of: #"{"x-internal-owner": "billing"}"#).isEmpty)
  }

  @Test("formats are not looked up when they only annotate")
  func annotatedFormats() {
    #expect(problems(of: #"{"format": "datetime"}"#, options: CompileOptions(formats: .annotate)).isEmpty)
  }

  @Test(
    "what this version does not have is refused, never ignored",
    arguments: [
      "x-policies", "x-policy-context",
    ])
  func unsupported(_ keyword: String) throws {
    let found = try #require(problems(of: #"{"\#(keyword)": true}"#).first)
    #expect(found.code.rawValue == "unsupported-keyword")
    #expect(found.severity == .error)
    #expect(found.location.column == 2)
  }

  @Test("an endless reference is told beside other errors")
  func endlessBesideOthers() {
    let found = problems(of: ##"{"$defs":{"a":{"$ref":"#/$defs/a"}},"maxLenght":1}"##)
    #expect(found.map(\.code.rawValue) == ["endless-reference", "unknown-keyword"])
  }

  @Test(
    "a JSON file that cannot be read says why by its code",
    arguments: [
      ("", RuleProblemCode.empty), ("{", .malformed),
      (String(repeating: "[", count: 600) + String(repeating: "]", count: 600), .depth),
    ])
  func unreadable(_ text: String, _ code: RuleProblemCode) {
    let errors = #expect(throws: RuleErrors.self) { try RuleSet.compile(text) }
    #expect(errors?.problems.map(\.code) == [code])
  }
}
