import Testing

@testable import Expressions

@Suite("Program")
struct ProgramTests {
  private func opcodes(_ text: String, _ types: [(String, ExpressionType)]) throws -> [Opcode] {
    var declarations = Declarations()
    for (name, type) in types { declarations.add(name, type, isAlwaysBound: true) }
    return try Expression.compile(text, declarations: declarations).loaded.program.code.map(\.opcode)
  }

  @Test("a comparison of slots is one instruction")
  func comparison() throws {
    #expect(try opcodes("a < b", [("a", .timestamp), ("b", .timestamp)]) == [.lessTime, .end])
    #expect(try opcodes("a == 'x'", [("a", .string)]) == [.equalText, .end])
    #expect(try opcodes("a > 1", [("a", .int)]) == [.lessInt, .end])
  }

  @Test("what cannot fail needs no handler")
  func logic() throws {
    let types: [(String, ExpressionType)] = [("a", .int), ("b", .int)]
    #expect(try opcodes("a < 1 && b < 2", types) == [.lessInt, .jumpIfFalse, .lessInt, .end])
  }

  @Test(
    "parts without variables are constants",
    arguments: [
      "1 + 2 * 3", "timestamp('2024-01-01T00:00:00Z') + duration('1h')", "[1, 2, 3]", "{'a': [1]}.a[0] == 1",
      "size('abc')",
      "true && !false", "'a' + 'b' in ['ab']", "false && 1 / 0 > 0", "true ? 1 : 1 / 0", "optional.of(1)",
      "ip('1.2.3.4')", "type(1)",
    ])
  func folding(text: String) throws {
    #expect(try opcodes(text, []) == [.end])
  }

  @Test("what fails is left for the evaluation")
  func failing() throws {
    #expect(try opcodes("1 / 0", []).count == 2)
    #expect(try evaluated("1 / 0 > 1 || true") == "true")
  }

  @Test("many large patterns are too large together")
  func patterns() {
    let text = Array(repeating: "s.matches('[^a]{300}')", count: 50).joined(separator: " || ")
    #expect(refusal(text, types: ["s": .string]).contains("too large together"))
  }

  @Test("a listing has a line for each instruction")
  func listing() throws {
    let expression = try Expression.compile("a + 1 > 2 || a / 0 == 1", declarations: Declarations(["a": .int]))
    #expect(
      expression.listing == """
        0 require v0 #"a"
        1 addInt t1 = v0 #1
        2 lessInt t0 = #2 t1
        3 jumpIfTrue t0 -> 9
        4 require v0 #"a"
        5 call2 _/_ t2 = v0 #0
        6 equalBits t1 = t2 #1
        7 or t0 = t0 t1
        8 check t0 = t0
        9 end t0
        errors of 0..<3 -> t0
        errors of 4..<7 -> t1

        """)
  }
}
