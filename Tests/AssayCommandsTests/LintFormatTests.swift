import Testing

@Suite("lint --format, the standard's output and problem details")
struct LintFormatTests {
  private static let valid = #"{"name": "Ada"}"#
  private static let invalid = #"{"name": "much too long"}"#

  @Test(
    "one line a document, in order, and the exit code is the standard's result",
    arguments: ["flag", "basic", "detailed", "verbose", "list", "hierarchical"])
  func lines(format: String) throws {
    let folder = try CommandFolder(["l.ndjson": "\(Self.valid)\n\(Self.invalid)\n{]\n", "v.json": Self.valid])
    let run = try folder.lint("--format", format, "@l.ndjson")
    #expect(run.code == 1)
    #expect(run.errors == "3 documents: 1 valid, 2 invalid; 0 findings\n")
    let lines = run.output.split(separator: "\n")
    #expect(lines.map { $0.hasPrefix(#"{"valid":true"#) } == [true, false, false])
    #expect(try folder.lint("--format", format, "@v.json").code == 0)
  }

  @Test("severities do not count for the standard, budgets still do")
  func standardResult() throws {
    let folder = try CommandFolder(["w.json": #"{"name": "Ada", "mod": 1}"#])
    #expect(try folder.lint("@w.json").code == 0)
    #expect(try folder.lint("--format", "basic", "@w.json").code == 1)
    #expect(try folder.lint("--format", "basic", "--max-bytes", "5", "@w.json").code == 2)
  }

  @Test("annotations are in it")
  func annotations() throws {
    let folder = try CommandFolder(["v.json": Self.valid])
    #expect(try folder.lint("--format", "basic", "@v.json").output.contains(#""annotation":["name"]"#))
  }

  @Test("problem details name the document, and valid documents have none")
  func problem() throws {
    let folder = try CommandFolder(["l.ndjson": "\(Self.valid)\n\(Self.invalid)\n"])
    let run = try folder.lint("--format", "problem", "@l.ndjson")
    #expect(run.code == 1)
    #expect(
      folder.relative(run.output) == #"""
        {"type":"about:blank","title":"Unprocessable Content","status":422,"detail":"5 characters at most, but this has \#
        13","instance":"l.ndjson#line=1,2","errors":[{"detail":"5 characters at most, but this has 13",\#
        "pointer":"#/name","code":"maxLength"}]}

        """#)
  }
}
