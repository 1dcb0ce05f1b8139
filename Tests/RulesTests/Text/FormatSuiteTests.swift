import Testing

@testable import Rules

@Suite("Formats: the official suite", .enabled(if: SharedFolder.url != nil, SharedFolder.absence))
struct FormatSuiteTests {
  @Test("every string case of the suite has the expected result", arguments: Format.allCases)
  func agreesWithSuite(format: Format) throws {
    let cases = try FormatSuite.cases(of: format)
    #expect(!cases.isEmpty)
    for entry in cases {
      #expect(format.matches(entry.text) == entry.isValid, "\(entry.description): \(entry.text.debugDescription)")
    }
  }
}
