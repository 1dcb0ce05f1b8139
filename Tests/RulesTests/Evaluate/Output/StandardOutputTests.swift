import Testing

@testable import Rules

@Suite("Standard output, every format")
struct StandardOutputTests {
  private func parsed(_ output: String) throws -> Document {
    try Document(json: output.utf8.span.bytes, limits: Limits(depth: Limits.maximumDepth))
  }

  @Test(
    "a document that cannot be judged is not valid, and the root says why", arguments: OutputFormat.allCases,
    [
      ("{\"a\": ", "the text ends before the value does"), ("", "the text is empty"),
      (#"{"a": 1, "a": 2}"#, #"the name \"a\" stands twice"#), ("[[[[1]]]]", "nested deeper than 3 levels"),
      (#""aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab""#, "undecided: the budget pattern-steps ran out"),
    ])
  func refusal(format: OutputFormat, test: (document: String, reason: String)) throws {
    let options = CompileOptions(limits: Limits(depth: 3, patternSteps: 10))
    let rules = try RuleSet.compile(#"{"pattern": "^(?=a)(a|a)*$"}"#, options: options)
    let output = rules.output(test.document, format: format)
    #expect(output.hasPrefix(#"{"valid":false"#))
    #expect(output.contains(test.reason) == (format != .flag), "\(output)")
    _ = try parsed(output)
  }

  @Test("x- keywords change nothing, and nothing is normalized", arguments: OutputFormat.allCases)
  func extensions(format: OutputFormat) throws {
    let rules = try RuleSet.compile(
      #"{"type": "string", "maxLength": 1, "x-normalize": "trim", "x-severity": "warning"}"#)
    #expect(rules.check(#"" a ""#).verdict != .undecided)
    #expect(rules.output(#"" a ""#, format: format).hasPrefix(#"{"valid":false"#))
  }

  @Test("a schema's own message stands in place of the catalogue's")
  func message() throws {
    let output = try OutputExample.output(#"{"maxLength": 1, "x-message": "{limit} at most"}"#, #""abc""#, .basic)
    #expect(output.contains(#""error":"1 at most""#))
  }

  @Test("what is sensitive is in no format", arguments: OutputFormat.allCases)
  func sensitive(format: OutputFormat) throws {
    let rules = #"""
      {"properties": {"pin": {"x-sensitive": true, "maxLength": 2, "enum": ["x"], "not": {"const": "s3cret"}},
       "all": {"x-sensitive": true, "additionalProperties": {"type": "string"}}}}
      """#
    let document = #"{"pin": "s3cret", "all": {"k3y": 1}}"#
    let output = try OutputExample.output(rules, document, format, annotations: true)
    #expect(!output.contains("s3cret"))
    #expect(!output.contains(#"["k3y"]"#))
  }

  @Test(
    "every location is an absolute URI",
    arguments: [
      ("rules.json", "urn:assay:rules.json#"), ("my rules/ü.json", "urn:assay:my%20rules/%C3%BC.json#"),
      ("/srv/rules.json", "file:///srv/rules.json#"), ("https://example.com/r?x=%20", "https://example.com/r?x=%20#"),
      ("", "urn:assay:schema#"), ("100%?.json", "urn:assay:100%25%3F.json#"),
    ])
  func absolute(path: String, uri: String) throws {
    for format in OutputFormat.allCases where format != .flag {
      let output = try OutputExample.output(
        #"{"properties": {"ä b": {"type": "null"}}}"#, #"{"ä b": 1}"#, format, path: path)
      #expect(output.contains("\"\(uri)/properties/%C3%A4%20b"), "\(output)")
    }
    #expect(try OutputExample.output("true", "1", .hierarchical, path: path).contains("\"\(uri)\""))
  }

  @Test("a checker gives the same", arguments: OutputFormat.allCases)
  func checker(format: OutputFormat) throws {
    let rules = try RuleSet.compile(OutputExample.polygon)
    var checker = rules.makeChecker()
    let output = checker.output(OutputExample.points.utf8.span.bytes, format: format)
    #expect(output == rules.output(OutputExample.points, format: format))
  }

  @Test(
    "what is longer than the limit is cut, says so, and is JSON with the right result", arguments: OutputFormat.allCases
  )
  func truncated(format: OutputFormat) throws {
    let document = "[" + Array(repeating: "1", count: 2_000).joined(separator: ",") + "]"
    for (rules, isValid) in [(#"{"items": {"type": "string"}}"#, false), (#"{"items": {"title": "t"}}"#, true)] {
      let output = try OutputExample.output(
        rules, document, format, annotations: true, limits: Limits(outputBytes: 10_000))
      #expect(output.hasPrefix(#"{"valid":\#(isValid)"#))
      #expect(output.hasSuffix(#","truncated":true}"#) == (format != .flag))
      #expect(output.utf8.count < 12_000)
      _ = try parsed(output)
    }
  }

  @Test(
    "a single error of a large document is found, whatever the limit leaves out",
    arguments: ["basic", "detailed", "list"])
  func oneError(format: String) throws {
    let document = "[" + Array(repeating: "1", count: 20_000).joined(separator: ",") + ",\"x\"]"
    let output = try OutputExample.output(
      #"{"items": {"type": "integer"}}"#, document, try #require(OutputFormat(rawValue: format)),
      limits: Limits(outputBytes: 10_000))
    #expect(output.contains("/20000") && !output.contains("truncated"))
  }

  @Test("the deepest document has an output", arguments: OutputFormat.allCases)
  func deep(format: OutputFormat) throws {
    let depth = Limits.maximumDepth
    let document = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let rules = ##"{"allOf": [{"maxItems": 0}, {"items": {"$ref": "#"}}]}"##
    let output = try OutputExample.output(rules, document, format, limits: Limits(depth: depth, outputBytes: 1 << 20))
    #expect(output.hasPrefix(#"{"valid":false"#) && output.hasSuffix("}"))
  }

  @Test("time grows with the document: many members, names nobody knows, schemas that visit them in turn")
  func wide() throws {
    let rules = try RuleSet.compile(
      #"{"items": {"allOf": [{"properties": {"a": {"type": "string"}}}, {"required": ["b", "c"]}]}, "type": "object"}"#)
    let items = "[" + Array(repeating: #"{"a": 1}"#, count: 5_000).joined(separator: ",") + "]"
    #expect(rules.output(items, format: .detailed).contains("/4999/a"))
    let closed = try RuleSet.compile(#"{"additionalProperties": false}"#, options: CompileOptions(annotations: true))
    let members = "{" + (0..<5_000).map { "\"n\($0)\": 1" }.joined(separator: ",") + "}"
    #expect(closed.output(members, format: .list).contains("/n4999"))
  }
}
