import Testing

@testable import Expressions

@Suite("Parser")
struct ParserTests {
  @Test(
    "an error has a line and a column in code points, what was found, and what to do",
    arguments: [
      ("1 +", "1:4: the expression ends where a value was expected"),
      ("'é' + )", "1:7: found ')' where a value was expected"),
      ("1 +\n  * 2", "2:3: found '*' where a value was expected"),
      ("a = 1", "1:3: '=' has no meaning here; equality is '=='"),
      ("a & b", "1:3: '&' has no meaning here; and is '&&'"),
      ("'abc", "1:1: the text is not closed; end it with a quote"),
      (#"'\q'"#, #"1:2: this escape has no meaning; a backslash is written \\, or use a raw text: r'...'"#),
      ("9223372036854775808", "1:1: 9223372036854775808 does not fit into int (64 bits, signed)"),
      ("'a\nb'", "1:1: the text ends at the end of the line; close it, or write it in triple quotes"),
      ("if", "1:1: 'if' is a reserved word; choose another name"),
      ("a.b{c: 1}", "1:4: protobuf messages are not supported; a map is written {'name': value}"),
      ("has(a)", "1:5: has() takes a field, as in has(a.b)"),
      ("[1].all(1, true)", "1:9: all() takes a simple name for its variable here"),
      ("[1].all(x, x, true)", "1:12: all() has the variable 'x' twice"),
    ])
  func errors(text: String, message: String) {
    #expect(refusal(text) == message)
  }

  @Test(
    "operators bind as the grammar says",
    arguments: [
      ("1 + 2 * 3 - 4", "3"), ("10 - 4 - 3", "3"), ("2 * 3 % 4", "2"), ("-2 * -3", "6"), ("1 < 2 == true", "true"),
      ("false && false || true", "true"), ("true || false && false", "true"), ("true ? 1 : true ? 2 : 3", "1"),
      ("!true || true", "true"), ("1 in [1] && 2 in [2]", "true"), ("--1", "1"), ("- 1", "-1"),
    ])
  func precedence(text: String, value: String) throws {
    #expect(try evaluated(text) == value)
  }

  @Test(
    "numbers are read in every form",
    arguments: [
      ("0xFF", "255"), ("-0x80", "-128"), ("1e3", "1000.0"), (".5", "0.5"), ("1.5e-3", "0.0015"), ("7u", "7u"),
      ("0xAU", "10u"), ("-9223372036854775808", "-9223372036854775808"),
      ("18446744073709551615u", "18446744073709551615u"),
    ])
  func numbers(text: String, value: String) throws {
    #expect(try evaluated(text) == value)
  }

  @Test(
    "comments and lines are space",
    arguments: ["1 // one\n + 1", "1\r\n+\t1", "1 + 1 // two"])
  func comments(text: String) throws {
    #expect(try evaluated(text) == "2")
  }

  @Test("a field in backticks may be any name")
  func quoted() throws {
    #expect(try evaluated("{'content-type': 1, 'in': 2}.`content-type` + {'in': 2}.`in`") == "3")
  }

  /// What is repeated, what comes before and behind, and how often: as an argument the text itself would fill the report.
  @Test(
    "nesting is limited, however it is written",
    arguments: [
      ("", "(", ""), ("", "[", ""), ("", "!", ""), ("", "-", "x"), ("", "{1:", ""), ("", "true ? true : ", "true"),
      ("", "f(", ""),
      ("1", "+1", ""), ("a", ".a", ""), ("a", "[0]", ""), ("[1]", ".map(x, x)", ""), ("", "-", "1"), ("a", ".f()", ""),
    ])
  func depth(before: String, part: String, behind: String) {
    #expect(refusal(before + String(repeating: part, count: 4_000) + behind).contains("nested deeper than"))
  }

  @Test("long chains of && and || are not nested", arguments: ["&&", "||"])
  func chains(symbol: String) throws {
    let text = Array(repeating: "b", count: 5_000).joined(separator: " \(symbol) ")
    #expect(try evaluated(text, ["b": .bool(true)], types: ["b": .bool]) == "true")
  }

  @Test("a text that is too long is refused before it is read")
  func size() {
    #expect(
      refusal(String(repeating: " ", count: 70_000)) == "1:1: the expression has 70000 bytes; at most 65536 are allowed"
    )
  }
}
