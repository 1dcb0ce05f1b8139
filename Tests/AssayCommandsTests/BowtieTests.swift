import Foundation
import Rules
import Testing

@testable import AssayCommands

@Suite("bowtie: the harness answers every command, whatever it is, and never dies")
struct BowtieTests {
  /// The shapes of the protocol's answers (IHOP v1), as its own schemas have them.
  private static let shapes = """
    {"$defs": {
      "uri": {"type": "string", "format": "uri"},
      "start": {"type": "object", "required": ["version", "implementation"], "properties": {
        "version": {"const": 1},
        "implementation": {"type": "object", "required": ["name", "language", "dialects", "homepage", "issues", "source"],
          "additionalProperties": false, "properties": {
            "language": {"pattern": "^[a-z][a-z0-9-+_]*$"}, "name": {"pattern": "^[A-Za-z][\\\\w\\\\-.]*[A-Za-z0-9]$"},
            "version": {"type": "string"}, "dialects": {"type": "array", "items": {"$ref": "#/$defs/uri"}},
            "documentation": {"$ref": "#/$defs/uri"}, "homepage": {"$ref": "#/$defs/uri"},
            "issues": {"$ref": "#/$defs/uri"}, "source": {"$ref": "#/$defs/uri"}, "os": {"type": "string"},
            "language_version": {"type": "string"}}}}},
      "dialect": {"enum": [{"ok": true}, {"ok": false}]},
      "errored": {"required": ["errored"], "properties": {"errored": {"const": true}, "context": {"type": "object",
        "required": ["message"], "properties": {"message": {"type": "string"}}}}},
      "skipped": {"required": ["skipped"], "properties": {"skipped": {"const": true}, "message": {"type": "string"}}},
      "flag": {"required": ["valid"], "properties": {"valid": {"type": "boolean"}, "annotations": {"type": "array",
        "items": {"required": ["keyword", "instanceLocation", "keywordLocation", "annotation"]}}}},
      "result": {"required": ["results"], "properties": {"results": {"type": "array", "items": {"oneOf": [
        {"$ref": "#/$defs/flag"}, {"$ref": "#/$defs/skipped"}, {"$ref": "#/$defs/errored"}]}}}},
      "run": {"type": "object", "required": ["seq"], "properties": {"seq": true}, "unevaluatedProperties": false, "oneOf": [
        {"$ref": "#/$defs/result"}, {"$ref": "#/$defs/skipped"}, {"$ref": "#/$defs/errored"}]}}}
    """

  private func isShaped(_ answer: String, _ name: String) throws -> Bool {
    try RuleSet.compile(Self.shapes, options: CompileOptions(entry: "#/$defs/\(name)")).isValid(answer)
  }

  /// The answers to some lines.
  private func answers(_ lines: String...) -> [String] {
    var session = BowtieSession(version: "0.1.0", assertsFormats: false)
    return lines.compactMap { session.answer(Array($0.utf8)) }
  }

