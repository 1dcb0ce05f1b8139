import Foundation
import Testing

@testable import Rules

@Suite struct ResultCodingTests {
  private func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  static let documents = [
    "{}", #"{"name":1,"size":"smal","extra":1}"#, #"{"name":" x ","size":"small"}"#, "{", #"{"a":1,"a":2}"#,
    "[[[[1]]]]",
  ]

  private func rules() throws -> RuleSet {
    try RuleSet.compile(
      ##"""
      {"type":["object","array"],"required":["name"],"additionalProperties":false,"x-message":{"required":"{value}: name it"},
       "properties":{"name":{"anyOf":[{"type":"string"},{"const":2}],"x-normalize":"trim"},"size":{"enum":["small","large"]},
        "colour":{"default":"red"}}}
      """##, options: CompileOptions(limits: Limits(depth: 3)))
  }

  @Test("a check's result is the same after coding", arguments: documents)
  func checkResult(_ document: String) throws {
    let result = try rules().check(document)
    #expect(try roundTrip(result) == result)
    #expect(try roundTrip(result).findings.map { $0.message() } == result.findings.map { $0.message() })
  }

  @Test("a normalization's result is the same after coding", arguments: documents)
  func normalizeResult(_ document: String) throws {
    let result = try rules().normalize(document, defaults: true)
    #expect(try roundTrip(result) == result)
  }

  @Test("rule problems are the same after coding")
  func problems() throws {
    let errors = RuleErrors(
      problems: RulesTests.problems(of: ##"{"typ":1,"$ref":"#/x","format":"datetime","shoe":1}"##))
    #expect(errors.problems.count > 2)
    #expect(try roundTrip(errors) == errors)
  }

  @Test("limits and digests are the same after coding")
  func others() throws {
    let limits = Limits(bytes: 1, depth: 2, findings: 3, patternSteps: 4, numberSteps: 5)
    #expect(try roundTrip(limits) == limits)
    let digest = try rules().digest
    #expect(try roundTrip(digest) == digest)
  }

  @Test("equal results have equal hashes")
  func hashing() throws {
    let results = Set(try Self.documents.flatMap { document in try (0..<2).map { _ in try rules().check(document) } })
    #expect(results.count == Self.documents.count)
  }
}
