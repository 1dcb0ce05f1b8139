import Rules

/// Findings of one document as text for people.
struct FindingText {
  private let document: CheckedDocument
  private let locator: Locator
  private let paint: Paint
  private let catalogue: MessageCatalogue

  init(_ document: CheckedDocument, paint: Paint, catalogue: MessageCatalogue) {
    self.document = document
    self.paint = paint
    self.catalogue = catalogue
    locator = Locator(document)
  }

  /// One line: place, severity, code, pointer, message, suggestion; of the closest alternative what went wrong first.
  func concise(_ finding: Finding) -> String {
    let hint = finding.suggestion.map { "; did you mean \(Printable.line($0))?" } ?? ""
    let cause = finding.causes.first.map { "; closest alternative:\(statement($0))" } ?? ""
    return header(finding) + hint + cause + "\n"
  }

  /// The header with the source line, what is allowed, the rule, and the findings that led to it.
  func full(_ finding: Finding) -> String {
    var lines = [header(finding)]
    lines += details(finding, indentation: "  ")
    return lines.joined(separator: "\n") + "\n"
  }

  private func header(_ finding: Finding) -> String {
    let place = "\(Printable.line(document.path)):\(placeInFile(finding))"
    let label = "\(finding.severity.rawValue)[\(Printable.line(finding.code.rawValue))]"
    return "\(paint.strong(place)): \(paint.severity(finding.severity, label))\(statement(finding))"
  }

  private func placeInFile(_ finding: Finding) -> String {
    let start = locator.start(finding)
    return "\(start.line):\(start.column)"
  }

  private func statement(_ finding: Finding) -> String {
    let pointer = finding.instanceLocation.isEmpty ? "" : " \(Printable.line(finding.instanceLocation))"
    return "\(pointer): \(Printable.line(finding.message(catalogue)))"
  }

  private func details(_ finding: Finding, indentation: String) -> [String] {
    var lines = excerpt(finding)
    if let allowed = AllowedValues.text(finding) { lines.append("allowed: \(Printable.line(allowed))") }
    lines += causes(finding)
    if let rule = rule(finding) { lines.append(paint.faint(rule)) }
    return lines.map { indentation + $0 }
  }

  private func excerpt(_ finding: Finding) -> [String] {
    let excerpt = locator.excerpt(finding)
    let number = String(locator.start(finding).line)
    let gutter = String(repeating: " ", count: number.utf8.count)
    let hint = finding.suggestion.map { " did you mean \(Printable.line($0))?" } ?? ""
    let carets = String(repeating: "^", count: excerpt.carets)
    let marks = String(repeating: " ", count: excerpt.indentation) + paint.severity(finding.severity, carets)
    return [
      paint.faint("\(number) | ") + excerpt.text,
      paint.faint("\(gutter) | ") + marks + paint.good(hint),
    ]
  }

  private func causes(_ finding: Finding) -> [String] {
    if finding.causes.isEmpty { return [] }
    return ["closest alternative:"]
      + finding.causes.flatMap { cause in
        ["  \(placeInFile(cause)): [\(Printable.line(cause.code.rawValue))]\(statement(cause))"]
          + details(cause, indentation: "    ")
      }
  }

  private func rule(_ finding: Finding) -> String? {
    guard let rule = finding.rule else { return nil }
    let pointer = finding.absoluteKeywordLocation.firstIndex(of: "#").map {
      " " + finding.absoluteKeywordLocation[$0...]
    }
    return Printable.line("rule: \(rule.path):\(rule.line):\(rule.column)\(pointer ?? "")")
  }
}
