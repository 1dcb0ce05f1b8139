import Foundation
import Testing

@testable import Rules

/// The requests that benchmarks run on have verdicts of their own.
@Suite("Benchmark data, video-conference")
struct BenchDataTests {
  private static let folder = "bench/video-conference"

  private static func lines(_ name: String) throws -> [[UInt8]] {
    let url = try #require(SharedFolder.file("\(folder)/\(name)"))
    return try Data(contentsOf: url).split(separator: 0x0A).map { Array($0) }
  }

  private static func rules() throws -> RuleSet {
    let url = try #require(SharedFolder.file("\(folder)/schema.json"))
    return try RuleSet.compile(Array(try Data(contentsOf: url)).span.bytes, path: "schema.json")
  }

  @Test("every valid request is valid on both paths", .enabled(if: SharedFolder.url != nil, SharedFolder.absence))
  func valid() throws {
    let rules = try Self.rules()
    let lines = try Self.lines("instances.jsonl")
    #expect(lines.count == 1_000)
    for line in lines { #expect(rules.isValid(bytes: line) && rules.check(bytes: line).findings.isEmpty) }
  }

  @Test(
    "every mixed request gets the expected verdict, and the keyword that refuses it is the expected one",
    .enabled(if: SharedFolder.url != nil, SharedFolder.absence))
  func mixed() throws {
    let rules = try Self.rules()
    let lines = try Self.lines("instances-mixed.jsonl")
    let expected = try Self.lines("expected-mixed.txt").map { String(decoding: $0, as: UTF8.self) }
    #expect(lines.count == 1_000 && expected.count == 1_000)
    for (line, expectation) in zip(lines, expected) {
      let words = expectation.split(separator: " ")
      let isValid = words.first == "true"
      let result = rules.check(bytes: line)
      #expect(rules.isValid(bytes: line) == isValid)
      #expect(result.verdict == (isValid ? .valid : .invalid))
      guard !isValid else { continue }
      let codes = result.findings.map(\.code.rawValue)
      // "size enum", "join_from pattern (month 13)", "additional property", "missing required display_name".
      let keyword =
        words[1] == "additional" ? "additionalProperties" : words[1] == "missing" ? "required" : String(words[2])
      #expect(codes.contains(keyword), "\(expectation): \(codes)")
    }
  }
}
