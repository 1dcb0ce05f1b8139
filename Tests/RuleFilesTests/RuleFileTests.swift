import RuleFiles
import Rules
import Testing

@Suite("Rule files are JSON or YAML, and their problems have places")
struct RuleFileTests {
  @Test(
    "the name tells the syntax, else the first character",
    arguments: [
      ("r.json", #"{"type": "string"}"#), ("r.yaml", "type: string"), ("r.YML", "type: string"),
      ("r.yaml", #"{"type": "string"}"#), ("rules", "type: string"), ("rules", #" {"type": "string"}"#),
    ])
  func syntax(name: String, text: String) throws {
    let rules = try RuleFile(path: name, bytes: Array(text.utf8)).compile()
    #expect(rules.isValid("\"x\""))
    #expect(!rules.isValid("1"))
  }

  @Test("a byte order mark is tolerated in YAML and does not count as a column")
  func byteOrderMark() {
    let file = RuleFile(path: "r.yaml", bytes: [0xEF, 0xBB, 0xBF] + Array("maxLenght: 5".utf8))
    #expect(throws: RuleErrors.self) { try file.compile() }
    do {
      _ = try file.compile()
    } catch {
      #expect(error.problems.map(\.location) == [RuleLocation(path: "r.yaml", line: 1, column: 1)])
    }
  }

  @Test(
    "every problem says file, line, column and what was meant",
    arguments: [
      ("r.yaml", "type: object\nproperties:\n  a: {maxLenght: 5}\n", "r.yaml:3:7: error[unknown-keyword]"),
      ("r.json", "{\n  \"maxLenght\": 5\n}", "r.json:2:3: error[unknown-keyword]"),
    ])
  func places(name: String, text: String, start: String) throws {
    do {
      _ = try RuleFile(path: name, bytes: Array(text.utf8)).compile()
      Issue.record("this must not compile")
    } catch {
      #expect(error.description.hasPrefix(start))
      #expect(error.description.hasSuffix("did you mean \"maxLength\"?"))
    }
  }

  @Test(
    "syntax errors have their place too",
    arguments: [
      ("r.yaml", "type: object\nrequired: [a\n", "r.yaml:3:1: error[malformed]"),
      ("r.yaml", "a: 1\na: 2", "r.yaml:2:1: error[duplicate-key]"),
      ("r.json", "{\"a\": 1,\n}", "r.json:2:1: error[malformed]"),
      ("r.json", "{\"a\": 1, \"a\": 2}", "r.json:1:10: error[duplicate-key]"),
      ("r.yaml", "", "r.yaml:1:1: error[empty]"),
    ])
  func syntaxErrors(name: String, text: String, start: String) {
    do {
      _ = try RuleFile(path: name, bytes: Array(text.utf8)).compile()
      Issue.record("this must not compile")
    } catch {
      #expect(error.description.hasPrefix(start), "\(error)")
    }
  }

  @Test("the same text is the same program, read as YAML or as JSON")
  func sameProgram() throws {
    let text = Array(#"{"properties": {"a": {"type": "integer", "enum": [1, 2]}}}"#.utf8)
    let (yaml, json) = (RuleFile(path: "r.yaml", bytes: text), RuleFile(path: "r.json", bytes: text))
    #expect(try yaml.compile().programListing == json.compile().programListing)
    #expect(try yaml.compile().digest == json.compile().digest)
  }

  @Test("a file that is not there is a problem like any other")
  func missing() {
    #expect(throws: RuleErrors.self) { try RuleSet.load(path: "/nonexistent/r.yaml") }
  }

  @Test("a file from disk")
  func fromDisk() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("type: integer\n", to: "r.yaml")
    #expect(try RuleSet.load(path: path).isValid("5"))
  }
}
