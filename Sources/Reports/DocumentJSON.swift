import Rules

/// One document of the JSON report, version 1 (DESIGN 6).
struct DocumentJSON {
  private let document: CheckedDocument
  private let locator: Locator?
  private let catalogue: MessageCatalogue

  init(_ document: CheckedDocument, catalogue: MessageCatalogue) {
    self.document = document
    self.catalogue = catalogue
    locator = document.result.findings.isEmpty ? nil : Locator(document)
  }

  var text: String {
    var object = JSONObject()
    object.add("path", string: document.path)
    object.add("line", number: document.line)
    object.add("verdict", string: document.result.verdict.rawValue)
    if let budget = document.result.budget { object.add("budget", string: budget.rawValue) }
    if document.result.isTruncated { object.add("truncated", json: "true") }
    object.add("findings", array: locator.map { findings(document.result.findings, $0) } ?? [])
    return object.text
  }

  private func findings(_ findings: [Finding], _ locator: Locator) -> [String] {
    findings.map { finding($0, locator) }
  }

  private func finding(_ finding: Finding, _ locator: Locator) -> String {
    var object = JSONObject()
    object.add("severity", string: finding.severity.rawValue)
    object.add("code", string: finding.code.rawValue)
    object.add("message", string: finding.message(catalogue))
    object.add("instanceLocation", string: finding.instanceLocation)
    object.add("keywordLocation", string: finding.keywordLocation)
    object.add("absoluteKeywordLocation", string: finding.absoluteKeywordLocation)
    object.add("span", json: span(finding, locator))
    if let rule = finding.rule { object.add("rule", json: LocationJSON.text(rule)) }
    if !finding.expected.isEmpty { object.add("expected", array: finding.expected.map(Self.value)) }
    if let suggestion = finding.suggestion { object.add("suggestion", json: Self.value(suggestion)) }
    if !finding.causes.isEmpty { object.add("causes", array: findings(finding.causes, locator)) }
    if !finding.branches.isEmpty { object.add("branches", array: finding.branches.map { branch($0, locator) }) }
    return object.text
  }

  private func branch(_ branch: BranchFindings, _ locator: Locator) -> String {
    var object = JSONObject()
    object.add("index", number: branch.index)
    if !branch.name.isEmpty { object.add("name", string: branch.name) }
    object.add("findings", array: findings(branch.findings, locator))
    return object.text
  }

  private func span(_ finding: Finding, _ locator: Locator) -> String {
    var object = JSONObject()
    object.add("offset", number: locator.fileOffset(finding))
    object.add("length", number: finding.span.length)
    object.add("start", json: LocationJSON.text(locator.start(finding)))
    object.add("end", json: LocationJSON.text(locator.end(finding)))
    return object.text
  }

  /// A value as JSON; text that was shortened is no JSON any more and becomes a string.
  private static func value(_ text: String) -> String {
    do {
      _ = try Document(json: text.utf8.span.bytes)
      return text
    } catch {
      return JSONWriter.quoted(text)
    }
  }
}
