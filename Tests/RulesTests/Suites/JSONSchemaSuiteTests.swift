import Foundation
import Testing

@testable import Rules

/// The official suite, draft 2020-12, mandatory cases, on both paths.
@Suite("JSON Schema test suite, draft 2020-12")
struct JSONSchemaSuiteTests {
  static let folder = "suites/json-schema-test-suite/tests/draft2020-12"

  static let groups: [SuiteGroup] = {
    guard let url = SharedFolder.file(folder),
      let names = try? FileManager.default.contentsOfDirectory(atPath: url.path)
    else { return [] }
    return names.filter { $0.hasSuffix(".json") }.sorted().flatMap { name in
      (try? SuiteGroup.read("\(folder)/\(name)")) ?? []
    }
  }()

  /// What this version leaves out, found in the schema's own text.
  static func reasonToLeaveOut(_ group: SuiteGroup) -> String? {
    let text = String(decoding: group.schema, as: UTF8.self)
    for keyword in ["$dynamicRef", "$dynamicAnchor", "unevaluatedItems", "unevaluatedProperties", "$vocabulary"]
    where text.contains("\"\(keyword)\"") {
      return keyword
    }
    let metaschema = "\"$ref\": \"https://json-schema.org/draft/2020-12/schema\""
    if text.contains(metaschema) { return "a metaschema" }
    if text.contains("\"$schema\": \"http://localhost:1234/") { return "a custom metaschema" }
    if group.file == "refRemote.json" || text.contains("\"$ref\": \"http://localhost:1234/draft2020-12/detached") {
      return "another document"
    }
    return nil
  }

  /// Formats are annotations and unknown keywords are allowed there, as the standard has them.
  static let options = CompileOptions(formats: .annotate, unknownKeywords: .ignore)

  @Test(
    "every case that needs no other document passes on both paths",
    .enabled(if: SharedFolder.url != nil, SharedFolder.absence))
  func mandatoryCases() throws {
    #expect(!Self.groups.isEmpty)
    var passed = 0
    var leftOut: [String] = []
    for group in Self.groups {
      if let reason = Self.reasonToLeaveOut(group) {
        leftOut += group.cases.map { "\(group.file): \(group.description): \($0.description) (\(reason))" }
        continue
      }
      passed += check(group)
    }
    print("JSON Schema 2020-12: \(passed) cases passed on both paths, \(leftOut.count) left out:")
    for line in leftOut { print("  left out: \(line)") }
    #expect(passed + leftOut.count == Self.groups.reduce(0) { $0 + $1.cases.count })
    #expect(passed > 900)
  }

  private func check(_ group: SuiteGroup) -> Int {
    let rules: RuleSet
    do {
      rules = try RuleSet.compile(group.schema.span.bytes, options: Self.options)
    } catch {
      Issue.record("\(group.testDescription): does not compile: \(error)")
      return 0
    }
    var checker = rules.makeChecker()
    var passed = 0
    for test in group.cases {
      let bytes = test.data.span.bytes
      let verdict = rules.check(bytes).verdict
      let expected: Verdict = test.isValid ? .valid : .invalid
      let isRight =
        verdict == expected && rules.isValid(bytes) == test.isValid && checker.isValid(bytes) == test.isValid
      #expect(isRight, "\(group.testDescription): \(test.description): expected \(expected), got \(verdict)")
      if isRight { passed += 1 }
    }
    return passed
  }
}
