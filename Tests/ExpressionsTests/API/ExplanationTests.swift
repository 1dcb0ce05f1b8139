import Testing

@testable import Expressions

@Suite("An explanation has the value of every part")
struct ExplanationTests {
  private func explained(_ text: String, _ bindings: [String: ExpressionValue], _ types: [String: ExpressionType])
    throws -> String
  {
    try Expression.compile(text, declarations: Declarations(types)).explain(bindings).description
  }

  @Test("of a comparison that fails, and of what was not needed")
  func comparison() throws {
    let types: [String: ExpressionType] = ["age": .int, "plan": .string, "limit": .int]
    let text = "age >= 18 && (plan == 'pro' || age + 1 > limit)"
    #expect(
      try explained(text, ["age": .int(20), "plan": .string("free"), "limit": .int(30)], types) == """
        false: age >= 18 && (plan == 'pro' || age + 1 > limit)
          true: age >= 18
            20: age
          false: plan == 'pro' || age + 1 > limit
            false: plan == 'pro'
              "free": plan
            false: age + 1 > limit
              21: age + 1
                20: age
              30: limit
        """)
    #expect(
      try explained(text, ["age": .int(17)], types).hasSuffix(
        """
          (not evaluated): plan == 'pro' || age + 1 > limit
            (not evaluated): plan == 'pro'
              (not evaluated): plan
            (not evaluated): age + 1 > limit
              (not evaluated): age + 1
                (not evaluated): age
              (not evaluated): limit
        """))
  }

  @Test("of a loop, the round that decided")
  func loop() throws {
    #expect(
      try explained("l.all(x, x < 3)", ["l": .list([.int(1), .int(5), .int(2)])], ["l": .list(.int)]) == """
        false: l.all(x, x < 3)
          [1, 5, 2]: l
          false: x < 3
            5: x
        """)
  }

  @Test("of an error, at the part that failed and those around it")
  func failure() throws {
    #expect(
      try explained("1 / a > 0 || a == 1", ["a": .int(0)], ["a": .int]) == """
        error (division by zero): 1 / a > 0 || a == 1
          error (division by zero): 1 / a > 0
            error (division by zero): 1 / a
              0: a
          false: a == 1
            0: a
        """)
  }

  @Test(
    "and the whole has the value that an evaluation gives",
    arguments: [
      "size(s) > 2 ? s + 'x' : s", "cel.bind(y, n * 2, y + y)", "{'a': n}.a", "[n, 2].map(v, v * n)",
      "[n].exists_one(v, v == n)",
      "optional.of(n).optMap(v, v + 1).orValue(0)", "{?'a': optional.none()}", "has({'a': n}.a)", "n in [1, 2]",
      "!(n > 1)", "-n", "m.a.b",
      "m.transformMap(k, v, size(v))", "type(n) == int", "n == 1 || n / 0 == 1", "'%d'.format([n])", "n", "1 + 2",
      "missing",
    ])
  func same(text: String) throws {
    let types: [String: ExpressionType] = [
      "s": .string, "n": .int, "m": .map(.string, .map(.string, .int)), "missing": .int,
    ]
    let bindings: [String: ExpressionValue] = [
      "s": .string("abc"), "n": .int(1), "m": .map(["a": .map(["b": .int(3)])]),
    ]
    let expression = try Expression.compile(text, declarations: Declarations(types))
    let whole = try #require(expression.explain(bindings).outcome)
    #expect(described(whole) == described(expression.evaluate(bindings)))
  }
}
