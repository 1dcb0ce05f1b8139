import Foundation
import Testing

@testable import Rules

@Suite("The metaschema of the x- keywords says what the code does")
struct AssayMetaschemaTests {
  /// The repository's `rules/assay.schema.json`; this file lies four levels below the root.
  private func metaschema() throws -> [UInt8] {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    let data = try Data(contentsOf: folder.appending(path: "rules/assay.schema.json"))
    return [UInt8](data)
  }

  private func values(_ name: String) throws -> [String] {
    let text = try metaschema()
    let document = try Document(json: text.span.bytes)
    let list = try #require(document.node(at: "/$defs/\(name)/enum"))
    return document.items(of: list).map { document.string(at: $0) }
  }

  @Test("its lists are those of the code")
  func lists() throws {
    let severities = try values("severity")
    #expect(Set(severities) == Set(Severity.allCases.map(\.rawValue)))
    let normalizers = try values("normalizer")
    #expect(normalizers == Normalizer.allCases.map(\.name))
  }

  @Test("every keyword of Assay has a description in it")
  func keywords() throws {
    let text = try metaschema()
    let document = try Document(json: text.span.bytes)
    for name in KeywordName.allCases.map(\.rawValue) where name.hasPrefix("x-") {
      #expect(document.node(at: "/properties/\(name)/description") != nil, "\(name)")
    }
  }

  @Test(
    "it takes what is right and refuses what is wrong, at any depth",
    arguments: [
      (#"{"x-assay": 1, "x-severity": "info", "x-normalize": ["trim", "nfc"], "x-message": {"type": "no"}}"#, true),
      (#"{"x-assay": 2}"#, false), (#"{"x-severity": "fatal"}"#, false), (#"{"x-severity": {"type": "fatal"}}"#, false),
      (#"{"properties": {"a": {"x-normalize": "trimm"}}}"#, false), (#"{"items": {"x-sensitive": "yes"}}"#, false),
      (#"{"maxLength": "x"}"#, false), (#"{"x-policies": [{"rule": "self > 1"}]}"#, true),
      (#"{"x-policies": [{"rul": "x"}]}"#, false), (#"{"x-policy-context": {"type": 5}}"#, false), ("true", true),
    ])
  func decisions(schema: String, isValid: Bool) throws {
    let rules = try RuleSet.compile(metaschema())
    #expect(rules.isValid(schema) == isValid)
  }

  @Test("a rule file that names it as its dialect is checked against it")
  func dialect() throws {
    var library = RuleLibrary()
    let uri = "https://assay.invalid/assay.schema.json"
    try library.add(String(decoding: metaschema(), as: UTF8.self), uri: uri)
    #expect(try RuleSet.compile(#"{"$schema": "\#(uri)", "x-severity": "info"}"#, library: library).warnings.isEmpty)
    #expect(throws: RuleErrors.self) {
      try RuleSet.compile(#"{"$schema": "\#(uri)", "x-message": 5}"#, library: library)
    }
  }
}
