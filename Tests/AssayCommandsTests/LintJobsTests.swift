import AssayCommands
import Foundation
import RuleFiles
import Testing

/// Threads change when a document is checked, never what is told of it.
@Suite("lint with several jobs")
struct LintJobsTests {
  static let formatNames = ["concise", "full", "json", "problem", "flag", "list"]

  /// Files of lines that are hard to cut into pieces.
  enum Hostile: String, CaseIterable {
    case crlf, blank, unfinished, long, nul, notUTF8, allBad, mixed

    var bytes: [UInt8] {
      switch self {
      case .crlf: lines { _ in "{\"name\":\"toolong\"}\r" }
      case .blank: lines { $0 % 3 == 0 ? "{\"name\":1}" : ["", "\r", "\t"][$0 % 3] }
      case .unfinished: lines { _ in "{\"name\":\"a\"}" } + Array("{\"name\":".utf8)
      case .long: lines(6) { $0 % 2 == 0 ? "{}" : "{\"name\":\"\(String(repeating: "x", count: 300_000))\"}" }
      case .nul: lines { $0 % 3 == 0 ? "{\"name\":\"a\"}\u{0}" : $0 % 3 == 1 ? "{}" : "\u{0}" }
      case .notUTF8: lines { _ in "{\"name\":\"~\"}" }.map { $0 == 0x7E ? 0xFF : $0 }
      case .allBad: lines { _ in "1" }
      case .mixed: lines { "{\"name\":\"\($0)\"\($0 % 7 == 0 ? ",\"x\":1" : "")}" }
      }
    }

    /// Lines that are filled up with spaces: a few of them are several pieces of work.
    private func lines(_ count: Int = 900, _ line: (Int) -> String) -> [UInt8] {
      (0..<count).flatMap { Array(repeating: 0x20, count: 800) + Array((line($0) + "\n").utf8) }
    }
  }

  private func folder(_ files: [String: [UInt8]]) throws -> CommandFolder {
    let folder = try CommandFolder()
    for (name, bytes) in files { try folder.folder.write(bytes, to: name) }
    return folder
  }

  @Test("one, two and five jobs print the same", arguments: Hostile.allCases)
  func equal(input: Hostile) throws {
    let folder = try folder(["a.ndjson": input.bytes])
    let runs = try ["1", "2", "5"].map { try folder.lint("--jobs", $0, "--format", "concise", "@a.ndjson") }
    #expect(!runs[0].output.isEmpty)
    #expect(runs.dropFirst().allSatisfy { $0 == runs[0] })
  }

  @Test("every format prints the same", arguments: formatNames)
  func formats(format: String) throws {
    let folder = try folder(["a.ndjson": Hostile.mixed.bytes])
    let runs = try ["1", "3"].map { try folder.lint("--jobs", $0, "--format", format, "@a.ndjson") }
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].errors == runs[1].errors)
    if format == "json" { _ = try JSONSerialization.jsonObject(with: Data(runs[1].output.utf8)) }
  }

  @Test("files and complaints keep the order of the arguments", arguments: ["1", "2", "5"])
  func files(jobs: String) throws {
    let folder = try CommandFolder(["a.json": "1", "b.ndjson": "\n\n", "c.ndjson": "2\n3", "d.yaml": "", "e.json": "4"])
    let files = ["@a.json", "@b.ndjson", "@none.json", "@c.ndjson", "@d.yaml", "@e.json"]
    let run = try folder.run(["lint", "-r", "@rules.yaml", "--jobs", jobs, "--format", "concise"] + files)
    let places = run.output.split(separator: "\n").map { folder.relative(String($0.prefix { $0 != " " })) }
    #expect(places == ["a.json:1:1:", "c.ndjson:1:1:", "c.ndjson:2:1:", "e.json:1:1:"])
    let complaints = folder.relative(run.errors).split(separator: "\n").map { $0.prefix(14) }
    #expect(complaints == ["assay: none.js", "assay: b.ndjso", "assay: d.yaml:", "4 documents: 0"])
    #expect(run.code == 2)
  }

  @Test("a line of 100 MB is one undecided document, and the next lines are as they were", arguments: ["1", "2"])
  func hugeLine(jobs: String) throws {
    let long = [UInt8](repeating: 0x20, count: 100 << 20)
    let folder = try folder(["a.ndjson": Array("1\n".utf8) + long + Array("2\n3".utf8)])
    let run = try folder.lint("--jobs", jobs, "--max-bytes", "100000", "--format", "concise", "@a.ndjson")
    let places = run.output.split(separator: "\n").map { folder.relative(String($0.prefix { $0 != " " })) }
    #expect(places == ["a.ndjson:1:1:", "a.ndjson:2:1:", "a.ndjson:3:1:"])
    #expect(run.errors == "3 documents: 0 valid, 2 invalid, 1 undecided; 3 findings\n")
  }

  @Test("a reader that goes away ends the run quietly", arguments: ["1", "2", "5"])
  func brokenPipe(jobs: String) throws {
    let folder = try folder(["a.ndjson": Hostile.allBad.bytes])
    let output = MemorySink(room: 20_000, failure: EPIPE)
    let arguments = ["lint", "-r", folder.folder.path("rules.yaml"), "--jobs", jobs, "--format", "concise"]
    let run = try CommandRun(arguments + [folder.folder.path("a.ndjson")], output: output)
    #expect(run.code == 2)
    #expect(!run.errors.contains("could not be written"))
    #expect(run.output.utf8.count <= 20_000)
  }

  @Test("after Ctrl-C what was checked is told, in order, and the report is closed", arguments: ["1", "2", "5"])
  func interrupted(jobs: String) throws {
    let line = String(repeating: " ", count: 900) + "{\"name\":5}\n"
    let folder = try folder(["a.ndjson": Array(String(repeating: line, count: 3_000).utf8)])
    let questions = Monitor(0)
    let interruptions = Interruptions {
      questions.withLock { count in
        count += 1
        return count > 4
      }
    }
    let arguments = ["lint", "-r", folder.folder.path("rules.yaml"), "--jobs", jobs, "--format", "json"]
    let run = try CommandRun(arguments + [folder.folder.path("a.ndjson")], interruptions: interruptions)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let lines = try #require(report["documents"] as? [[String: Any]]).compactMap { $0["line"] as? Int }
    #expect(!lines.isEmpty)
    #expect(lines == Array(1...max(1, lines.count)))
    #expect(lines.count < 3_000)
    #expect(run.errors.hasSuffix("assay: interrupted; the rest was not checked\n"))
    #expect(run.code == 2)
  }

  @Test("the number of jobs has limits", arguments: ["0", "-1", "257", "many"])
  func refused(jobs: String) throws {
    let run = try CommandFolder(["a.json": "{}"]).lint("--jobs=\(jobs)", "@a.json")
    #expect(run.code == 2)
    #expect(run.errors.contains("--jobs"))
  }
}
