import Foundation
import Testing

@testable import Rules

/// The JSON parsing minefield: `y_` must parse, `n_` must not, `i_` may do either but must not trap.
@Suite("JSON parsing suite")
struct JSONParsingSuiteTests {
  static let names: [String] = {
    guard let url = SharedFolder.file("suites/json-parsing/test_parsing"),
      let names = try? FileManager.default.contentsOfDirectory(atPath: url.path)
    else { return [] }
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }()

  static func bytes(_ name: String) throws -> [UInt8] {
    guard let url = SharedFolder.file("suites/json-parsing/test_parsing/\(name)") else { return [] }
    return Array(try Data(contentsOf: url))
  }

  /// Nothing is asked of a value, so only reading can refuse it.
  static func rules(_ schema: String = "true") throws -> RuleSet {
    try RuleSet.compile(schema, options: CompileOptions(duplicates: .useLast))
  }

  @Test("the suite is whole", .enabled(if: SharedFolder.url != nil, SharedFolder.absence))
  func isWhole() {
    #expect(Self.names.filter { $0.hasPrefix("y_") }.count == 95)
    #expect(Self.names.filter { $0.hasPrefix("n_") }.count == 188)
  }

  @Test("every y_ file is read", arguments: names.filter { $0.hasPrefix("y_") })
  func valid(_ name: String) throws {
    let result = try Self.rules().check(bytes: Self.bytes(name))
    #expect(result.verdict == .valid)
  }

  @Test("every n_ file is refused at a place inside the text", arguments: names.filter { $0.hasPrefix("n_") })
  func malformed(_ name: String) throws {
    let bytes = try Self.bytes(name)
    let result = try Self.rules().check(bytes: bytes)
    #expect(result.verdict == .invalid)
    let finding = try #require(result.findings.first)
    #expect([.malformed, .empty, .notUTF8].contains(finding.code))
    #expect((0...bytes.count).contains(finding.span.offset))
  }

  @Test(
    "every n_ file is refused as a member that no rule describes",
    arguments: names.filter { $0.hasPrefix("n_") })
  func malformedMember(_ name: String) throws {
    let bytes = Array(#"{"known":"x","other":"#.utf8) + (try Self.bytes(name)) + Array("}".utf8)
    let rules = try Self.rules(#"{"type":"object","properties":{"known":{"type":"string"}}}"#)
    #expect(!rules.isValid(bytes: bytes))
    let result = rules.check(bytes: bytes)
    #expect(result.verdict == .invalid)
    #expect(result.findings.first.map { $0.span.offset >= 21 } == true)
  }

  @Test("every i_ file gets an answer, the same on both paths", arguments: names.filter { $0.hasPrefix("i_") })
  func either(_ name: String) throws {
    let bytes = try Self.bytes(name)
    let rules = try Self.rules()
    #expect(rules.isValid(bytes: bytes) == (rules.check(bytes: bytes).verdict == .valid))
  }
}
