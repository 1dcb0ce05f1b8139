import RuleFiles
import Rules
import Testing

@Suite("Aliases are expanded, under a limit")
struct YAMLAliasTests {
  @Test(
    "to scalars, collections and keys' values",
    arguments: [
      ("a: &x 1\nb: *x", #"{"a":1,"b":1}"#),
      ("a: &x [1, {k: v}]\nb: [*x, *x]", #"{"a":[1,{"k":"v"}],"b":[[1,{"k":"v"}],[1,{"k":"v"}]]}"#),
      ("&k a: &v 1\nb: *k\nc: *v", #"{"a":1,"b":"a","c":1}"#),
      ("a: &x\nb: *x", #"{"a":null,"b":null}"#),
      ("a: &x 1\nb: &x 2\nc: *x", #"{"a":1,"b":2,"c":2}"#),
      ("y: &y 1\nx: &x [*y]\nz: &y 2\nw: *x", #"{"y":1,"x":[1],"z":2,"w":[1]}"#),
      ("a: &x !!str 1\nb: *x", #"{"a":"1","b":"1"}"#),
    ])
  func expands(yaml: String, json: String) throws {
    #expect(try YAMLSample.json(yaml) == json)
  }

  @Test("an aliased value stands where the alias does, its parts where they were written")
  func places() throws {
    let yaml = "a: &x [1]\nb: *x\n"
    #expect(try YAMLSample.source(of: "/b", in: yaml) == "*x")
    #expect(try YAMLSample.source(of: "/b/0", in: yaml) == "1")
  }

  @Test(
    "unknown names, names of what is still open, and text that looks like an alias are refused",
    arguments: [
      ("a: *x", "yaml-alias 1:4"), ("a: *x\nb: &x 1", "yaml-alias 1:4"), ("a: &x [*x]", "yaml-alias 1:8"),
      ("glob: *.json", "yaml-alias 1:7"), ("a: &x 1\nb: *x y", "yaml-alias 2:4"),
    ])
  func refused(yaml: String, problem: String) {
    #expect(YAMLSample.problems(yaml) == [problem])
  }

  @Test(
    "asterisks in text stay asterisks",
    arguments: [
      ("a: x * y", "x * y"), ("a: '*b'", "*b"), ("a: \"**\"", "**"), ("a: |-\n  * one\n  * two", "* one\n* two"),
      ("a: \u{E000}*\u{E001}", "\u{E000}*\u{E001}"), (#"a: "\uE000*\ue001""#, "\u{E000}*\u{E001}"),
    ])
  func asterisks(yaml: String, content: String) throws {
    #expect(try YAMLSample.json(yaml) == "{\"a\":\(JSONWriter.quoted(content))}")
  }

  private static let laughs = (1...40).map { "l\($0): &l\($0) [*l\($0 - 1), *l\($0 - 1)]\n" }.joined()

  @Test("a billion laughs in values", .timeLimit(.minutes(15)))
  func laughsInValues() {
    let problems = YAMLSample.problems("l0: &l0 ha\n" + Self.laughs)
    #expect(problems.count == 1 && problems[0].hasPrefix("yaml-alias"))
  }

  @Test("a billion laughs in a key", .timeLimit(.minutes(15)))
  func laughsInKey() {
    #expect(YAMLSample.problems("l0: &l0 ha\n" + Self.laughs + "? [*l40]\n: 1\n").count == 1)
    #expect(YAMLSample.problems("l0: &l0 ha\n" + Self.laughs + "? *l40\n: 1\n").count == 1)
  }

  @Test("a long text that is repeated counts by its length", .timeLimit(.minutes(15)))
  func longText() {
    let text = String(repeating: "x", count: 100_000)
    let aliases = Array(repeating: "*t", count: 1000).joined(separator: ", ")
    #expect(YAMLSample.problems("a: &t \(text)\nb: [\(aliases)]\n").first?.hasPrefix("yaml-alias") == true)
  }
}
