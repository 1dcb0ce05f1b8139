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
    #expect(run.code == 1)
    #expect(folder.relative(run.output).hasPrefix("rules.yaml:4:5: error[unknown-keyword] "))
    #expect(run.output.contains("did you mean \"maxLength\"?"))
    try Snapshot.check(folder.relative(run.output + run.errors), "rules-check.txt")
  }

  @Test(
    "exit codes",
    arguments: [
      (["good.json"], 0), (["warn.yaml"], 0), (["rules.yaml"], 1), (["good.json", "nope.yaml"], 2),
      (["rules.yaml", "nope.yaml"], 2), (["folder"], 2), (["*.json"], 0), (["*.none"], 2), (["a.cases.yaml"], 2),
    ] as [([String], Int32)])
  func exitCodes(files: [String], code: Int32) throws {
    let folder = try CommandFolder(
      ["good.json": "{}", "warn.yaml": "foo: 1\n", "folder/x": "", "a.cases.yaml": "rules: x\n"],
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
}
