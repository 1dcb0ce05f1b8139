@testable import Rules

/// A text in which `➊` marks the place that a problem or finding must name; the mark is not part of the text.
struct MarkedSource {
  let text: String
  /// The marked byte, from 0, its line and its column in code points, both from 1.
  let offset: Int
  let line: Int
  let column: Int

  init(_ marked: String) {
    let parts = marked.split(separator: "➊", maxSplits: 1, omittingEmptySubsequences: false)
    let before = parts[0].unicodeScalars
    text = parts.joined()
    offset = parts[0].utf8.count
    line = before.count { $0 == "\n" } + 1
    column =
      before.count - (before.lastIndex(of: "\n").map { before.distance(from: before.startIndex, to: $0) + 1 } ?? 0) + 1
  }
}

/// What compiling a text comes to: all problems of a text that is refused, the warnings of one that is not.
func problems(of text: String, options: CompileOptions = CompileOptions()) -> [RuleProblem] {
  do throws(RuleErrors) {
    return try RuleSet.compile(text, options: options).warnings
  } catch {
    return error.problems
  }
}
