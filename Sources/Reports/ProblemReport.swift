import Rules

/// Problems of one rule file, as text and as JSON.
package struct ProblemReport {
  private let path: String
  private let text: [UInt8]
  private let positions: SourcePositions
  private let others: (String) -> SourcePositions?
  private let paint: Paint

  /// - Parameters:
  ///   - text: the rule file's bytes, in which the problems count.
  ///   - others: the lines of other files that references lead to, by name.
  package init(
    path: String, text: [UInt8], paint: Paint = .none, others: @escaping (String) -> SourcePositions? = { _ in nil }
  ) {
    self.others = others
    self.path = path
    self.text = text
    self.paint = paint
    positions = SourcePositions(text)
  }

  /// The problem with its source line. A file that was never read has none.
  package func text(_ problem: RuleProblem) -> String {
    let place = "\(problem.location.path):\(problem.location.line):\(problem.location.column)"
    let label = "\(problem.severity.rawValue)[\(problem.code.rawValue)]"
    let hint = problem.suggestion.map { "; did you mean \"\($0)\"?" } ?? ""
    let header =
      "\(paint.strong(Printable.line(place))): \(paint.severity(problem.severity, label))"
      + " \(Printable.line(problem.message + hint))\n"
    if problem.location.path != path {
      return header + (others(problem.location.path).map { excerpt(problem, $0) } ?? "")
    }
    return text.isEmpty ? header : header + excerpt(problem, positions)
  }

  private func excerpt(_ problem: RuleProblem, _ positions: SourcePositions) -> String {
    let excerpt = Excerpt(positions.line(problem.location.line), marking: problem.span.range)
    let number = String(problem.location.line)
    let gutter = String(repeating: " ", count: number.utf8.count)
    let carets = paint.severity(problem.severity, String(repeating: "^", count: excerpt.carets))
    let indentation = String(repeating: " ", count: excerpt.indentation)
    return paint.faint("  \(number) | ") + excerpt.text + "\n" + paint.faint("  \(gutter) | ") + indentation + carets
      + "\n"
  }

  /// `{"path":..,"errors":n,"warnings":n,"problems":[..]}`
  package func json(_ problems: [RuleProblem]) -> String {
    let errors = problems.filter { $0.severity == .error }.count
    var object = JSONObject()
    object.add("path", string: path)
    object.add("errors", number: errors)
    object.add("warnings", number: problems.count - errors)
    object.add("problems", array: problems.map(json))
    return object.text
  }

  private func json(_ problem: RuleProblem) -> String {
    var object = JSONObject()
    object.add("severity", string: problem.severity.rawValue)
    object.add("code", string: problem.code.rawValue)
    object.add("message", string: problem.message)
    object.add("pointer", string: problem.pointer)
    object.add("location", json: LocationJSON.text(problem.location))
    object.add("span", json: span(problem.span))
    if let suggestion = problem.suggestion { object.add("suggestion", string: suggestion) }
    return object.text
  }

  private func span(_ span: ByteSpan) -> String {
    var object = JSONObject()
    object.add("offset", number: span.offset)
    object.add("length", number: span.length)
    return object.text
  }
}
