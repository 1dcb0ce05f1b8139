import Testing

@testable import Rules

@Suite("Output of 2019-09 and 2020-12: basic, detailed, verbose")
struct KeywordOutputTests {
  private static let point = #"{"keywordLocation": "/items/$ref", "instanceLocation": "/1", "valid": false"#
  private static let at = ##""absoluteKeywordLocation": "https://example.com/polygon"##

  private static func leaf(_ location: String, _ place: String, _ instance: String) -> String {
    #"{"valid": false, "keywordLocation": "\#(location)", \#(at)#\#(place)", "instanceLocation": "\#(instance)","#
      + #""error": ""}"#
  }

  private static let leaves = [
    leaf("/items/$ref/required", "/$defs/point/required", "/1"),
    leaf("/items/$ref/additionalProperties", "/$defs/point/additionalProperties", "/1/z"),
  ]
  private static let root = #""valid": false, "keywordLocation": "", \#(at)#", "instanceLocation": """#

  private func expect(
    _ output: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try OutputShape.of(output) == OutputShape.of(expected), sourceLocation: sourceLocation)
  }

  @Test("the polygon of the standard, basic (12.4.2)")
  func basic() throws {
    let units =
      [Self.leaf("", "", ""), Self.leaf("/items/$ref", "/$defs/point", "/1"), Self.leaf("/minItems", "/minItems", "")]
      + Self.leaves
    try expect(
      OutputExample.output(OutputExample.polygon, OutputExample.points, .basic),
      "{\(Self.root), \"errors\": [\(units.joined(separator: ","))]}")
  }

  @Test("the polygon of the standard, detailed (12.4.3)")
  func detailed() throws {
    let point = #"\#(Self.point), \#(Self.at)#/$defs/point", "errors": [\#(Self.leaves.joined(separator: ","))]}"#
    try expect(
      OutputExample.output(OutputExample.polygon, OutputExample.points, .detailed),
      "{\(Self.root), \"errors\": [\(point), \(Self.leaf("/minItems", "/minItems", ""))]}")
  }

  @Test("the small polygon of the standard, verbose (12.4.4)")
  func verbose() throws {
    let rules = #"""
      {"$id": "https://example.com/polygon", "type": "object", "properties": {"validProp": true},
       "additionalProperties": false}
      """#
    func node(_ keyword: String, _ rest: String, valid: Bool, at instance: String = "") -> String {
      #"{"valid": \#(valid), "keywordLocation": "\#(keyword)", \#(Self.at)#\#(keyword)", "#
        + #""instanceLocation": "\#(instance)"\#(rest)}"#
    }
    let refused = node("/additionalProperties", #", "error": """#, valid: false, at: "/disallowedProp")
    let nodes = [
      node("/type", "", valid: true), node("/properties", "", valid: true),
      node("/additionalProperties", #", "errors": [\#(refused)]"#, valid: false),
    ]
    try expect(
      OutputExample.output(rules, #"{"validProp": 5, "disallowedProp": "value"}"#, .verbose),
      "{\(Self.root), \"errors\": [\(nodes.joined(separator: ","))]}")
  }

  /// Keyword locations of a list, in order.
  private func places(_ rules: String, _ document: String, annotations: Bool = false) throws -> [String] {
    let output = try OutputExample.output(rules, document, .basic, annotations: annotations)
    let parsed = try Document(text: output)
    let list = parsed.value(of: annotations ? "annotations" : "errors", in: Document.root) ?? Document.root
    return parsed.items(of: list).compactMap { parsed.value(of: "keywordLocation", in: $0).map(parsed.string) }
  }

  @Test("a branch that fails where another matches is no error")
  func passingAnyOf() throws {
    let rules = #"{"anyOf": [{"type": "string"}, {"type": "integer"}], "oneOf": [{"minimum": 9}, true], "maximum": 3}"#
    #expect(try places(rules, "5") == ["/maximum"])
  }

  @Test("every branch of a failed anyOf is told")
  func failedAnyOf() throws {
    let rules = #"{"anyOf": [{"type": "string"}, {"type": "boolean"}]}"#
    #expect(try places(rules, "5") == ["/anyOf", "/anyOf/0/type", "/anyOf/1/type"])
  }

  @Test(
    "not, if and contains fail themselves",
    arguments: [
      (#"{"not": {"type": "integer"}}"#, "5", ["/not"]),
      (#"{"not": {"not": {"minimum": 9}}}"#, "5", ["/not"]),
      (#"{"if": {"minimum": 9}, "else": {"type": "string"}}"#, "5", ["/else/type"]),
      (#"{"contains": {"type": "string"}}"#, "[1]", ["/contains", "/contains/type"]),
      (#"{"contains": {"type": "string"}, "maxContains": 1}"#, #"["a", 1, "b"]"#, ["/maxContains"]),
      (#"{"oneOf": [{"type": "integer"}, true, {"minimum": 9}]}"#, "5", ["/oneOf"]),
      ("false", "5", [""]),
      (#"{"properties": {"a": false}}"#, #"{"a": 1}"#, ["/properties/a"]),
      (#"{"propertyNames": {"maxLength": 1}}"#, #"{"ab": 1}"#, ["/propertyNames/maxLength"]),
      (#"{"unevaluatedProperties": false}"#, #"{"a": 1}"#, ["/unevaluatedProperties"]),
      (
        #"{"anyOf": [{"properties": {"a": {"type": "string"}}}], "unevaluatedProperties": false}"#, #"{"a": 1}"#,
        ["", "/anyOf", "/anyOf/0/properties/a/type", "/unevaluatedProperties"]
      ),
    ] as [(String, String, [String])])
  func deciders(rules: String, document: String, expected: [String]) throws {
    #expect(try places(rules, document) == expected)
  }

  @Test("annotations of a valid document come from schemas that hold")
  func annotations() throws {
    let rules = #"""
      {"title": "t", "anyOf": [{"title": "no", "type": "string"}, {"title": "yes"}], "not": {"not": {"title": "n"}},
       "propertyNames": {"title": "name"}, "properties": {"a": {"default": 1}}}
      """#
    #expect(
      try places(rules, #"{"a": 2}"#, annotations: true)
        == ["/title", "/anyOf/1/title", "/properties", "/properties/a/default"])
  }

  @Test("a detailed valid output folds what only leads on, and keeps errors out")
  func detailedAnnotations() throws {
    let output = try OutputExample.output(
      #"{"items": {"allOf": [{"title": "a"}]}, "anyOf": [false, true]}"#, "[1]", .detailed, annotations: true)
    let expected = ##"""
      {"valid": true, "keywordLocation": "", "absoluteKeywordLocation": "urn:assay:rules.json#", "instanceLocation": "",
       "annotations": [{"valid": true, "keywordLocation": "/items", "absoluteKeywordLocation":
         "urn:assay:rules.json#/items", "instanceLocation": "", "annotation": true, "annotations": [
         {"valid": true, "keywordLocation": "/items/allOf/0/title", "absoluteKeywordLocation":
         "urn:assay:rules.json#/items/allOf/0/title", "instanceLocation": "/0", "annotation": "a"}]}]}
      """##
    try expect(output, expected)
  }
}
