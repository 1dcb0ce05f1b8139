import Testing

@Suite("test")
struct TestCommandTests {
  private func run(_ cases: String, _ files: [String: String] = [:]) throws -> (run: CommandRun, folder: CommandFolder)
  {
    let folder = try CommandFolder(files.merging(["r.cases.yaml": cases]) { first, _ in first })
    return (try folder.run(["test", "@"]), folder)
  }

  @Test("cases that hold")
  func passes() throws {
    let run = try run(
      """
      rules: rules.yaml
      cases:
        - {name: a name, data: {name: Ada}}
        - name: too long
          text: '{"name": "toolong"}'
          verdict: invalid
          findings: [{code: maxLength, at: /name, severity: error, message: "5 characters at most, but this has 7"}]
        - name: from a file
          file: sub/d.json
          findings: [{code: additionalProperties, severity: warning, suggestion: mode}]
        - name: defaults
          data: {name: " Ada "}
          defaults: true
          normalized: {mode: fast, name: Ada}
      """, ["sub/d.json": #"{"name": "a", "mod": "fast"}"#]
    ).run
    #expect(run.errors.isEmpty)
    #expect(run.output == "4 passed, 0 failed\n")
    #expect(run.code == 0)
  }

  @Test("options of the file: duplicates, formats, entry, limits")
  func options() throws {
    let run = try run(
      """
      rules: rules.yaml
      options: {duplicates: use-last, formats: annotate, entry: '#', max-bytes: 30}
      cases:
        - {name: twice, text: '{"name": "a", "name": "b"}'}
        - {name: long, text: '{"name": "a", "mode": "something"}', verdict: undecided}
      """
    ).run
    #expect(run.output == "2 passed, 0 failed\n", "\(run.errors)")
  }

  @Test("failures say what was expected and what came")
  func failures() throws {
    let (run, folder) = try run(
      """
      rules: rules.yaml
      cases:
        - {name: not valid, data: {name: 5}}
        - {name: other finding, data: {name: 5}, verdict: invalid, findings: [{code: maxLength, at: /nam}]}
        - {name: missing finding, data: {name: a}, findings: [{code: type}]}
        - {name: superfluous finding, data: {name: a, x: 1}, findings: []}
        - {name: other value, data: {name: " a "}, normalized: {name: b, mode: fast}}
        - {name: no output, data: {name: 5}, verdict: invalid, normalized: {}}
        - {name: fine, data: {name: a}}
      """)
    #expect(run.code == 1)
    #expect(run.output.hasSuffix("\n1 passed, 6 failed\n"))
    try Snapshot.check(folder.relative(run.output), "test-failures.txt")
  }

  @Test(
    "mistakes in a cases file are errors with their place",
    arguments: [
      ("rules: rules.yaml\ncase: []", "2:1"), ("cases: []", "1:1"), ("rules: 5\ncases: []", "1:8"),
      ("rules: rules.yaml\ncases:\n  - {name: a, dat: 1}", "3:15"),
      ("rules: rules.yaml\ncases:\n  - {name: a}", "3:5"), ("rules: rules.yaml\ncases:\n  - {data: 1}", "3:5"),
      ("rules: rules.yaml\ncases:\n  - {name: a, data: 1, text: '1'}", "3:5"),
      ("rules: rules.yaml\ncases:\n  - {name: a, data: 1, verdict: vald}", "3:33"),
      ("rules: rules.yaml\ncases:\n  - {name: a, data: 1, findings: [{cod: type}]}", "3:36"),
      ("rules: rules.yaml\ncases:\n  - {name: a, file: nope.json}", "3:21"),
      ("rules: rules.yaml\noptions: {formats: maybe}\ncases: []", "2:20"), ("- 1", "1:1"), ("a: [", "1:5"),
    ])
  func mistakes(cases: String, place: String) throws {
    let (run, folder) = try run(cases)
    #expect(run.code == 2)
    #expect(folder.relative(run.errors).hasPrefix("r.cases.yaml:\(place): error["), "\(run.errors)")
  }

  @Test("no case at all is no pass", arguments: ["rules: rules.yaml\ncases: []"])
  func none(cases: String) throws {
    #expect(try run(cases).run.code == 2)
    let folder = try CommandFolder()
    #expect(try folder.run(["test", "@"]).code == 2)
    #expect(try folder.run(["test", "@nope"]).code == 2)
  }

  @Test("rules that do not compile are trouble")
  func brokenRules() throws {
    let folder = try CommandFolder(
      ["r.cases.yaml": "rules: bad.yaml\ncases: [{name: a, data: 1}]", "bad.yaml": "maxLenght: 5"])
    let run = try folder.run(["test", "@"])
    #expect(run.code == 2)
    #expect(folder.relative(run.errors).hasPrefix("bad.yaml:1:1: error[unknown-keyword]"))
  }
}
