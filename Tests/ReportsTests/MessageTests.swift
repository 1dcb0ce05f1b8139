import Rules
import Testing

@Suite("Messages are one plain sentence")
struct MessageTests {
  private func message(_ code: String, _ arguments: [String: FindingArgument], expected: [String] = []) -> String {
    Finding(
      severity: .error, code: FindingCode(rawValue: code), arguments: arguments, instanceLocation: "",
      span: ByteSpan(offset: 0, length: 0), expected: expected
    ).message()
  }

  /// One finding in words.
  struct Sentence: Sendable {
    let code: String
    let arguments: [String: FindingArgument]
    let text: String

    init(_ code: String, _ arguments: [String: FindingArgument], _ text: String) {
      self.code = code
      self.arguments = arguments
      self.text = text
    }
  }

  private static let sentences: [Sentence] = [
    Sentence("maxLength", ["limit": .json("200"), "actual": .count(201)], "200 characters at most, but this has 201"),
    Sentence("minLength", ["limit": .json("1"), "actual": .count(0)], "1 character at least, but this has 0"),
    Sentence("maxProperties", ["limit": .json("2"), "actual": .count(3)], "2 properties at most, but this has 3"),
    Sentence("minProperties", ["limit": .json("1"), "actual": .count(0)], "1 property at least, but this has 0"),
    Sentence("contains", ["limit": .json("1"), "actual": .count(0)], "1 matching item at least, but this has 0"),
    Sentence("minimum", ["value": .json("1"), "limit": .json("3")], "1 is too small: 3 or more is allowed"),
    Sentence("exclusiveMaximum", ["value": .json("3"), "limit": .json("3")], "3 is too large: it must be less than 3"),
    Sentence("multipleOf", ["value": .json("7"), "limit": .json("2")], "7 is not a multiple of 2"),
    Sentence("enum", ["value": .json("\"EURO\"")], "\"EURO\" is not allowed"),
    Sentence("type", ["expected": .list(["string"]), "actual": .text("null")], "expected a string, but this is null"),
    Sentence(
      "type", ["expected": .list(["integer", "null"]), "actual": .text("string"), "value": .json("\"x\"")],
      "expected an integer or null, but \"x\" is a string"),
    Sentence(
      "type", ["expected": .list(["array", "object", "null"]), "actual": .text("object"), "value": .json("{}")],
      "expected an array, an object or null, but this is an object"),
    Sentence("required", ["names": .list(["display_name"])], "missing: \"display_name\""),
    Sentence("required", ["names": .list(["a", "b\"c"])], "missing: \"a\", \"b\\\"c\""),
    Sentence("additionalProperties", ["name": .text("colour")], "unknown property \"colour\""),
    Sentence(
      "dependentRequired", ["name": .text("a"), "names": .list(["b"])],
      "missing: \"b\", because \"a\" is present"),
    Sentence(
      "format", ["value": .json("\"2022-02-30\""), "format": .text("date-time")],
      "\"2022-02-30\" is not a date-time (RFC 3339, such as 2022-01-01T23:59:59Z)"),
    Sentence("format", ["value": .json("\"x\""), "format": .text("mine")], "\"x\" is not of the format mine"),
    Sentence("uniqueItems", ["first": .count(0), "second": .count(2)], "the items at index 0 and 2 are equal"),
    Sentence(
      "oneOf", ["matched": .list(["0", "2"])],
      "this matches the alternatives 0 and 2 (from 0), but exactly one is allowed"),
    Sentence("anyOf", [:], "this matches none of the alternatives"),
    Sentence("oneOf", [:], "this matches none of the alternatives"),
    Sentence(
      "maxLength", ["limit": .json("2"), "actual": .count(4), "name": .text("long")],
      "2 characters at most, but the name \"long\" has 4"),
    Sentence(
      "default-conflict", ["name": .text("a"), "names": .list(["1", "2"])],
      "two rules give different defaults for \"a\": 1 and 2"),
    Sentence(
      "budget", ["budget": .text("bytes"), "limit": .count(1)], "undecided: the document is longer than 1 byte"),
    Sentence("malformed", ["advice": .text("JSON has no comments; remove it")], "JSON has no comments; remove it"),
  ]

  @Test("naming value, limit and unit", arguments: Self.sentences)
  func reads(sentence: Sentence) {
    #expect(message(sentence.code, sentence.arguments) == sentence.text)
  }

  @Test("a value that was normalized shows what it was")
  func original() {
    let arguments: [String: FindingArgument] = ["value": .json("\"a\""), "original": .json("\" A \"")]
    #expect(message("enum", arguments) == "\"a\" is not allowed (normalized from \" A \")")
  }

  @Test(
    "missing arguments leave the code, and never trap",
    arguments: [
      "type", "enum", "const", "pattern", "format", "maxLength", "minItems", "minimum", "multipleOf", "required",
      "additionalProperties", "propertyNames", "dependentRequired", "uniqueItems", "malformed", "empty",
      "not-utf-8", "duplicate-key", "budget", "normalize-conflict", "normalize-range", "default-conflict", "made-up",
      "",
    ])
  func missingArguments(code: String) {
    #expect(message(code, [:]) == code)
  }
}
