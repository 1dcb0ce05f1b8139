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

  /// One line: place, severity, code, pointer, message, suggestion. In place of an `anyOf` or `oneOf` stand the lines of
  /// the alternative that was meant.
  func concise(_ finding: Finding) -> String {
    if showsCauses(finding) { return finding.causes.map(concise).joined() }
    let hint = finding.suggestion.map { "; did you mean \(Printable.line($0))?" } ?? ""
    return header(finding) + hint + "\n"
  }

  /// The header with the source line, what is allowed and the rule.
  func full(_ finding: Finding) -> String { lines(finding, below: []).joined(separator: "\n") + "\n" }

  /// Only the meant alternative is shown, unless all were asked for.
  private func showsCauses(_ finding: Finding) -> Bool { !finding.causes.isEmpty && finding.branches.isEmpty }

  private func lines(_ finding: Finding, below outer: [String]) -> [String] {
    if showsCauses(finding) {
      let note = paint.faint("  of: \(placeInFile(finding)) [\(finding.code.rawValue)]\(statement(finding))")
      return finding.causes.enumerated().flatMap { index, cause in
        (index > 0 ? [""] : []) + lines(cause, below: [note] + outer)
      }
    }
    return [header(finding)] + details(finding).map { "  " + $0 } + outer
  }

  private func header(_ finding: Finding) -> String {
    let place = place(finding)
    let label = "\(finding.severity.rawValue)[\(Printable.line(finding.code.rawValue))]"
    return "\(paint.strong(place)): \(paint.severity(finding.severity, label))\(statement(finding))"
  }

  private func place(_ finding: Finding) -> String {
    "\(Printable.line(document.path)):\(placeInFile(finding))"
  }

  private func placeInFile(_ finding: Finding) -> String {
    let start = locator.start(finding)
    return "\(start.line):\(start.column)"
  }

  private func statement(_ finding: Finding) -> String {
    let pointer = finding.instanceLocation.isEmpty ? "" : " \(Printable.line(finding.instanceLocation))"
    return "\(pointer): \(Printable.line(finding.message(catalogue)))"
  }

  private func details(_ finding: Finding) -> [String] {
    var lines = excerpt(finding)
    if let allowed = AllowedValues.text(finding) { lines.append("allowed: \(Printable.line(allowed))") }
    lines += finding.branches.flatMap(branch)
    if let rule = rule(finding) { lines.append(paint.faint(rule)) }
    return lines
  }

  private func branch(_ branch: BranchFindings) -> [String] {
    let name = branch.name.isEmpty ? "" : " (\(Printable.line(branch.name)))"
    return ["alternative \(branch.index)\(name):"]
      + branch.findings.flatMap { finding in
        ["  \(placeInFile(finding)): [\(Printable.line(finding.code.rawValue))]\(statement(finding))"]
          + details(finding).map { "    " + $0 }
      }
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

  private func rule(_ finding: Finding) -> String? {
    guard let rule = finding.rule else { return nil }
    let pointer = finding.absoluteKeywordLocation.firstIndex(of: "#").map {
      " " + finding.absoluteKeywordLocation[$0...]
    }
    return Printable.line("rule: \(rule.path):\(rule.line):\(rule.column)\(pointer ?? "")")
  }
}
