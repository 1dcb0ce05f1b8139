import Testing

@Suite("expression")
struct ExpressionCommandTests {
  @Test(
    "prints the value as CEL writes it",
    arguments: [
      (["1 + 2"], "3\n"),
      (
        ["a + [1.5, 'x', null, true]", "--bindings", #"{"a": [7]}"#, "--declare", "a=list(dyn)"],
        "[7, 1.5, \"x\", null, true]\n"
      ),
      (
        [
          "user.name == 'Ada' && size(user.tags) == 2", "--bindings", #"{"user": {"name": "Ada", "tags": ["a", "b"]}}"#,
        ], "true\n"
      ),
      (
        ["end - start", "--bindings", #"{"start": "2024-01-01T00:00:00Z", "end": "2024-01-02T00:00:00Z"}"#]
          + ["--declare", "start=timestamp", "--declare", "end=timestamp"], "duration(\"86400s\")\n"
      ),
      (["price * 1.5", "--bindings", #"{"price": 2}"#, "--declare", "price=double"], "3.0\n"),
      (["size(tags) > max", "--bindings", #"{"tags": [], "max": 1}"#, "--types"], "bool\n"),
      (["tags", "--bindings", #"{"tags": ["a"]}"#, "--types"], "list(string)\n"),
      (["1 + 2", "--program"], "0 end #3\n"),
      (
        ["a > 1 && b", "--bindings", #"{"a": 1, "b": true}"#, "--explain"],
        "false: a > 1 && b\n  false: a > 1\n    1: a\n  (not evaluated): b\n"
      ),
    ])
  func values(arguments: [String], output: String) throws {
    let run = try CommandRun(["expression"] + arguments)
    #expect(run.output == output)
    #expect(run.errors == "")
    #expect(run.code == 0)
  }

  @Test(
    "an error has its place and carets, and ends with 2",
    arguments: [
      (
        ["size(nmae) > 1", "--bindings", #"{"name": "x"}"#],
        "assay: 1:6: 'nmae' is not declared; did you mean 'name'?\n  size(nmae) > 1\n       ^^^^\n"
      ),
      (["1 +\n a / 0", "--bindings", #"{"a": 1}"#], "assay: 2:2: division by zero\n   a / 0\n   ^^^^^\n"),
      (["1 +"], "assay: 1:4: the expression ends where a value was expected\n  1 +\n     ^\n"),
      (
        ["l.all(x, l.all(y, x + y >= 0))", "--bindings", #"{"l": [1, 2, 3, 4, 5, 6, 7, 8]}"#, "--budget", "50"],
        "assay: undecided: the budget of 50 units ran out; --budget takes more\n"
      ),
      (
        ["a", "--bindings", #"{"a": "x"}"#, "--declare", "a=timestamp"],
        "assay: --bindings: the value of 'a' is no timestamp\n"
      ),
      (["a", "--bindings", "[]"], "assay: --bindings takes a JSON object, such as {\"name\": \"Ada\"}\n"),
      (["a", "--declare", "a"], "assay: --declare takes a name and a type, such as start=timestamp\n"),
      (["a", "--declare", "a=list"], "assay: --declare a=list: write list(T), map(K, V) or type(T)\n"),
    ])
  func errors(arguments: [String], errors: String) throws {
    let run = try CommandRun(["expression"] + arguments)
    #expect(run.errors == errors)
    #expect(run.output == "")
    #expect(run.code == 2)
  }

  @Test("bindings that are no JSON are refused")
  func malformed() throws {
    let run = try CommandRun(["expression", "a", "--bindings", "{"])
    #expect(run.errors.hasPrefix("assay: --bindings: "))
    #expect(run.code == 2)
  }
}
