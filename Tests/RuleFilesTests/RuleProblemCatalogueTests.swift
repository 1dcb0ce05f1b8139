import Foundation
import Rules
import Testing

@testable import RuleFiles

/// Documentation/RuleProblems.md and the codes are one list.
@Suite struct RuleProblemCatalogueTests {
  private static let root = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
  private static let entries = RuleProblemEntry.groups.flatMap(\.entries)

  private static func source(_ path: String) throws -> String {
    try String(decoding: Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  private static func problems(_ text: String) -> Set<RuleProblemCode> {
    Set(RuleFile(path: "rules", bytes: Array(text.utf8)).problems().map(\.code))
  }

  @Test("every code has an entry, with the sentence of its documentation")
  func complete() throws {
    let codes = try Self.source("Sources/Rules/API/RuleProblemCode.swift")
    let pattern = /((?:  \/\/\/ .*\n)+)  public static let \w+ = RuleProblemCode\(\s*rawValue: "([a-z0-9-]+)"\)/
    let declared = codes.matches(of: pattern).map { match in
      let lines = match.1.split(separator: "\n").map { $0.drop { " /".contains($0) } }
      return "\(match.2): \(lines.joined(separator: " "))"
    }
    #expect(declared == Self.entries.map { "\($0.code): \($0.meaning)" })
  }

  @Test("no source makes a code of its own")
  func closed() throws {
    let files = try #require(FileManager.default.enumerator(atPath: Self.root.appending(path: "Sources").path))
    for case let file as String in files where file.hasSuffix(".swift") && !file.hasSuffix("RuleProblemCode.swift") {
      #expect(try !Self.source("Sources/\(file)").contains("RuleProblemCode(rawValue"), "\(file)")
    }
  }

  @Test("a bad example has exactly its problem", arguments: entries.filter { $0.bad != nil }.map(\.code))
  func bad(_ code: RuleProblemCode) throws {
    let entry = try #require(Self.entries.first { $0.code == code })
    #expect(Self.problems(try #require(entry.bad)) == [code])
  }

  @Test("a good example has no problem", arguments: entries.filter { $0.good != nil }.map(\.code))
  func good(_ code: RuleProblemCode) throws {
    let entry = try #require(Self.entries.first { $0.code == code })
    #expect(Self.problems(try #require(entry.good)).isEmpty)
  }

  @Test("only what no short rule file shows has no examples")
  func examples() {
    let without = Self.entries.filter { $0.bad == nil || $0.good == nil }.map(\.code)
    #expect(
      Set(without) == [
        .notUTF8, .bytes, .depth, .unreadable, .caseFile, .tooManyScopes, .tooDeep, .unknownVocabulary, .metaschema,
      ])
  }

  @Test("the document is what the code says; ASSAY_RECORD_SNAPSHOTS=1 writes it anew")
  func document() throws {
    let path = "Documentation/RuleProblems.md"
    if ProcessInfo.processInfo.environment["ASSAY_RECORD_SNAPSHOTS"] == "1" {
      try Data(RuleProblemEntry.catalogue.utf8).write(to: Self.root.appending(path: path))
    }
    #expect(try Self.source(path) == RuleProblemEntry.catalogue)
  }
}
