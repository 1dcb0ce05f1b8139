import Testing

@testable import Rules

/// A rule file and what is suspicious in it, at the marked places in the order of the file.
struct LintCase: CustomTestStringConvertible, Sendable {
  let marked: String
  let codes: [RuleProblemCode]
  var testDescription: String { marked }

  /// - Parameter codes: none where nothing is to be said.
  init(_ marked: String, _ codes: RuleProblemCode...) {
    self.marked = marked
    self.codes = codes
  }

  /// Compares codes and, where something is marked, the place of the first.
  func expectProblems(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let source = MarkedSource(marked)
    let problems = try lint(source.text)
    #expect(problems.map(\.code) == codes, "\(problems)", sourceLocation: sourceLocation)
    #expect(problems.allSatisfy { $0.severity == .warning }, sourceLocation: sourceLocation)
    if let first = problems.first, marked.contains("➊") {
      #expect(first.span.offset == source.offset, "\(first)", sourceLocation: sourceLocation)
    }
  }
}

func lint(_ text: String, options: CompileOptions = CompileOptions()) throws -> [RuleProblem] {
  RuleSet.problems(of: try RuleSource(json: text.utf8.span.bytes, path: "rules.json"), options: options)
}

/// `$schema` of an old draft, to begin an object with.
let draft7 = #""$schema": "http://json-schema.org/draft-07/schema#""#
let draft4 = #""$schema": "http://json-schema.org/draft-04/schema#""#
