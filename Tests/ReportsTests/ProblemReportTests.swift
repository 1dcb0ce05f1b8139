import Foundation
import Reports
import RuleFiles
import Rules
import Testing

@Suite("Problems of rule files, as they are printed")
struct ProblemReportTests {
  private static let text = """
    type: object
    properties:
      name: {type: strng, maxLenght: 5}
      x: {$ref: '#/$defs/nope'}
      p: {pattern: '('}

    """

  private func problems(_ text: String) -> [RuleProblem] {
    do {
      return try RuleFile(path: "rules.yaml", bytes: Array(text.utf8)).compile().warnings
    } catch {
      return error.problems
    }
  }

  @Test("as text")
  func asText() throws {
    let report = ProblemReport(path: "rules.yaml", text: Array(Self.text.utf8))
    try Snapshot.check(problems(Self.text).map(report.text).joined(), "problems.txt")
  }

  @Test("as JSON")
  func asJSON() throws {
    let report = ProblemReport(path: "rules.yaml", text: Array(Self.text.utf8))
    let json = report.json(problems(Self.text))
    _ = try JSONSerialization.jsonObject(with: Data(json.utf8))
    try Snapshot.check(json + "\n", "problems.json")
  }

  @Test(
    "every problem and every warning has file, line and column",
    arguments: [
      "maxLenght: 5", "title: 5", "x-unknown: 1\nfoo: 2", "type: [string", "a: &x [*x]",
    ])
  func places(text: String) {
    let report = ProblemReport(path: "rules.yaml", text: Array(text.utf8))
    for problem in problems(text) {
      #expect(report.text(problem).contains(#/^rules\.yaml:\d+:\d+: (error|warning|info)\[[a-z0-9-]+\] /#))
    }
  }
}
