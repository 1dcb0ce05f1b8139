import Testing

@Suite("Help fits one screen and shows an example")
struct HelpTests {
  @Test(
    "of every command",
    arguments: [
      [], ["lint"], ["normalize"], ["rules"], ["rules", "check"], ["test"], ["explain"], ["findings"], ["expression"],
      ["bench"],
    ])
  func help(command: [String]) throws {
    let run = try CommandRun(command + ["--help"])
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("Example: assay "))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 48)
    try Snapshot.check(run.output, (["help"] + command).joined(separator: "-") + ".txt")
  }

  @Test("the version is one line")
  func version() throws {
    let run = try CommandRun(["--version"])
    #expect(run.code == 0)
    #expect(run.output.split(separator: "\n").count == 1)
  }

  @Test(
    "usage errors are 2 and go to standard error",
    arguments: [
      ["bogus"], ["lint"], ["lint", "--bogus"], ["lint", "-r"], ["lint", "-r", "x", "--format", "bogus", "f"],
      ["lint", "-r", "x", "--max-bytes", "0", "f"], ["lint", "-r", "x", "--max-depth", "100000", "f"],
      ["lint", "-r", "x", "--max-findings", "-1", "f"], ["normalize", "-r", "x"], ["rules", "check"],
      ["explain", "-r", "x"], ["findings", "maxLenght"], ["expression"], ["expression", "1", "--budget", "0"],
      ["bench", "-r", "x", "--passes", "0", "f"],
    ])
  func usage(arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }
}
