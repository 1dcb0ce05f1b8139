import Testing

@testable import Rules

/// The official suite through the library: every draft, every part, on the verdict path and on the findings path.
@Suite("JSON Schema test suite")
struct JSONSchemaSuiteTests {
  @Test(
    "every case passes on both paths", .enabled(if: SharedFolder.url != nil, SharedFolder.absence),
    arguments: SuiteDraft.allCases, SuitePart.allCases)
  func cases(draft: SuiteDraft, part: SuitePart) throws {
    let groups = try SuiteFolder.groups(draft, part)
    let total = groups.reduce(0) { $0 + $1.cases.count }
    let passed = groups.reduce(0) { $0 + check($1, part.options(draft)) }
    print("JSON Schema \(draft.rawValue), \(part.rawValue): \(passed) of \(total) cases passed on both paths")
    #expect(passed == total && total > 90)
  }

  private func check(_ group: SuiteGroup, _ options: CompileOptions) -> Int {
    do {
      let rules = try RuleSet.compile(group.schema, library: SuiteFolder.library, options: options)
      return group.cases.reduce(0) { $0 + (passes($1, of: group, rules) ? 1 : 0) }
    } catch {
      Issue.record("\(group.testDescription): does not compile: \(error)")
      return 0
    }
  }

  private func passes(_ test: SuiteGroup.Case, of group: SuiteGroup, _ rules: RuleSet) -> Bool {
    let bytes = test.data.span.bytes
    let verdict = rules.check(bytes).verdict
    let expected: Verdict = test.isValid ? .valid : .invalid
    let isRight =
      verdict == expected && rules.isValid(bytes) == test.isValid && rules.standardVerdict(bytes) == expected
    #expect(isRight, "\(group.testDescription): \(test.description): expected \(expected), got \(verdict)")
    return isRight
  }
}
