import Testing

@Suite("explain")
struct ExplainTests {
  @Test("prints the program")
  func program() throws {
    let folder = try CommandFolder()
    let run = try folder.run(["explain", "-r", "@rules.yaml", "--program"])
    #expect(run.code == 0)
    #expect(run.output.contains("maxLength"))
    #expect(run.output.hasSuffix("\n"))
  }

  @Test("tells the verdict and every finding, beyond the usual cap")
  func findings() throws {
    let members = (0..<200).map { "\"x\($0)\": 1" }.joined(separator: ",")
    let folder = try CommandFolder(["d.json": "{\"name\": \"a\", \(members)}", "i.json": "5"])
    let run = try folder.run(["explain", "-r", "@rules.yaml", "@d.json"])
    #expect(run.code == 0)
    #expect(folder.relative(run.output).hasPrefix("d.json: valid\n"))
    #expect(run.output.split(separator: "\n").filter { $0.contains("warning[additionalProperties]") }.count == 200)
    #expect(try folder.run(["explain", "-r", "@rules.yaml", "@i.json"]).code == 1)
    #expect(try folder.run(["explain", "-r", "@rules.yaml", "@nope.json"]).code == 2)
  }
}
