import Foundation
import Testing

@Suite("rules check")
struct RulesCheckTests {
  @Test("problems with their place, source line and suggestion; a summary for each file")
  func problems() throws {
    let folder = try CommandFolder(
      ["good.json": #"{"type": "object"}"#, "twice.yaml": "a: 1\na: 2\n", "warn.yaml": "foo: 1\n"],
      rules: "type: object\nproperties:\n  a:\n    maxLenght: 5\n")
    let run = try folder.run(["rules", "check", "@rules.yaml", "@good.json", "@twice.yaml", "@warn.yaml"])
    #expect(run.code == 2)
    #expect(folder.relative(run.output).hasPrefix("rules.yaml:4:5: error[unknown-keyword] "))
    #expect(run.output.contains("did you mean \"maxLength\"?"))
    try Snapshot.check(folder.relative(run.output + run.errors), "rules-check.txt")
  }

  @Test(
    "exit codes",
    arguments: [
      (["good.json"], 0), (["warn.yaml"], 0), (["rules.yaml"], 2), (["good.json", "nope.yaml"], 2),
      (["rules.yaml", "nope.yaml"], 2), (["folder"], 2), (["*.json"], 0), (["*.none"], 2), (["a.cases.yaml"], 2),
      (["good"], 0), (["good", "good.json"], 0),
    ] as [([String], Int32)])
  func exitCodes(files: [String], code: Int32) throws {
    let folder = try CommandFolder(
      [
        "good.json": "{}", "warn.yaml": "foo: 1\n", "folder/x": "", "good/a.json": "{}", "good/a.cases.yaml": "",
        "a.cases.yaml": "rules: x\n",
      ],
      rules: "maxLenght: 5\n")
    #expect(try folder.run(["rules", "check"] + files.map { "@\($0)" }).code == code)
  }

  @Test("as JSON")
  func json() throws {
    let folder = try CommandFolder(["good.json": "{}"], rules: "maxLenght: 5\n")
    let run = try folder.run(["rules", "check", "--format", "json", "@rules.yaml", "@good.json"])
    let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let files = try #require(report["files"] as? [[String: Any]])
    #expect(files.map { $0["errors"] as? Int } == [1, 0])
    let problem = try #require((files[0]["problems"] as? [[String: Any]])?.first)
    #expect(problem["suggestion"] as? String == "maxLength")
    #expect((problem["location"] as? [String: Any])?["line"] as? Int == 1)
  }

  @Test("warnings fail only with --strict", arguments: [(["--strict"], 1), ([], 0)] as [([String], Int32)])
  func strict(flags: [String], code: Int32) throws {
    let folder = try CommandFolder([:], rules: "type: integer\nmaxLength: 5\n")
    let run = try folder.run(["rules", "check", "@rules.yaml"] + flags)
    #expect(run.code == code)
    #expect(run.output.contains("warning[inapplicable-keyword]"))
  }

  @Test("a folder means its rule files, without their cases")
  func folder() throws {
    let folder = try CommandFolder(
      ["in/a.json": "{}", "in/deep/b.yml": "foo: 1\n", "in/a.cases.yaml": "", "in/notes.txt": ""], rules: "{}")
    let run = try folder.run(["rules", "check", "@in"])
    #expect(run.code == 0)
    #expect(folder.relative(run.errors) == "in/a.json: 0 errors, 0 warnings\nin/deep/b.yml: 0 errors, 1 warning\n")
  }
}
