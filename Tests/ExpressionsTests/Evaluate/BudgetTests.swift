import Testing

@testable import Expressions

@Suite("Budget")
struct BudgetTests {
  /// Doubles a text so often that it would have more bytes than there is memory.
  private static let doubling = (0..<60).reduce("'0123456789'") { text, level in
    "cel.bind(x\(level), \(text), x\(level) + x\(level))"
  }

  @Test(
    "hostile expressions run out of it instead of out of memory or time",
    arguments: [
      "l.all(a, l.all(b, l.all(c, l.all(d, l.all(e, l.all(f, true))))))",
      "l.map(a, l.map(b, l.map(c, l.map(d, l.map(e, [a, b, c, d, e])))))",
      "l.exists(a, l.exists(b, l.exists(c, l.exists(d, l.exists(e, a + b + c + d + e < 0)))))",
      "l.exists(a, l.exists(b, l.exists(c, s.matches('(x+x+)+y' + s))))",
      "s.replace('', s).replace('', s).replace('', s).size() > 0",
      "l.map(a, s).join(s).replace('a', s).replace('a', s).replace('a', s) == ''",
      "'%.1000f'.format([1.0]) == '' || l.all(a, l.all(b, l.all(c, '%.1000f %.1000f'.format([1.1, 2.2]) != '')))",
    ])
  func hostile(text: String) throws {
    let bindings: [String: ExpressionValue] = [
      "l": .list((0..<100).map { .int($0) }), "s": .string(String(repeating: "a", count: 1_000)),
    ]
    #expect(try evaluated(text, bindings, types: ["l": .list(.int), "s": .string]) == "undecided")
  }

  @Test("doubling a text runs out of it")
  func doubling() throws {
    #expect(try evaluated("size(\(Self.doubling)) > 0") == "undecided")
  }

  @Test("a value that has one part many times is as large as what it stands for")
  func sharing() throws {
    let text = (0..<40).reduce("[1]") { text, level in "cel.bind(x\(level), \(text), [x\(level), x\(level)])" }
    #expect(try evaluated(text) == "undecided")
    #expect(try evaluated("cel.bind(x, \(text), x == x)") == "undecided")
  }

  @Test("the same units are used on every run")
  func deterministic() throws {
    let text = "l.filter(a, a % 2 == 0).map(a, string(a)).join(',').size() > 3 && {'a': l}.a.exists(x, x == 7)"
    let bindings: [String: ExpressionValue] = ["l": .list((0..<10).map { .int($0) })]
    func outcome(_ budget: Int) throws -> String {
      try evaluated(text, bindings, types: ["l": .list(.int)], budget: budget)
    }
    let needed = try #require(try (1...2_000).first { try outcome($0) != "undecided" })
    for _ in 0..<3 {
      #expect(try outcome(needed) == "true")
      #expect(try outcome(needed - 1) == "undecided")
    }
  }

  @Test("running out is no error that || could hide")
  func absorbed() throws {
    let list = ExpressionValue.list((0..<1_000).map { .int($0) })
    #expect(
      try evaluated(
        "l.all(x, l.all(y, x + y >= 0)) || t", ["l": list, "t": .bool(true)], types: ["l": .list(.int), "t": .bool],
        budget: 5_000)
        == "undecided")
  }
}
