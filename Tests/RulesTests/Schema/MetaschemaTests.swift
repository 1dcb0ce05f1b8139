import Testing

@testable import Rules

@Suite("Metaschemas: the built-in ones hold, and custom ones are enforced")
struct MetaschemaTests {
  // MARK: - Built in

  @Test(
    "every built-in metaschema compiles in every mode and is valid by itself",
    arguments: Metaschemas.texts.keys.sorted())
  func builtIn(uri: String) throws {
    let text = try #require(Metaschemas.texts[uri])
    for formats in [CompileOptions.FormatMode.assert, .annotate, .standard] {
      for mode in [CompileOptions.MetaschemaMode.enforce, .ignore] {
        for annotations in [false, true] {
          let options = CompileOptions(formats: formats, metaschema: mode, annotations: annotations)
          let rules = try RuleSet.compile(text, options: options)
          #expect(rules.isValid(text))
          #expect(rules.standardVerdict(text.span.bytes) == .valid)
        }
      }
    }
  }

  // MARK: - Custom

  private static let uri = "https://e.org/meta"

  /// Titles are obligatory and short, in every schema.
  private static let metaschema = """
    {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "\(uri)", "$dynamicAnchor": "meta",
     "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": true,
       "https://json-schema.org/draft/2020-12/vocab/applicator": true,
       "https://json-schema.org/draft/2020-12/vocab/validation": true},
     "allOf": [{"$ref": "https://json-schema.org/draft/2020-12/schema"}],
     "properties": {"title": {"maxLength": 3}, "maxLength": {"maximum": 100}}}
    """

  private func problems(
    _ schema: String, metaschema: String = metaschema, uri: String = uri, mode: CompileOptions.MetaschemaMode = .enforce
  ) throws -> [String] {
    var library = RuleLibrary()
    try library.add(metaschema, uri: uri)
    do {
      return try RuleSet.compile(
        schema, library: library, options: CompileOptions(unknownKeywords: .ignore, metaschema: mode)
      ).warnings.map(\.description)
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test("a file is checked against the metaschema that it names, at every depth, with the place of the value")
  func custom() throws {
    let problems = try problems("{\"$schema\": \"\(Self.uri)\",\n \"items\": {\"not\": {\"maxLength\": 101}}}")
    #expect(
      problems == ["rules.json:2:33: error[metaschema] 101 is too large: 100 or less is allowed (https://e.org/meta)"])
  }

  @Test("a file that its metaschema takes has no problem")
  func accepted() throws {
    #expect(try problems(#"{"$schema": "https://e.org/meta", "maxLength": 5}"#).isEmpty)
  }

  @Test("where metaschemas are ignored, it is a warning")
  func ignored() throws {
    let problems = try problems(#"{"$schema": "https://e.org/meta", "maxLength": 500}"#, mode: .ignore)
    #expect(problems.count == 1)
    #expect(problems.allSatisfy { $0.contains("warning[metaschema]") })
  }

  @Test("an embedded resource is checked by its own metaschema and by no other")
  func embedded() throws {
    let schema = """
      {"$defs": {"a": {"$id": "https://e.org/a", "$schema": "https://e.org/meta", "maxLength": 101, "$defs": {
        "b": {"$id": "https://e.org/b", "$schema": "https://json-schema.org/draft/2020-12/schema", "maxLength": 102}}},
        "c": {"maxLength": 103}}}
      """
    let problems = try problems(schema)
    #expect(problems.count == 1)
    #expect(problems.allSatisfy { $0.contains("101 is too large") }, "\(problems)")
  }

  @Test("a metaschema that describes itself, or two that describe each other, end the check")
  func circular() throws {
    let own =
      #"{"$schema": "https://e.org/meta", "$id": "https://e.org/meta", "properties": {"maxLength": {"maximum": 9}}}"#
    #expect(try problems(#"{"$schema": "https://e.org/meta", "maxLength": 10}"#, metaschema: own).count == 1)
    #expect(try problems(own, metaschema: own).isEmpty)
    var library = RuleLibrary()
    for (name, other) in [("a", "b"), ("b", "a")] {
      try library.add(#"{"$schema": "https://e.org/\#(other)", "type": "object"}"#, uri: "https://e.org/\(name)")
    }
    #expect(try RuleSet.compile(#"{"$schema": "https://e.org/a", "maxLength": 1}"#, library: library).isValid("\"x\""))
  }

  @Test("what is wrong with the metaschema is told with its own place")
  func broken() throws {
    let problems = try problems(
      #"{"$schema": "https://e.org/meta"}"#, metaschema: #"{"properties": {"maxLength": {"type": "nope"}}}"#)
    #expect(problems.contains { $0.hasPrefix("https://e.org/meta:1:") && $0.contains("error") }, "\(problems)")
  }

  @Test("a dialect named by the options is enforced on files without $schema")
  func options() throws {
    var library = RuleLibrary()
    try library.add(Self.metaschema, uri: Self.uri)
    #expect(throws: RuleErrors.self) {
      try RuleSet.compile(#"{"maxLength": 101}"#, library: library, options: CompileOptions(dialect: Self.uri))
    }
    #expect(throws: RuleErrors.self) {
      try RuleSet.compile("{}", library: library, options: CompileOptions(dialect: "https://e.org/other"))
    }
  }
}
