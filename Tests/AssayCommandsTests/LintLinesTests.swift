import Testing

@Suite("lint, line by line")
struct LintLinesTests {
  @Test("lines are counted as in the file; blank ones, CRLF and a missing last line feed are fine")
  func lines() throws {
    let text = "{\"name\":\"a\"}\n\n  \r\n{\"name\":\"toolong\"}\r\n{\"name\":5}"
    let folder = try CommandFolder(["l.ndjson": text])
    let run = try folder.lint("--format", "concise", "@l.ndjson")
    #expect(
      folder.relative(run.output) == """
        l.ndjson:4:9: error[maxLength] /name: 5 characters at most, but this has 7
        l.ndjson:5:9: error[type] /name: expected a string, but 5 is an integer

        """)
    #expect(run.errors == "3 documents: 1 valid, 2 invalid; 2 findings\n")
  }

  @Test("a line beyond the limit is undecided, and only that line")
  func longLine() throws {
    let long = "{\"name\":\"\(String(repeating: "x", count: 3 << 20))\"}"
    let folder = try CommandFolder(["l.jsonl": "{\"name\":\"a\"}\n\(long)\n{\"name\":\"b\"}\n"])
    let run = try folder.lint("--max-bytes", "1000", "--format", "concise", "@l.jsonl")
    #expect(run.code == 2)
    #expect(folder.relative(run.output).hasPrefix("l.jsonl:2:1: error[budget]"))
    #expect(run.errors == "3 documents: 2 valid, 0 invalid, 1 undecided; 1 finding\n")
  }

  @Test("lines that are not JSON are findings of their own")
  func malformed() throws {
    let folder = try CommandFolder(["l.ndjson": "{\"name\":\"a\"}\n{\"name\":\n\"b\"}\n{\"name\":\"c\"} {}\n"])
    let run = try folder.lint("--format", "concise", "@l.ndjson")
    #expect(run.code == 1)
    #expect(run.output.split(separator: "\n").count == 3)
  }

  @Test("a file without any document is no pass", arguments: ["", "\n\n", " \r\n"])
  func empty(text: String) throws {
    let folder = try CommandFolder(["l.ndjson": text])
    let run = try folder.lint("@l.ndjson")
    #expect(run.code == 2)
    #expect(run.errors.contains("there is no document in it"))
  }

  @Test("many lines over several chunks are all there")
  func many() throws {
    let count = 8000
    let lines = (0..<count).map { number in
      let mistake = number.isMultiple(of: 10) ? ", \"x\": 1" : ""
      return "{\"name\": \"\(number % 1000)\"\(String(repeating: " ", count: 400 + number % 7))\(mistake)}\n"
    }
    let folder = try CommandFolder(["l.ndjson": lines.joined()])
    let run = try folder.lint("--format", "concise", "@l.ndjson")
    #expect(run.errors == "\(count) documents: \(count) valid, 0 invalid; \(count / 10) findings\n")
    #expect(run.output.split(separator: "\n").count == count / 10)
    #expect(run.output.contains("l.ndjson:7991:"))
  }
}
