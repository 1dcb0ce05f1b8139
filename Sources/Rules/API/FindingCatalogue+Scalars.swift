// Keywords for strings and numbers.
extension FindingCatalogue {
  static let strings: [FindingEntry] = [
    FindingEntry(
      "minLength", "The string is too short. Characters are Unicode code points.", [.jsonLimit, .actual("characters")],
      fix: "Write a longer text.",
      FindingEntry.Example(
        #"{"minLength": 2}"#, bad: #""a""#, "2 characters at least, but this has 1", good: #""ab""#)),
    FindingEntry(
      "maxLength", "The string is too long. Characters are Unicode code points.", [.jsonLimit, .actual("characters")],
      fix: "Shorten the text.",
      FindingEntry.Example(
        #"{"maxLength": 3}"#, bad: #""abcd""#, "3 characters at most, but this has 4", good: #""abc""#)),
    FindingEntry(
      "pattern", "The regular expression (ECMA-262) of `pattern` matches nowhere in the string.",
      [FindingEntry.Argument("pattern", .text, "the regular expression")],
      fix: "Write the text as the pattern has it. Rule authors say in words what that means, with `x-message`.",
      FindingEntry.Example(
        #"{"pattern": "^[a-z]+$"}"#, bad: #""A1""#, #""A1" does not match the pattern ^[a-z]+$"#, good: #""abc""#)),
    FindingEntry(
      "format", "The string is not of its `format`, one of the standard's or one of your own.",
      [FindingEntry.Argument("format", .text, "the format's name")],
      fix: "Write it as the standard of the format has it; the message shows an example.",
      FindingEntry.Example(
        #"{"format": "date"}"#, bad: #""2022-02-30""#, #""2022-02-30" is not a date (RFC 3339, such as 2022-01-31)"#,
        good: #""2022-02-28""#)),
    FindingEntry(
      "contentEncoding", "The string is not encoded as the rules say. Only draft 7 asserts that.",
      [FindingEntry.Argument("limit", .text, "the encoding")], fix: "Encode the content.",
      FindingEntry.Example(
        #"{"$schema": "http://json-schema.org/draft-07/schema#", "contentEncoding": "base64"}"#, bad: #""a-b""#,
        #""a-b" is not encoded as base64"#, good: #""aGk=""#)),
    FindingEntry(
      "contentMediaType", "The string does not hold a text of that media type. Only draft 7 asserts that.",
      [FindingEntry.Argument("limit", .text, "the media type")], fix: "Write the content as the media type asks.",
      FindingEntry.Example(
        #"{"$schema": "http://json-schema.org/draft-07/schema#", "contentMediaType": "application/json"}"#,
        bad: #""{:}""#, #""{:}" does not hold application/json"#, good: #""{}""#)),
  ]

  static let numbers: [FindingEntry] = [
    FindingEntry(
      "minimum", "The number is too small.", [.jsonLimit], fix: "Write a larger number.",
      FindingEntry.Example(#"{"minimum": 3}"#, bad: "2.5", "2.5 is too small: 3 or more is allowed", good: "3")),
    FindingEntry(
      "maximum", "The number is too large.", [.jsonLimit], fix: "Write a smaller number.",
      FindingEntry.Example(#"{"maximum": 3}"#, bad: "3.5", "3.5 is too large: 3 or less is allowed", good: "3")),
    FindingEntry(
      "exclusiveMinimum", "The number is not above the limit.", [.jsonLimit], fix: "Write a larger number.",
      FindingEntry.Example(
        #"{"exclusiveMinimum": 0}"#, bad: "0", "0 is too small: it must be more than 0", good: "0.1")),
    FindingEntry(
      "exclusiveMaximum", "The number is not below the limit.", [.jsonLimit], fix: "Write a smaller number.",
      FindingEntry.Example(
        #"{"exclusiveMaximum": 3}"#, bad: "3", "3 is too large: it must be less than 3", good: "2.9")),
    FindingEntry(
      "multipleOf", "The number is not a multiple of the other, compared as exact decimals.", [.jsonLimit],
      fix: "Round it as the rules ask.",
      FindingEntry.Example(
        #"{"multipleOf": 0.01}"#, bad: "1.005", "1.005 is not a multiple of 0.01", good: "1.01")),
  ]
}
