import RuleFiles
import Rules
import Testing

@Suite("What is not a YAML document for JSON is refused with its place")
struct YAMLRefusalTests {
  @Test(
    "syntax",
    arguments: [
      ("a: [1, 2", "malformed 1:9"),
      ("a: b: c", "malformed 1:5"),
      ("a: 1\n\tb: 2", "malformed 2:1"),
      ("a: \"x\\q\"", "malformed 1:6"),
      ("a: @b", "malformed 1:4"),
      ("a: 'x", "malformed 1:6"),
      ("- 1\nb: 2", "malformed 2:1"),
      ("a: 1\n---\nb: 2\n", "malformed 3:1"),
      ("a: \u{1}", "malformed 1:4"),
      ("é: \u{7F}", "malformed 1:4"),
      ("", "empty 1:1"),
      ("# only a comment\n", "empty 1:1"),
    ])
  func syntax(yaml: String, problem: String) {
    #expect(YAMLSample.problems(yaml) == [problem])
  }

  @Test(
    "keys that are no names",
    arguments: [
      ("? [1]\n: 2", "yaml-key 1:3"), ("{a: 1}: 2", "yaml-key 1:1"), ("?\n: 1", "yaml-key 1:2"),
      ("a: &x k\n*x : 1", "yaml-alias 2:1"), ("a: &x {k: 1}\nb:\n  <<: *x\n", "yaml-merge 3:3"),
    ])
  func keys(yaml: String, problem: String) {
    #expect(YAMLSample.problems(yaml) == [problem])
  }

  @Test("a quoted merge key is a name like any other")
  func quotedMergeKey() throws {
    #expect(try YAMLSample.json("\"<<\": 1") == #"{"<<":1}"#)
  }

  @Test(
    "one document with its markers is fine, an empty one is null",
    arguments: [
      ("---\na: 1\n...\n", #"{"a":1}"#), ("%YAML 1.2\n---\na: 1\n", #"{"a":1}"#), ("---\n", "null"), ("~", "null"),
    ])
  func markers(yaml: String, json: String) throws {
    #expect(try YAMLSample.json(yaml) == json)
  }

  @Test("bytes that are not UTF-8")
  func notUTF8() {
    #expect(throws: YAMLProblems.self) { try YAMLReader.read([0x61, 0x3A, 0x20, 0xFF]) }
    do {
      _ = try YAMLReader.read([0x61, 0x3A, 0x20, 0xFF])
    } catch {
      #expect(error.problems.map(\.offset) == [3])
      #expect(error.problems.map(\.code.rawValue) == ["not-utf-8"])
    }
  }

  @Test("512 levels are read, 513 are not")
  func depth() throws {
    let nested = { (levels: Int) in String(repeating: "[", count: levels) + String(repeating: "]", count: levels) }
    #expect(try YAMLSample.json(nested(512)) == nested(512))
    #expect(YAMLSample.problems(nested(513)) == ["depth 1:513"])
    #expect(YAMLSample.problems(nested(100_000)).count == 1)
    #expect(YAMLSample.problems(String(repeating: "- ", count: 100_000)).count == 1)
  }

  @Test("a text beyond the limit of bytes")
  func length() {
    #expect(YAMLSample.problems("a: 1", limits: Limits(bytes: 3)) == ["bytes 1:1"])
  }
}
