import Foundation
import Reports
import Rules
import Testing

@Suite("Reports, as they are printed")
struct ReportTests {
  /// One document of each kind: wrong values, a misspelt name, alternatives, a warning, not JSON, valid.
  private func documents() throws -> [CheckedDocument] {
    [
      try Sample.checked(
        """
        {
          "nam": "Ada",
          "currency": "EURO",
          "contact": {"kind": "phone", "phone": "0041 x"},
          "old": 1
        }
        """),
      try Sample.checked("{\"name\": \"toolong\"}", path: "lines.ndjson", line: 48213, offset: 1_000_000),
      try Sample.checked("{\"name\": 5, }", path: "broken.json"),
      try Sample.checked("{\"name\": \"Ada\", \"name\": \"Bob\"}", path: "twice.json"),
      try Sample.checked("{\"name\": \"Ada\"}", path: "valid.json"),
    ]
  }

  @Test("in every format", arguments: ReportFormat.allCases)
  func formats(format: ReportFormat) throws {
    try Snapshot.check(Sample.report(documents(), format), "report.\(format.rawValue).txt")
  }

  @Test("in colour")
  func colour() throws {
    let document = try Sample.checked("{\"name\": \"Ada\", \"currency\": \"EURO\", \"x\": 1}")
    try Snapshot.check(Sample.report([document], .full, paint: Paint(isOn: true)), "report.colour.txt")
  }

  @Test("the JSON report is JSON, also of nothing")
  func isJSON() throws {
    for text in [Sample.report(try documents(), .json), Sample.report([], .json)] {
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }
  }

  @Test("offsets and lines of NDJSON are those of the file, columns those of the line")
  func lineDelimited() throws {
    let document = try Sample.checked("{\"name\": \"toolong\"}", path: "l.ndjson", line: 7, offset: 100)
    #expect(Sample.report([document], .concise).hasPrefix("l.ndjson:7:10: error[maxLength] /name: "))
    #expect(
      Sample.report([document], .json).contains("\"offset\":109,\"length\":9,\"start\":{\"line\":7,\"column\":10}"))
  }

  @Test("a capped list says so")
  func truncated() throws {
    let options = CompileOptions(limits: Limits(findings: 2))
    let document = try Sample.checked("{\"a\":1,\"b\":2,\"c\":3,\"d\":4}", options: options)
    #expect(
      Sample.report([document], .concise).hasSuffix("more than 2 findings; raise --max-findings to see the rest\n"))
    #expect(Sample.report([document], .json).contains("\"truncated\":true"))
  }

  @Test("control characters of a document never reach the terminal", arguments: ReportFormat.allCases)
  func controlCharacters(format: ReportFormat) throws {
    let document = try Sample.checked("{\"\\u001b[31m\u{9B}\u{202E}x\": 1}", path: "a\u{1B}b.json")
    let text = Sample.report([document], format)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B })
    if format != .json { #expect(!text.unicodeScalars.contains { $0.value == 0x9B || $0.value == 0x202E }) }
  }

  @Test("equal runs give equal reports", arguments: ReportFormat.allCases)
  func deterministic(format: ReportFormat) throws {
    #expect(Sample.report(try documents(), format) == Sample.report(try documents(), format))
  }

  @Test("an undecided document names its budget")
  func undecided() throws {
    let document = try Sample.checked("[[[[1]]]]", rules: "{}", options: CompileOptions(limits: Limits(depth: 2)))
    #expect(Sample.report([document], .json).contains("\"verdict\":\"undecided\",\"budget\":\"depth\""))
    #expect(
      Sample.report([document], .concise).contains("undecided: arrays and objects are nested deeper than 2 levels"))
  }
}
