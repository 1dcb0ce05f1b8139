import Testing

@testable import Rules

@Suite struct EntryPointTests {
  static let text = ##"""
    {
      "$id": "https://example.org/root",
      "type": "object",
      "$defs": {
        "money": {"type": "integer", "minimum": 0},
        "name": {"$anchor": "name", "type": "string"},
        "other": {"$id": "other", "$defs": {"flag": {"type": "boolean"}}}
      }
    }
    """##

  @Test(
    "an entry point is a pointer, an anchor or a URI in the file",
    arguments: [
      ("#", "{}"), ("", "{}"), ("#/$defs/money", "1"), ("#name", "\"a\""), ("#/$defs/name", "\"a\""),
      ("other#/$defs/flag", "true"), ("https://example.org/root#/$defs/money", "1"),
    ])
  func entries(_ entry: String, _ valid: String) throws {
    let rules = try RuleSet.compile(Self.text, options: CompileOptions(entry: entry))
    for document in ["{}", "1", "\"a\"", "true"] { #expect(rules.isValid(document) == (document == valid)) }
  }

  @Test(
    "an entry point that is missing is an error with a suggestion",
    arguments: [
      ("#/$defs/mony", "unknown-reference", "money"), ("#nam", "unknown-anchor", "#name"),
      ("missing.json", "unknown-document", nil),
    ] as [(String, String, String?)])
  func missing(_ entry: String, _ code: String, _ suggestion: String?) {
    let found = problems(of: Self.text, options: CompileOptions(entry: entry))
    #expect(found.map(\.code.rawValue) == [code])
    #expect(found.first?.suggestion == suggestion)
    #expect(found.first?.severity == .error)
  }

  @Test("the whole file is checked, whatever the entry point")
  func wholeFile() {
    let text = ##"{"$defs":{"a":{"type":"string"},"b":{"typ":"string"}}}"##
    #expect(problems(of: text, options: CompileOptions(entry: "#/$defs/a")).map(\.code.rawValue) == ["unknown-keyword"])
  }

  @Test("findings of an entry point name places of the whole file")
  func locations() throws {
    let rules = try RuleSet.compile(Self.text, options: CompileOptions(entry: "#/$defs/money"))
    let finding = try #require(rules.check("-1").findings.first)
    #expect(finding.absoluteKeywordLocation == "https://example.org/root#/$defs/money/minimum")
    #expect(finding.keywordLocation == "/minimum")
    #expect(finding.rule?.line == 5)
  }
}
