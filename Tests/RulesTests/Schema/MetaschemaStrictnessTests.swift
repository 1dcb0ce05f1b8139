import Testing

@testable import Rules

/// The reader checks the shapes of keywords itself. Whatever the built-in metaschema of a draft refuses, it must refuse.
@Suite("The reader is at least as strict as the metaschemas")
struct MetaschemaStrictnessTests {
  private static let values = [
    "null", "true", "false", "0", "-1", "1.5", "1.0", "1e400", "\"\"", "\"x\"", "\"#a\"", "\"1a\"", "[]", "[1]",
    "[\"a\"]",
    "[\"a\", \"a\"]", "[{}]", "[[]]", "{}", "{\"a\": 1}", "{\"a\": []}", "{\"a\": [\"b\", \"b\"]}", "{\"a\": {}}",
    "{\"a\": \"b\"}", "{\"a\": [1]}", "{\"a\": true}", "[null]", "[true]", "[{\"type\": 1}]", "{\"a\": {\"type\": 1}}",
    "{\"type\": 1}", "{\"(\": {}}", "[\"string\", \"string\"]", "[\"nope\"]", "\"string\"",
  ]

  @Test("on every keyword of every draft with every kind of value", arguments: SuiteDraft.allCases)
  func keywords(draft: SuiteDraft) throws {
    let metaschema = try metaschema(draft)
    var refused = 0
    for name in KeywordName.allCases.map(\.rawValue) where !name.hasPrefix("x-") {
      for value in Self.values { refused += expectRefusal("{\"\(name)\": \(value)}", draft, metaschema) }
    }
    #expect(refused > 300)
  }

  @Test(
    "on the suite's schemas with one value changed", .enabled(if: SharedFolder.url != nil, SharedFolder.absence),
    arguments: SuiteDraft.allCases)
  func mutations(draft: SuiteDraft) throws {
    let metaschema = try metaschema(draft)
    var random = SeededGenerator(seed: 20_261_122)
    var refused = 0
    for group in try SuiteFolder.groups(draft, .mandatory) {
      let document = try Document(json: group.schema.span.bytes)
      guard document.kind(at: Document.root) == .object else { continue }
      for _ in 0..<12 {
        guard let value = Self.values.randomElement(using: &random) else { continue }
        refused += expectRefusal(mutated(document, group.schema, value, &random), draft, metaschema)
      }
    }
    #expect(refused > 200)
  }

  private func metaschema(_ draft: SuiteDraft) throws -> RuleSet {
    let text = try #require(Metaschemas.texts[draft.draft.uri])
    return try RuleSet.compile(text, options: CompileOptions(formats: .annotate))
  }

  /// One value somewhere in the schema is replaced.
  private func mutated(
    _ document: Document, _ text: [UInt8], _ value: String, _ random: inout SeededGenerator
  ) -> String {
    var nodes: [NodeIndex] = []
    func visit(_ node: NodeIndex) {
      if node != Document.root { nodes.append(node) }
      document.items(of: node).forEach(visit)
      if document.kind(at: node) == .object { document.members(of: node).forEach { visit($0.value) } }
    }
    visit(Document.root)
    guard let node = nodes.randomElement(using: &random) else { return "{}" }
    let span = document.span(of: node)
    let bytes = text[..<span.offset] + Array(value.utf8) + text[(span.offset + span.length)...]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// 1 when the metaschema refuses the schema; then the compiler must, too.
  private func expectRefusal(_ schema: String, _ draft: SuiteDraft, _ metaschema: RuleSet) -> Int {
    // The schema is of this draft as far as it does not say otherwise itself.
    guard !schema.contains("$schema\": \"http") || schema.contains(draft.draft.uri) else { return 0 }
    guard metaschema.standardVerdict(schema.utf8.span.bytes) == .invalid else { return 0 }
    // What stands beside $ref is ignored, and may have any shape (draft 7 core, 8.3).
    if draft.draft.refHidesSiblings, schema.contains("\"$ref\"") { return 1 }
    // Only v1 refuses unknown keywords (core, 6.5).
    let options = CompileOptions(
      formats: .annotate, unknownKeywords: draft == .v1 ? .report : .ignore, dialect: draft.draft.uri)
    do {
      _ = try RuleSet.compile(schema, library: SuiteFolder.library, options: options)
      let findings = metaschema.check(schema).findings.map { "\($0.instanceLocation) \($0.message())" }
      Issue.record("\(draft): the metaschema refuses \(schema): \(findings)")
    } catch {}
    return 1
  }
}
