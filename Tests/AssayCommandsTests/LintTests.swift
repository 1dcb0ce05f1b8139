import Foundation
import Testing

@Suite("lint")
struct LintTests {
  private static let valid = #"{"name": "Ada"}"#
  private static let invalid = #"{"name": "much too long"}"#
  private static let warned = #"{"name": "Ada", "mod": "fast"}"#

  @Test(
    "exit codes: clean, findings, trouble; trouble outranks findings",
    arguments: [
      (["v.json"], 0), (["w.json"], 0), (["i.json"], 1), (["v.json", "i.json"], 1), (["nope.json"], 2),
      (["i.json", "nope.json"], 2), (["empty.json"], 1), (["broken.json"], 1), (["bytes.json"], 1), ([".."], 2),
      (["none"], 2), (["*.nothing"], 2),
    ] as [([String], Int32)])
  func exitCodes(files: [String], code: Int32) throws {
    let folder = try CommandFolder([
      "v.json": Self.valid, "i.json": Self.invalid, "w.json": Self.warned, "empty.json": "", "broken.json": "{]",
      "none/x.txt": "",
    ])
    try folder.folder.write([0x22, 0xFF, 0x22], to: "bytes.json")
    let run = try folder.run(["lint", "-r", "@rules.yaml"] + files.map { $0 == ".." ? "@none/" : "@\($0)" })
    #expect(run.code == code)
  }

  @Test("findings go to standard output, the summary to standard error")
  func streams() throws {
    let folder = try CommandFolder(["i.json": Self.invalid])
    let run = try folder.lint("@i.json")
    #expect(run.output.contains("error[maxLength]"))
    #expect(run.errors == "1 document: 0 valid, 1 invalid; 1 finding\n")
  }

  @Test("every bad file gets its own line, and the good ones are checked")
  func badFiles() throws {
    let folder = try CommandFolder([
      "v.json": Self.valid, "empty.json": "", "space.json": " \n", "broken.json": "{\"name\": }", "x.yaml": "name: Ada",
      "folder/deep.txt": "",
    ])
    try folder.folder.write([0x22, 0xFF, 0x22], to: "bytes.json")
    let run = try folder.lint(
      "@nope.json", "@folder", "@empty.json", "@space.json", "@broken.json", "@bytes.json", "@x.yaml", "@v.json",
      "--format", "concise")
    #expect(run.code == 2)
    try Snapshot.check(folder.relative(run.output + run.errors), "lint-bad-files.txt")
  }

  @Test(
    "the failing level is the user's",
    arguments: [
      ("error", 0), ("warning", 1), ("info", 1),
    ] as [(String, Int32)])
  func failLevel(level: String, code: Int32) throws {
    let folder = try CommandFolder(["w.json": Self.warned])
    #expect(try folder.lint("--fail-level", level, "@w.json").code == code)
  }

  @Test("standard input by its dash; without any file the message says so")
  func standardInput() throws {
    let folder = try CommandFolder()
    let run = try folder.lint("-", "--format", "concise", input: Self.invalid)
    #expect(run.code == 1)
    #expect(run.output.hasPrefix("<stdin>:1:10: error[maxLength] /name: "))
    #expect(try folder.lint().code == 2)
    #expect(try folder.lint().errors.contains("- to check standard input"))
    #expect(try folder.lint("-", input: "").code == 1)
    #expect(
      try folder.lint("--lines", "-", input: "\(Self.valid)\n\(Self.valid)\n").errors.hasPrefix("2 documents: 2 valid"))
  }

  @Test("folders and patterns")
  func folders() throws {
    let folder = try CommandFolder([
      "d/a.json": Self.valid, "d/e/b.json": Self.invalid, "d/l.ndjson": "\(Self.valid)\n",
    ])
    #expect(try folder.lint("@d").errors.hasPrefix("3 documents: 2 valid, 1 invalid"))
    #expect(try folder.lint("@d/**/*.json").errors.hasPrefix("2 documents: 1 valid, 1 invalid"))
    #expect(try folder.lint("@d", "@d/a.json").errors.hasPrefix("3 documents"))
  }

  @Test("the size limit makes a document undecided, not invalid")
  func undecided() throws {
    let folder = try CommandFolder(["i.json": Self.invalid, "v.json": Self.valid])
    let run = try folder.lint("--max-bytes", "20", "@i.json", "@v.json")
    #expect(run.code == 2)
    #expect(run.errors == "2 documents: 1 valid, 0 invalid, 1 undecided; 1 finding\n")
    #expect(run.output.contains("undecided: the document is longer than 20 bytes"))
    #expect(try folder.lint("--max-bytes", "9223372036854775807", "@v.json").code == 0)
  }

  @Test("duplicates, formats, entry and the cap on findings are the user's")
  func options() throws {
    let folder = try CommandFolder(["twice.json": #"{"name": "a", "name": "b"}"#, "n.json": "5", "d.json": "\"x\""])
    #expect(try folder.lint("@twice.json").code == 1)
    #expect(try folder.lint("--duplicates", "use-last", "@twice.json").code == 0)
    #expect(try folder.lint("--entry", "#/properties/mode", "@n.json").output.contains("error[enum]"))
    let dates = try CommandFolder(["d.json": "\"x\""], rules: "format: date\n")
    #expect(try dates.lint("@d.json").code == 1)
    #expect(try dates.lint("--formats", "annotate", "@d.json").code == 0)
    let many = try CommandFolder(["m.json": #"{"name": "a", "b": 1, "c": 2, "d": 3}"#])
    #expect(try many.lint("--max-findings", "2", "@m.json").output.contains("more than 2 findings"))
  }

  @Test("quiet prints nothing, the exit code tells")
  func quiet() throws {
    let folder = try CommandFolder(["i.json": Self.invalid])
    let run = try folder.lint("-q", "@i.json")
    #expect(run.code == 1)
    #expect(run.output.isEmpty && run.errors.isEmpty)
  }

  @Test("a broken rule file prints every problem and checks nothing")
  func brokenRules() throws {
    let folder = try CommandFolder(["v.json": Self.valid], rules: "maxLenght: 5\ntype: strng\n")
    let run = try folder.lint("@v.json")
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    try Snapshot.check(folder.relative(run.errors), "lint-broken-rules.txt")
  }

  @Test(
    "a rule file that is missing, a folder or not YAML is one sentence", arguments: ["@nope.yaml", "@d", "@bad.yaml"])
  func unreadableRules(path: String) throws {
    let folder = try CommandFolder(["d/x": "", "bad.yaml": "a: [", "v.json": Self.valid])
    let run = try folder.run(["lint", "-r", path, "@v.json"])
    #expect(run.code == 2)
    #expect(run.errors.contains(String(path.dropFirst())))
  }

  @Test("the JSON report lists every document and is JSON")
  func json() throws {
    let folder = try CommandFolder(["l.ndjson": "\(Self.valid)\n\(Self.invalid)\n"])
    let run = try folder.lint("--format", "json", "@l.ndjson")
    let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let documents = try #require(report["documents"] as? [[String: Any]])
    #expect(documents.map { $0["verdict"] as? String } == ["valid", "invalid"])
    #expect(documents.map { $0["line"] as? Int } == [1, 2])
    #expect((report["summary"] as? [String: Int])?["invalid"] == 1)
  }
}
