import Testing

@testable import Expressions

@Suite("Checker")
struct CheckerTests {
  static let types: [String: ExpressionType] = [
    "name": .string, "age": .int, "score": .double, "tags": .list(.string), "limits": .map(.string, .int),
    "request": .record("request", ["size": .string, "start": .timestamp, "end": .timestamp]), "any": .dyn,
    "maybe": .optional(.int),
  ]

  @Test(
    "a refusal names what was found and what to do",
    arguments: [
      ("nmae == 'x'", "1:1: 'nmae' is not declared; did you mean 'name'?"),
      ("request.strat", "1:9: request has no field 'strat'; did you mean 'start'?"),
      (
        "age + score",
        "1:1: '+' does not take (int, double); it takes (int, int), (uint, uint), (double, double), (string, string), "
          + "(bytes, bytes), (list(A), list(A)) and 3 more; convert one, as in int(...)"
      ),
      ("name.size", "1:6: string has no fields, so no 'size'; call it: size()"),
      ("tags['a']", "1:1: a list is indexed by int, not string"),
      ("limits[1]", "1:1: the keys of map(string, int) are string, not int"),
      ("age && true", "1:1: '&&' takes bool, not int"),
      ("age ? 1 : 2", "1:1: the condition before '?' is bool, not int"),
      ("true ? 1 : 'a'", "1:1: both sides of ':' have one type, not int and string; dyn(...) allows any"),
      ("name.startWith('a')", "1:6: there is no method 'startWith'; did you mean 'startsWith'?"),
      ("startsWith(name, 'a')", "1:1: 'startsWith' is called as a.startsWith(...)"),
      ("name.startsWith(1)", "1:1: 'startsWith' does not take (int); it takes (string)"),
      ("tags.all(t, size(t))", "1:13: the test of all() is bool, not int"),
      ("tags.all(t)", "1:6: all() takes a variable and an expression, as in l.all(x, x > 0)"),
      ("age.map(x, x)", "1:1: map() goes over a list or a map, not int"),
      ("{1.5: 1}", "1:2: keys are int, uint, bool or string, not double"),
      ("[?age]", "1:3: '?' takes an optional value, not int; optional.of(...) makes one"),
      ("size", "1:1: 'size' is a function, not a value; call it, as in size(x)"),
      ("timestamp('2024-13-01T00:00:00Z')", #"1:1: "2024-13-01T00:00:00Z" is no timestamp"#),
      ("duration('1 hour')", #"1:1: "1 hour" is no duration"#),
      ("name.matches('(a')", "1:14: the pattern is not RE2: a group is not closed; add ')' (character 2)"),
      ("ip('1.2.3.400')", #"1:1: "1.2.3.400" is no ip"#),
    ])
  func refusals(text: String, message: String) {
    #expect(refusal(text, types: Self.types) == message)
  }

  @Test(
    "the type of an expression is deduced",
    arguments: [
      ("age + 1", "int"), ("tags.map(t, size(t))", "list(int)"), ("request.end - request.start", "duration"),
      ("tags.filter(t, t != '')", "list(string)"), ("limits.transformMap(k, v, string(v))", "map(string, string)"),
      ("[1, 'a']", "list(dyn)"), ("[]", "list(dyn)"), ("{}", "map(dyn, dyn)"), ("any.x.y", "dyn"),
      ("limits.?a", "optional_type(int)"), ("limits[?'a'].orValue(1)", "int"),
      ("maybe.optMap(x, x > 1)", "optional_type(bool)"),
      ("type(1)", "type(int)"), ("cel.bind(x, [age], x[0])", "int"), ("has(request.size)", "bool"),
      ("math.greatest(1, 2.0)", "dyn"), ("math.greatest(1, 2, 3)", "int"), ("age == 1 ? tags : ['a']", "list(string)"),
    ])
  func types(text: String, type: String) throws {
    #expect(try Expression.compile(text, declarations: Declarations(Self.types)).type.description == type)
  }

  @Test("every line of the signatures is a signature")
  func signatures() {
    let lines = Signatures.text.split(separator: "\n").count
    let read = FunctionTable.standard.overloads.filter {
      !$0.key.hasPrefix("math.greatest") && !$0.key.hasPrefix("math.least")
    }
    let order = ["_<_", "_<=_", "_>_", "_>=_"].count * (5 + 9)
    let time = 6 * 2 + 4 * 3
    #expect(read.values.reduce(0) { $0 + $1.count } == lines + order + time)
  }

  @Test("every function that has a signature can be evaluated")
  func functions() {
    #expect(FunctionTable.standard.overloads.keys.allSatisfy { Function(rawValue: $0) != nil })
  }

  @Test(
    "types are read as they are written",
    arguments: ["int", "list(map(string, dyn))", "optional_type(int)", "net.IP", "type(int)"])
  func reading(text: String) throws {
    #expect(try ExpressionType(text).description == text)
  }

  @Test(
    "what is no type is refused",
    arguments: ["", "list", "list(int", "map(int)", "int)", String(repeating: "list(", count: 1_000)])
  func unreadable(text: String) {
    #expect(throws: ExpressionError.self) { try ExpressionType(text) }
  }

  @Test("unchecked, an undeclared name is an error of the evaluation, and only where it is needed")
  func unchecked() throws {
    var options = ExpressionOptions()
    options.checksTypes = false
    #expect(try evaluated("x", options: options) == "error unbound")
    #expect(try evaluated("x || true", options: options) == "true")
  }
}
