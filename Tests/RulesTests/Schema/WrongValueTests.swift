import Testing

@testable import Rules

/// A keyword and a value that it does not take.
struct WrongValue: CustomTestStringConvertible, Sendable {
  let keyword: String
  let value: String
  var testDescription: String { "\(keyword): \(value)" }

  init(_ keyword: String, _ value: String) {
    self.keyword = keyword
    self.value = value
  }

  static func each(_ keywords: [String], _ values: [String]) -> [WrongValue] {
    keywords.flatMap { keyword in values.map { WrongValue(keyword, $0) } }
  }
}

@Suite struct WrongValueTests {
  static let counts = [
    "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains",
  ]
  static let schemas = [
    "not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames", "contentSchema",
  ]
  static let texts = [
    "$id", "$ref", "$anchor", "$schema", "$comment", "title", "description", "pattern", "format", "contentEncoding",
    "contentMediaType",
  ]

  static let cases: [WrongValue] =
    WrongValue.each(counts, ["-1", "1.5", "\"1\"", "null", "-1e400"])
    + WrongValue.each(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"], ["\"1\"", "true", "[]"])
    + WrongValue.each(["multipleOf"], ["0", "-1", "0.0", "\"1\"", "-0"])
    + WrongValue.each(["uniqueItems", "deprecated"], ["1", "\"true\"", "null"])
    + WrongValue.each(texts, ["1", "[]", "null"])
    + WrongValue.each(["type"], ["1", "[]", "[1]", "{}", "[\"null\",\"null\"]"])
    + WrongValue.each(["enum"], ["1", "{}", "\"a\""])
    + WrongValue.each(["required"], ["\"a\"", "[1]", "[\"a\",\"a\"]", "{}"])
    + WrongValue.each(["dependentRequired"], ["[]", "{\"a\":\"b\"}", "{\"a\":[1]}", "{\"a\":[\"b\",\"b\"]}"])
    + WrongValue.each(schemas, ["1", "\"a\"", "[]", "null"])
    + WrongValue.each(["allOf", "anyOf", "oneOf"], ["[]", "{}", "[1]", "true"])
    + WrongValue.each(["prefixItems"], ["[]", "{}", "[1]"])
    + WrongValue.each(
      ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"], ["[]", "true", "{\"a\":1}"])
    + WrongValue.each(["x-message"], ["1", "[]"])
    + WrongValue.each(["x-severity"], ["1", "[]", "true"])
    + WrongValue.each(["x-normalize"], ["1", "{}", "[1]"])
    + WrongValue.each(["x-assay"], ["0", "1.5", "true", "-1"])
    + [WrongValue("$anchor", "\"1a\""), WrongValue("$anchor", "\"a b\""), WrongValue("$id", "\"a#b\"")]

  @Test("a value of the wrong kind is an error inside that value", arguments: cases)
  func refused(_ wrong: WrongValue) throws {
    let text = "{\n \"\(wrong.keyword)\":\n  \(wrong.value)}"
    let errors = problems(of: text).filter { $0.severity == .error }
    #expect(errors.count == 1)
    let first = try #require(errors.first)
    #expect(first.location.line == 3)
    #expect(first.pointer.hasPrefix("/\(wrong.keyword)"))
  }

  @Test(
    "a count may be written with a fraction of zero or an exponent", arguments: ["2", "2.0", "2e0", "0.2e1", "20e-1"])
  func counts(_ count: String) throws {
    let rules = try RuleSet.compile("{\"maxLength\": \(count)}")
    #expect(rules.isValid("\"ab\""))
    #expect(!rules.isValid("\"abc\""))
  }

  @Test("a count above every document is no limit", arguments: ["4294967295", "4294967296", "1e30", "1e999999999999"])
  func hugeCounts(_ count: String) throws {
    #expect(try RuleSet.compile("{\"maxLength\": \(count)}").isValid("\"ab\""))
    #expect(try !RuleSet.compile("{\"minLength\": \(count)}").isValid("\"ab\""))
  }

  @Test("every keyword of the enumeration is in the table of some draft", arguments: KeywordName.allCases)
  func tableIsWhole(_ name: KeywordName) {
    #expect(Draft.allCases.contains { Dialect.of($0).shapes[name] != nil })
  }
}
