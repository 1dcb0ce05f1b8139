import Testing

@testable import Expressions

/// Errors and short circuits, as langdef has them: what decides wins, on either side.
@Suite("Logic")
struct LogicTests {
  @Test(
    "an error gives way to what decides",
    arguments: [
      ("e || t", "true"), ("t || e", "true"), ("e || f", "error division-by-zero"),
      ("f || e", "error division-by-zero"),
      ("e && f", "false"), ("f && e", "false"), ("e && t", "error division-by-zero"),
      ("t && e", "error division-by-zero"),
      ("e || e || t", "true"), ("e && t && f", "false"), ("e && e && t", "error division-by-zero"),
      ("(e && f) || t", "true"),
      ("(e || f) && f", "false"), ("e && (t || e) && f", "false"), ("t && (e || (f || e)) && f", "false"),
      ("e ? t : f", "error division-by-zero"), ("t ? f : e", "false"), ("f ? e : t", "true"),
      ("(t ? e : f) || t", "true"), ("!(e) || t", "true"), ("[1, 0].all(x, 1 / x > 1)", "false"),
      ("[0, 1].all(x, 1 / x > 0)", "error division-by-zero"), ("[0, 1].exists(x, 1 / x > 0)", "true"),
      ("[0, 1].exists(x, 1 / x > 1)", "error division-by-zero"),
      ("[0, 1].exists_one(x, 1 / x > 0)", "error division-by-zero"),
      ("[0].map(x, 1 / x) == [] || t", "true"), ("[0].all(x, [0].all(y, x / y > 0)) || t", "true"),
      ("[[0, 1], [1]].all(l, l.exists(x, 1 / x > 0))", "true"), ("missing || t", "true"),
      ("missing && t", "error unbound"),
      ("d || t", "true"), ("d && f", "false"), ("d && t", "error no-such-overload"),
      ("t && d", "error no-such-overload"),
      ("d && d", "error no-such-overload"), ("f || d", "error no-such-overload"),
      ("d ? t : f", "error no-such-overload"),
      ("[d].all(x, x)", "error no-such-overload"), ("[d, f].all(x, x)", "false"), ("[d, t].exists(x, x)", "true"),
    ])
  func absorption(text: String, value: String) throws {
    // `e` fails whenever it is read, and is known only then; so are the others.
    let written = text.replacing(#/\be\b/#, with: "(1 / zero > 0)")
    let types: [String: ExpressionType] = ["zero": .int, "t": .bool, "f": .bool, "d": .dyn, "missing": .bool]
    let bindings: [String: ExpressionValue] = [
      "zero": .int(0), "t": .bool(true), "f": .bool(false), "d": .string("no bool"),
    ]
    #expect(try evaluated(written, bindings, types: types) == value)
  }

  @Test(
    "an error says where it happened",
    arguments: [("1 + (2 / zero)", "1:6: division by zero"), ("[1].map(x,\n x / zero)", "2:2: division by zero")])
  func places(text: String, message: String) throws {
    let expression = try Expression.compile(text, declarations: Declarations(["zero": .int]))
    guard case .error(let error) = expression.evaluate(["zero": .int(0)]) else {
      Issue.record("no error")
      return
    }
    #expect(error.description == message)
  }

  @Test("a bound value's error is raised where it is used, if at all")
  func bound() throws {
    #expect(try evaluated("cel.bind(x, 1 / zero, true)", ["zero": .int(0)], types: ["zero": .int]) == "true")
    #expect(try evaluated("cel.bind(x, 1 / zero, x > 1 || true)", ["zero": .int(0)], types: ["zero": .int]) == "true")
    #expect(
      try evaluated("cel.bind(x, 1 / zero, x > 1)", ["zero": .int(0)], types: ["zero": .int])
        == "error division-by-zero")
  }

  @Test("or and orValue evaluate their argument only where it is needed")
  func lazy() throws {
    #expect(try evaluated("optional.of(1).orValue(1 / 0)") == "1")
    #expect(try evaluated("optional.none().orValue(1 / 0)") == "error division-by-zero")
  }
}
