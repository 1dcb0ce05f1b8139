import Testing

@testable import Rules

/// Long documents cost in proportion to their length.
@Suite(.serialized) struct LinearTimeTests {
  private func array(_ count: Int, _ item: String) -> String {
    "[\(Array(repeating: item, count: count).joined(separator: ","))]"
  }

  /// How many times longer eight times the items take: 8 where time is linear, 64 where it is quadratic. The best of
  /// three runs each, as other tests run at the same time.
  private func growth(_ body: (Int) -> Void) -> Double {
    func time(_ count: Int) -> Duration {
      (0..<3).map { _ in ContinuousClock().measure { body(count) } }.min() ?? .zero
    }
    return time(16_000) / time(2_000)
  }

  @Test("a valid document under anyOf is checked in linear time")
  func anyOf() throws {
    let rules = try RuleSet.compile(#"{"items":{"anyOf":[{"type":"string"},{"type":"number"}]}}"#)
    #expect(growth { _ = rules.check(array($0, "1")) } < 32)
  }

  @Test("values are normalized in linear time")
  func normalize() throws {
    let rules = try RuleSet.compile(#"{"items":{"x-normalize":"trim"}}"#)
    #expect(growth { _ = rules.normalize(array($0, "\" a\"")) } < 32)
  }

  @Test("defaults are filled in linear time")
  func defaults() throws {
    let rules = try RuleSet.compile(#"{"items":{"properties":{"a":{"default":1}}}}"#)
    #expect(growth { _ = rules.normalize(array($0, "{}"), defaults: true) } < 32)
  }
}
