import Testing

@testable import Rules

/// The official output suite, and the outputs for every mandatory case of the main suite against the draft's output schema.
@Suite("JSON Schema output suite")
struct OutputSuiteTests {
  @Test(
    "every case passes", .enabled(if: SharedFolder.url != nil, SharedFolder.absence), arguments: OutputDraft.allCases)
  func cases(draft: OutputDraft) throws {
    var (passed, total) = (0, 0)
    for group in try OutputGroup.groups(draft) {
      let rules = try RuleSet.compile(
        group.schema, options: SuitePart.mandatory.options(draft.suite, annotations: true))
      for test in group.cases {
        for (name, schema) in test.schemas {
          let output = rules.output(test.data, format: try #require(OutputFormat(rawValue: name)))
          let isRight = try draft.rules(schema).isValid(output)
          #expect(isRight, "\(group.description): \(test.description): \(output)")
          (passed, total) = (passed + (isRight ? 1 : 0), total + 1)
        }
      }
    }
    print("JSON Schema output, \(draft.rawValue): \(passed) of \(total) cases pass")
    #expect(passed == total && total > 2)
  }

  @Test(
    "the output of every mandatory case satisfies its format's schema and has the right result",
    .enabled(if: SharedFolder.url != nil, SharedFolder.absence), arguments: OutputDraft.allCases, [true, false])
  func mandatory(draft: OutputDraft, annotations: Bool) throws {
    let options = SuitePart.mandatory.options(draft.suite, annotations: annotations)
    let checks = try draft.formats.map { (format: $0, rules: try draft.rules(definition($0, draft))) }
    var (passed, total) = (0, 0)
    for group in try SuiteFolder.groups(draft.suite, .mandatory) {
      let rules = try RuleSet.compile(group.schema, library: SuiteFolder.library, options: options)
      for (test, check) in group.cases.flatMap({ test in checks.map { (test, $0) } }) {
        let output = rules.output(test.data, format: check.format)
        let isRight = check.rules.isValid(output) && output.hasPrefix(#"{"valid":\#(test.isValid)"#)
        #expect(isRight, "\(check.format): \(group.testDescription): \(test.description): \(output)")
        (passed, total) = (passed + (isRight ? 1 : 0), total + 1)
      }
    }
    print("JSON Schema output, \(draft.rawValue): \(passed) of \(total) outputs satisfy their format's schema")
    #expect(passed == total && total > 3000)
  }

  /// As a whole the output schema takes whatever has a `valid`.
  private func definition(_ format: OutputFormat, _ draft: OutputDraft) -> [UInt8] {
    Array(##"{"$ref": "\##(draft.uri)#/$defs/\##(draft.definition(of: format))"}"##.utf8)
  }
}
