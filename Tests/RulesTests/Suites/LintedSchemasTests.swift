import Foundation
import Testing

@testable import Rules

/// Rule files that others wrote: nothing in them crashes a lint, and every warning was looked at by hand.
@Suite("Linting real schemas", .enabled(if: SharedFolder.url != nil, SharedFolder.absence))
struct LintedSchemasTests {
  /// What the lints say, by code. Each is a fault of the schema: defaults of another type, definitions left over,
  /// `pattern` beside `integer`, required names that nothing allows, an exponential pattern.
  private static let expected = [
    "ansible-meta": "invalid-default 45, invalid-example 1, keyword-without-effect 1",
    "code-climate": "unused-definition 2",
    "cypress": "invalid-default 6",
    "omnisharp": "invalid-default 10",
    "ui5-manifest":
      "forbidden-required 3, inapplicable-keyword 2, invalid-default 2, slow-pattern 1, unreachable-branch 2, "
      + "unused-definition 12",
    "vercel": "inapplicable-keyword 1",
    "yamllint": "unused-definition 2",
  ]

  private static func problems(_ name: String, _ mode: CompileOptions.UnknownKeywordMode) throws -> [RuleProblem] {
    let url = try #require(SharedFolder.file("bench/\(name)/schema.json"))
    let source = try RuleSource(json: Array(try Data(contentsOf: url)).span.bytes, path: "schema.json")
    return RuleSet.problems(of: source, options: CompileOptions(unknownKeywords: mode))
  }

  private static func names() throws -> [String] {
    let folder = try #require(SharedFolder.file("bench"))
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { SharedFolder.file("bench/\($0)/schema.json") != nil }.sorted()
  }

  @Test("each has the warnings that it deserves")
  func warnings() throws {
    for name in try Self.names() {
      let problems = try Self.problems(name, .ignore)
      let counts = Dictionary(grouping: problems, by: \.code.rawValue).sorted { $0.key < $1.key }
      #expect(
        counts.map { "\($0.key) \($0.value.count)" }.joined(separator: ", ") == Self.expected[name] ?? "", "\(name)")
      #expect(problems.allSatisfy { $0.severity == .warning }, "\(name)")
    }
  }

  @Test("the one error is a keyword with a colon in its name")
  func errors() throws {
    let errors = try Self.names().flatMap { name in
      try Self.problems(name, .report).filter { $0.severity == .error }.map {
        "\(name) \($0.code) \($0.suggestion ?? "")"
      }
    }
    #expect(errors == ["ui5-manifest unknown-keyword type"])
  }

  @Test("no schema of the official suite gets an error from a lint", arguments: SuiteDraft.allCases, SuitePart.allCases)
  func suite(draft: SuiteDraft, part: SuitePart) throws {
    for group in try SuiteFolder.groups(draft, part) {
      let source = try RuleSource(json: group.schema.span.bytes, path: "schema.json")
      let problems = RuleSet.problems(of: source, library: SuiteFolder.library, options: part.options(draft))
      #expect(problems.allSatisfy { $0.severity == .warning }, "\(group.testDescription): \(problems)")
    }
  }
}
