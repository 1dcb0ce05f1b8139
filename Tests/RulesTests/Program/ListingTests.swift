import Testing

@testable import Rules

@Suite struct ListingTests {
  @Test("a listing has a block a schema and a line an instruction")
  func snapshot() throws {
    let rules = try RuleSet.compile(
      ##"""
      {
        "type": "object",
        "required": ["name"],
        "properties": {
          "name": {"type": "string", "x-normalize": "trim", "minLength": 1, "pattern": "^[a-z]+$"},
          "size": {"enum": ["small", "large", 3], "default": "small"},
          "tags": {"type": "array", "items": {"$ref": "#/$defs/tag"}, "uniqueItems": true}
        },
        "additionalProperties": {"format": "date"},
        "x-severity": {"additionalProperties": "warning"},
        "$defs": {"tag": {"type": ["string", "null"], "maxLength": 8}}
      }
      """##)
    #expect(rules.programListing == Self.expected)
  }

  private static let expected = """
    entry block 1

    block 1  #
      any     type          object  ; line 2
      object  members       required 1  ; line 3
              "name" -> block 2, required
              "size" -> block 3, default "small"
              "tags" -> block 4
              any other -> block 5  [warning]

    block 2  #/properties/name
      string  normalize     trim
      any     type          string  ; line 5
      string  minLength     1 code points  ; line 5
      string  pattern       ^[a-z]+$  (class ^[a-z]{1,}$)  ; line 5

    block 3  #/properties/size
      any     anyValue      "small", "large", 3  ; line 6

    block 4  #/properties/tags
      any     type          array  ; line 7
      array   items         from 0: block 6  ; line 7
      array   uniqueItems     ; line 7

    block 5  #/additionalProperties
      string  format        date  ; line 9

    block 6  #/properties/tags/items
      any     call          block 7  ; line 7

    block 7  #/$defs/tag
      any     type          null, string  ; line 11
      string  maxLength     8 code points  ; line 11

    """

  @Test("every opcode is listed under its own name", arguments: Opcode.allCases)
  func everyOpcode(_ opcode: Opcode) throws {
    let schemas: [Opcode: String] = [
      .fail: "false", .minLength: #"{"minLength":1}"#, .maxLength: #"{"maxLength":1}"#, .pattern: #"{"pattern":"a"}"#,
      .format: #"{"format":"date"}"#, .minimum: #"{"minimum":1}"#, .maximum: #"{"maximum":1}"#,
      .exclusiveMinimum: #"{"exclusiveMinimum":1}"#, .exclusiveMaximum: #"{"exclusiveMaximum":1}"#,
      .multipleOf: #"{"multipleOf":1}"#, .anyValue: #"{"enum":[1]}"#, .minItems: #"{"minItems":1}"#,
      .maxItems: #"{"maxItems":1}"#, .uniqueItems: #"{"uniqueItems":true}"#, .items: #"{"items":{"type":"null"}}"#,
      .prefixItems: #"{"prefixItems":[{"type":"null"}]}"#, .contains: #"{"contains":{"type":"null"}}"#,
      .minProperties: #"{"minProperties":1}"#, .maxProperties: #"{"maxProperties":1}"#,
      .members: #"{"properties":{"a":{"type":"null"}}}"#, .dependentRequired: #"{"dependentRequired":{"a":["b"]}}"#,
      .dependentSchemas: #"{"dependentSchemas":{"a":{"type":"null"}}}"#, .allOf: #"{"allOf":[{"type":"null"}]}"#,
      .anyOf: #"{"anyOf":[{"type":"null"}]}"#, .oneOf: #"{"oneOf":[{"type":"null"}]}"#,
      .not: #"{"not":{"type":"null"}}"#, .conditional: #"{"if":{"type":"null"},"then":{"enum":[1]}}"#,
      .call: ##"{"$ref":"#/$defs/a","$defs":{"a":{"type":"null"}}}"##, .deprecated: #"{"deprecated":true}"#,
      .propertyDependencies:
        #"{"$schema":"https://json-schema.org/v1","propertyDependencies":{"a":{"b":{"type":"null"}}}}"#,
      .unevaluatedProperties: #"{"unevaluatedProperties":false}"#, .unevaluatedItems: #"{"unevaluatedItems":false}"#,
      .content: #"{"$schema":"http://json-schema.org/draft-07/schema#","contentEncoding":"base64"}"#,
      .customFormat: #"{"format":"shout"}"#, .customKeyword: #"{"x-even":true}"#, .annotate: #"{"title":"a"}"#,
    ]
    var library = RuleLibrary()
    library.addFormat("shout") { $0.hasSuffix("!") }
    library.addKeyword("x-even") { _ throws(KeywordError) in { _ in nil } }
    let rules = try RuleSet.compile(
      try #require(schemas[opcode]), library: library, options: CompileOptions(annotations: opcode == .annotate))
    #expect(rules.program.program.opcodes.contains(opcode))
    #expect(rules.programListing.contains("  \(opcode)"))
  }
}
