import Expressions
import Foundation
import Testing

@Suite("The conformance suite of CEL", .enabled(if: SharedFolder.file("suites/cel") != nil, SharedFolder.absence))
struct ConformanceSuiteTests {
  /// Cases that are not run: `cel.block` is an optimiser's output, no part of the language.
  static let leftOut = "ext.block"
  /// Cases that are known to fail, each with its reason.
  static let knownFailures: [String: String] = [:]

  @Test("is right but for known failures")
  func conformance() throws {
    let cases = try Self.cases()
    var failures: [String: String] = [:]
    for item in cases { failures[item.id] = item.failure() }
    for (id, failure) in failures.sorted(by: { $0.key < $1.key }) where Self.knownFailures[id] == nil {
      Issue.record("\(id): \(failure)")
    }
    #expect(Self.knownFailures.keys.allSatisfy { failures[$0] != nil }, "a known failure is none")
    #expect(cases.count >= 1_726)
    print("CEL conformance: \(cases.count - failures.count) of \(cases.count)")
  }

  @Test("only cases that upstream skips may be known failures")
  func known() throws {
    let skippable = Set(try Self.cases().filter(\.isSkippedUpstream).map(\.id))
    #expect(Self.knownFailures.keys.allSatisfy(skippable.contains))
    #expect(Self.knownFailures.count <= 40)
  }

  @Test("what a JSON-only CEL must refuse is refused, each with a position in the text")
  func negative() throws {
    let json = try Self.json("suites/cel/cel-negative.json")
    var declarations = Declarations()
    for (name, type) in json["vars"] as? [String: String] ?? [:] { declarations.add(name, try ExpressionType(type)) }
    let texts = (json["tests"] as? [[String: Any]] ?? []).compactMap { $0["expr"] as? String }
    var refused = 0
    for text in texts {
      do throws(ExpressionError) {
        _ = try Expressions.Expression.compile(text, declarations: declarations)
        Issue.record("accepted: \(text)")
      } catch {
        #expect(error.span.start <= text.utf8.count && error.span.end <= text.utf8.count, "\(text): \(error)")
        refused += 1
      }
    }
    #expect(texts.count >= 187)
    print("CEL negative: \(refused) of \(texts.count) refused")
  }

  private static func cases() throws -> [SuiteCase] {
    let tests = try json("suites/cel/cel-conformance.json")["tests"] as? [[String: Any]] ?? []
    return try tests.filter { $0["profile"] as? String != leftOut }.map(SuiteCase.init)
  }

  private static func json(_ path: String) throws -> [String: Any] {
    let file = try #require(SharedFolder.file(path))
    return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
  }
}
