import Rules

/// Writes checked documents: what comes back is to be printed at once, nothing is kept. Threads can share one.
package struct Report: Sendable {
  package let format: ReportFormat
  private let paint: Paint
  private let catalogue: MessageCatalogue

  package init(format: ReportFormat, paint: Paint = .none, catalogue: MessageCatalogue = .english) {
    self.format = format
    self.paint = paint
    self.catalogue = catalogue
  }

  /// What comes before the first document.
  package func begin() -> String { format == .json ? "{\"version\":1,\"documents\":[" : "" }

  /// What stands between two documents.
  package var separator: String { format == .json ? "," : "" }

  /// Whether something is told of documents without findings too.
  package var tellsEveryDocument: Bool { format == .json }

  /// One document. As text only findings are told; as JSON every document is.
  package func document(_ document: CheckedDocument) -> String {
    switch format {
    case .full: return text(document) { $0.full($1) + "\n" }
    case .concise: return text(document) { $0.concise($1) }
    case .problem: return problem(document)
    case .json: return "\n" + DocumentJSON(document, catalogue: catalogue).text
    }
  }

  /// What comes behind the last document.
  package func end(_ summary: Summary) -> String {
    format == .json ? "\n],\"summary\":\(SummaryJSON.text(summary))}\n" : ""
  }

  private func problem(_ document: CheckedDocument) -> String {
    guard var problem = document.result.problemDetails(catalogue) else { return "" }
    // RFC 5147: lines of plain text count from 0, and `N,M` is what stands between two of them.
    let line = document.line > 1 ? "#line=\(document.line - 1),\(document.line)" : ""
    problem.instance = PercentEncoding.path(document.path) + line
    return problem.json + "\n"
  }

  private func text(_ document: CheckedDocument, _ render: (FindingText, Finding) -> String) -> String {
    if document.result.findings.isEmpty { return "" }
    let text = FindingText(document, paint: paint, catalogue: catalogue)
    let findings = document.result.findings.map { render(text, $0) }.joined()
    return findings + (document.result.isTruncated ? truncation(document) : "")
  }

  private func truncation(_ document: CheckedDocument) -> String {
    let count = document.result.findings.count
    return "\(Printable.line(document.path)): more than \(count) findings; raise --max-findings to see the rest\n"
  }
}
