import Foundation
import Testing

@Suite("bench")
struct BenchTests {
  @Test("prints the figures as JSON")
  func figures() throws {
    let folder = try CommandFolder(["d.ndjson": "{\"name\":\"a\"}\n\n{\"name\":5}\r\n{\"name\":\"b\"}"])
    let run = try folder.run(["bench", "-r", "@rules.yaml", "--passes", "3", "@d.ndjson"])
    #expect(run.code == 0)
    let figures = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(figures["documents"] as? Int == 3)
    #expect(figures["valid"] as? Int == 2)
    #expect(figures["bytes"] as? Int == 35)
    // The second document is left to the tape: what fails may be a warning only.
    #expect(figures["fused_bytes"] as? Int == 24)
    for key in ["parse_ns", "verdict_ns", "evaluate_ns", "findings_ns", "compile_ns"] {
      let times = try #require(figures[key] as? [String: Int])
      #expect(Set(times.keys) == ["median", "min"])
      #expect(times.values.allSatisfy { $0 >= 0 })
    }
  }

  @Test(
    "--only leaves out the figures of what is not timed",
    arguments: [
      (["parse"], ["parse_ns"]), (["verdict"], ["valid", "fused_bytes", "verdict_ns"]),
      (["findings"], ["valid", "findings_ns"]),
      (["compile"], ["compile_ns"]),
      (["verdict", "parse"], ["valid", "fused_bytes", "parse_ns", "verdict_ns", "evaluate_ns"]),
    ] as [([String], Set<String>)])
  func only(kinds: [String], names: Set<String>) throws {
    let folder = try CommandFolder(["d.ndjson": "{\"name\":\"a\"}"])
    let run = try folder.run(["bench", "-r", "@rules.yaml", "@d.ndjson"] + kinds.flatMap { ["--only", $0] })
    #expect(run.code == 0)
    let figures = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(Set(figures.keys) == names.union(["documents", "bytes"]))
  }

  @Test("a file without documents, or that is missing, is trouble", arguments: ["@empty.ndjson", "@nope.ndjson"])
  func trouble(path: String) throws {
    let folder = try CommandFolder(["empty.ndjson": "\n"])
    #expect(try folder.run(["bench", "-r", "@rules.yaml", path]).code == 2)
  }
}