  private func run(
    _ schema: String, _ instances: [String], seq: String = "1", members: String = "", dialect: String = "2020-12/schema"
  ) throws -> String {
    let tests = instances.map { #"{"description": "", "instance": \#($0)}"# }.joined(separator: ",")
    let all = answers(
      #"{"cmd": "start", "version": 1}"#, #"{"cmd": "dialect", "dialect": "https://json-schema.org/\#(dialect)"}"#,
      #"{"cmd": "run", "seq": \#(seq), "case": {"schema": \#(schema), "tests": [\#(tests)]\#(members)}}"#)
    let answer = try #require(all.last)
    #expect(try isShaped(answer, "run"), "\(answer)")
    return answer
  }

  @Test("start tells the version, the name and the dialects, in the protocol's shape")
  func start() throws {
    let answer = try #require(answers(#"{"cmd": "start", "version": 1}"#).first)
    #expect(try isShaped(answer, "start"))
    #expect(BowtieSession.dialects.allSatisfy { answer.contains($0) })
    #expect(answers(#"{"cmd": "start", "version": 2}"#).first?.contains("\"errored\":true") == true)
    #expect(answers(#"{"cmd": "start"}"#).first?.contains("\"errored\":true") == true)
  }

  @Test(
    "dialect says whether it is known",
    arguments: [
      (#""http://json-schema.org/draft-07/schema#""#, true), (#""http://json-schema.org/draft-04/schema""#, true),
      (#""https://json-schema.org/v1""#, true), (#""https://e.org/none""#, false), ("5", false), ("null", false),
    ])
  func dialect(uri: String, isKnown: Bool) throws {
    let answer = try #require(answers(#"{"cmd": "dialect", "dialect": \#(uri)}"#).first)
    #expect(answer == #"{"ok":\#(isKnown)}"#)
    #expect(try isShaped(answer, "dialect"))
  }

  @Test(
    "seq is echoed as it is written",
    arguments: [
      "1", "-0.0", "123456789012345678901234567890", "1e400", #""a\u0041\n""#, "null", "true", #"{"a": [1, {}]}"#, "[]",
    ])
  func seq(text: String) throws {
    #expect(try run("{}", ["1"], seq: text) == #"{"seq":\#(text),"results":[{"valid":true}]}"#)
  }

  @Test("output: absent and flag give validity alone, annotations give annotations")
  func output() throws {
    for members in ["", #"}, "output": "flag", "x": {"#] {
      #expect(
        try run(#"{"title": "t", "type": "string"}"#, ["\"x\"", "1"], members: members)
          == #"{"seq":1,"results":[{"valid":true},{"valid":false}]}"#)
    }
    let answer = try run(
      #"{"title": "t", "type": "string"}"#, ["\"x\"", "1"], members: #"}, "output": "annotations", "x": {"#)
    #expect(
      answer == #"{"seq":1,"results":[{"valid":true,"annotations":[{"keyword":"title","instanceLocation":"","#
        + ##""keywordLocation":"#/title","annotation":"t"}]},{"valid":false,"annotations":[]}]}"##)
  }

  @Test(
    "what the metaschema refuses is no refusal: the keyword asserts nothing, its neighbours do",
    arguments: [
      #""minLength": "foo""#, #""type": "nope""#, #""type": 5"#, #""required": 1"#, #""uniqueItems": 1"#,
      #""enum": "x""#,
    ])
  func violation(keyword: String) throws {
    #expect(
      try run("{\(keyword), \"maxLength\": 1}", ["\"x\"", "\"xy\"", "{\"a\": [1]}"])
        == #"{"seq":1,"results":[{"valid":true},{"valid":false},{"valid":true}]}"#)
  }

  @Test("a registry answers references; its documents are read only when a reference leads to them")
  func registry() throws {
    let registry =
      #", "registry": {"https://e.org/a": {"type": "string"}, "https://e.org/b": {"pattern": "("}, "c": 5}"#
    #expect(
      try run(#"{"$ref": "https://e.org/a"}"#, ["1", "\"x\""], members: registry)
        == #"{"seq":1,"results":[{"valid":false},{"valid":true}]}"#)
    for schema in [#"{"$ref": "https://e.org/b"}"#, #"{"$ref": "https://e.org/none"}"#] {
      #expect(try run(schema, ["1"], members: registry).contains("\"errored\":true"))
    }
    for wrong in ["5", "[]", "null", "\"x\""] {
      #expect(try run("{}", ["1"], members: ", \"registry\": \(wrong)").contains("\"valid\":true"))
    }
  }

  @Test(
    "a case that does not compile is errored, with a message",
    arguments: [#"{"properties": {"a": 5}}"#, "5", #"{"pattern": "("}"#, ##"{"$ref": "#/nope"}"##, ##"{"$ref": "#"}"##])
  func errored(schema: String) throws {
    #expect(try run(schema, ["1"]).hasPrefix(#"{"seq":1,"errored":true,"context":{"message":""#))
  }

  @Test(
    "what is no command is errored, and the next one is answered",
    arguments: [
      "", "{", "5", "null", "[]", "{}", #"{"cmd": "dance"}"#, #"{"cmd": 5}"#, #"{"cmd": "run"}"#,
      #"{"cmd": "dialect"}"#,
      #"{"cmd": "run", "seq": 1, "case": 5}"#, #"{"cmd": "run", "seq": 1, "case": {"tests": []}}"#,
      #"{"cmd": "run", "seq": 1, "seq": 2}"#, "\u{0}", "{\"cmd\": \"stop\"",
    ])
  func noCommand(line: String) throws {
    let all = answers(line, #"{"cmd": "run", "seq": 7, "case": {"schema": true, "tests": [{"instance": 1}]}}"#)
    #expect(all.count == 2)
    #expect(all.last == #"{"seq":7,"results":[{"valid":true}]}"#)
    #expect(try isShaped(all[0], "run") || isShaped(all[0], "dialect"), "\(all[0])")
  }

  @Test("members that are missing or of another type give an answer in shape")
  func odd() throws {
    for tests in ["5", "{}", "[5]", "[{}]", "[null, {\"instance\": 1}]"] {
      let line = #"{"cmd": "run", "seq": 1, "case": {"schema": true, "tests": \#(tests)}}"#
      #expect(try isShaped(answers(line)[0], "run"), "\(tests)")
    }
    let line = #"{"cmd": "run", "seq": 1, "case": {"schema": true}}"#
    #expect(answers(line) == [#"{"seq":1,"results":[]}"#])
  }

  @Test("long lines and deep ones")
  func hostile() throws {
    let long = String(repeating: "x", count: 10_000_000)
    #expect(try run(#"{"maxLength": 9999999}"#, ["\"\(long)\""]) == #"{"seq":1,"results":[{"valid":false}]}"#)
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(try isShaped(answers(#"{"cmd": "run", "seq": 1, "case": {"schema": \#(deep), "tests": []}}"#)[0], "run"))
    let not = String(repeating: "{\"not\":", count: 200) + "true" + String(repeating: "}", count: 200)
    #expect(try run(not, ["1"]) == #"{"seq":1,"results":[{"valid":true}]}"#)
  }

  @Test("a budget that runs out is a skipped test")
  func skipped() throws {
    let text = String(repeating: "a", count: 40) + "b"
    let answer = try run(#"{"pattern": "^(?=(a+)+$)"}"#, ["\"\(text)\"", "\"b\""])
    #expect(answer.contains("\"skipped\":true"), "\(answer)")
  }

  @Test("unknown keywords are tolerated in v1, where lint refuses them")
  func lenient() throws {
    let schema = #"{"$schema": "https://json-schema.org/v1", "foo": 1}"#
    #expect(try run(schema, ["1"], dialect: "v1") == #"{"seq":1,"results":[{"valid":true}]}"#)
    let folder = try CommandFolder(["v1.json": schema, "doc.json": "1"])
    #expect(try folder.run(["lint", "-r", "@v1.json", "@doc.json"]).code == 2)
  }

  @Test("stop ends the session, and so does the end of the input; empty lines are passed over")
  func ends() throws {
    let start = #"{"cmd": "start", "version": 1}"#
    let stopped = try CommandRun(["bowtie"], input: "\(start)\n\n  \n{\"cmd\": \"stop\"}\n\(start)\n")
    #expect(stopped.code == 0)
    #expect(stopped.output.split(separator: "\n").count == 1)
    let ended = try CommandRun(["bowtie"], input: "\(start)\n\(start)")
    #expect(ended.code == 0)
    #expect(ended.output.split(separator: "\n").count == 2)
    #expect(try CommandRun(["bowtie"], input: "").code == 0)
  }

  @Test("formats assert only when asked")
  func formats() throws {
    let line = #"{"cmd": "run", "seq": 1, "case": {"schema": {"format": "ipv4"}, "tests": [{"instance": "x"}]}}"# + "\n"
    #expect(try CommandRun(["bowtie"], input: line).output.contains("\"valid\":true"))
    #expect(try CommandRun(["bowtie", "--assert-format"], input: line).output.contains("\"valid\":false"))
  }
}
