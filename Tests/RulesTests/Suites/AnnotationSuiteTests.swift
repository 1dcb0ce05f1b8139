import Foundation
import Testing

@testable import Rules

/// The official annotation suite, in every draft that a case is meant for.
@Suite("JSON Schema annotation suite")
struct AnnotationSuiteTests {
  @Test(
    "every assertion holds", .enabled(if: SharedFolder.url != nil, SharedFolder.absence),
    arguments: SuiteDraft.allCases)
  func assertions(draft: SuiteDraft) throws {
    var (passed, total) = (0, 0)
    for file in ["applicators", "content", "core", "format", "meta-data", "unevaluated", "unknown"] {
      for group in try AnnotationGroup.read(file) where group.isMeant(for: draft.number) {
        let results = try run(group, draft)
        passed += results.filter { $0 }.count
        total += results.count
      }
    }
    print("JSON Schema annotations, \(draft.rawValue): \(passed) of \(total) assertions hold")
    #expect(passed == total && total > 15)
  }

  private func run(_ group: AnnotationGroup, _ draft: SuiteDraft) throws -> [Bool] {
    var library = RuleLibrary()
    for (uri, text) in group.externalSchemas { try library.add(text, uri: uri) }
    let options = SuitePart.mandatory.options(draft, annotations: true)
    let rules = try RuleSet.compile(group.schema, library: library, options: options)
    return group.tests.flatMap { test -> [Bool] in
      let annotations = rules.annotations(test.instance.utf8.span.bytes)
      return test.assertions.map { assertion in
        let found = annotations.filter {
          $0.instanceLocation == assertion.location && $0.keyword == assertion.keyword
        }
        let byPlace = Dictionary(
          found.map { (Self.place($0), $0.value) }, uniquingKeysWith: { first, _ in first })
        #expect(byPlace == assertion.expected, "\(group.description): \(assertion)")
        return byPlace == assertion.expected
      }
    }
  }

  /// The schema that the keyword stands in.
  private static func place(_ annotation: Annotation) -> String {
    let fragment = annotation.documentFragment
    return "#" + (fragment.lastIndex(of: "/").map { String(fragment[..<$0]) } ?? "")
  }
}
