import Foundation
import Testing

@testable import Rules

@Suite("Formats: the official suite", .enabled(if: SharedFolder.url != nil, SharedFolder.absence))
struct FormatSuiteTests {
  @Test(
    "every string case of the suite has the expected result, in every draft", arguments: Format.allCases, Format.drafts)
  func agreesWithSuite(format: Format, draft: Int) throws {
    guard draft >= format.firstDraft else { return }
    let cases = try FormatSuite.cases(of: format, draft: draft)
    #expect(!cases.isEmpty)
    for entry in cases {
      #expect(format.matches(entry.text) == entry.isValid, "\(entry.description): \(entry.text.debugDescription)")
    }
  }

  @Test("every pattern of the suite is one of ECMA-262 or not, as expected", arguments: [7, 2019, 2020, 2026])
  func ecmaScript(draft: Int) throws {
    let cases = try FormatSuite.cases(inFile: "\(FormatSuite.folder(ofDraft: draft))/ecmascript-regex.json")
    #expect(!cases.isEmpty)
    for entry in cases {
      #expect(Format.regex.matches(entry.text) == entry.isValid, "\(entry.description): \(entry.text.debugDescription)")
    }
  }

  @Test("a draft has the formats that the suite tests for it, and no others", arguments: Format.drafts)
  func drafts(draft: Int) throws {
    let folder = try #require(SharedFolder.file(FormatSuite.folder(ofDraft: draft)))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let names = Set(files.map { String($0.prefix { $0 != "." }) })
    let defined = Format.allCases.filter { $0.firstDraft <= draft }
    // `unknown` is no format, `ecmascript-regex` has cases of `regex`.
    #expect(names.subtracting(["unknown", "ecmascript-regex"]) == Set(defined.map(\.name)))
  }
}
