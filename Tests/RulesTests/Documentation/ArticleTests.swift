import Foundation
import Testing

/// The articles of `Sources/Rules/Rules.docc` show code that these tests run.
@Suite("The articles")
struct ArticleTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

  private static func read(_ path: String) throws -> String {
    try String(decoding: Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  @Test(
    "every block of Swift is code of the tests",
    arguments: ["Rules", "FirstRules", "AsyncServices", "FormatsAndKeywords", "ReadingFindings"])
  func blocks(article: String) throws {
    let blocks = Self.blocks(try Self.read("Sources/Rules/Rules.docc/\(article).md"))
    let snippets = try Self.snippets(Self.read("Tests/RulesTests/Documentation/ArticleSnippets.swift"))
    #expect(!blocks.isEmpty)
    for block in blocks { #expect(snippets.contains(block), "no snippet is\n\(block)") }
  }

  @Test("there are no other articles")
  func files() throws {
    let folder = Self.root.appending(path: "Sources/Rules/Rules.docc").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
    #expect(
      names.sorted() == [
        "AsyncServices.md", "FirstRules.md", "FormatsAndKeywords.md", "ReadingFindings.md", "Rules.md",
      ])
  }

  /// Fenced blocks, whose fence names Swift.
  private static func blocks(_ markdown: String) -> [String] {
    regions(markdown, from: "```swift", to: "```")
  }

  /// What stands between `// snippet` and `// end`, without the indentation.
  private static func snippets(_ source: String) -> [String] {
    regions(source, from: "// snippet", to: "// end")
  }

  private static func regions(_ text: String, from start: String, to end: String) -> [String] {
    var regions: [String] = []
    var current: [Substring]?
    var indentation = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      if let lines = current {
        if trimmed == end {
          regions.append(lines.joined(separator: "\n"))
          current = nil
        } else {
          current?.append(line.dropFirst(indentation))
        }
      } else if trimmed == start {
        current = []
        indentation = line.count - trimmed.count
      }
    }
    return regions
  }
}
