// What keeps a document from being normalized or filled in.
extension FindingCatalogue {
  static let normalization: [FindingEntry] = [
    FindingEntry(
      "normalize-conflict",
      "Two rules ask for different `x-normalize` of one value. The rules are wrong, not the document.",
      [FindingEntry.Argument("names", .list, "the two lists of normalizers, each joined with ` then `")],
      fix: "Make the lists equal, or give the value one rule only.",
      FindingEntry.Example(
        #"{"properties": {"a": {"x-normalize": "trim"}}, "patternProperties": {"^a": {"x-normalize": "lowercase"}}}"#,
        bad: #"{"a": " A"}"#, "two rules ask for different normalizations here: trim and lowercase", good: #"{"a": 1}"#)
    ),
    FindingEntry(
      "normalize-range", "A date cannot be written down after it was moved to UTC: RFC 3339 ends with the year 9999.",
      fix: "Write a date inside the range.",
      FindingEntry.Example(
        #"{"x-normalize": "date-time-utc"}"#, bad: #""9999-12-31T23:59:59-01:00""#,
        #""9999-12-31T23:59:59-01:00" cannot be normalized: the result is not in the years 0000 to 9999"#,
        good: #""9999-12-31T23:59:59Z""#)),
    FindingEntry(
      "default-conflict", "Two rules give different defaults for one property, which the document does not have.",
      [FindingEntry.Argument("names", .list, "the two defaults as JSON text")],
      fix: "Write the property, or make the defaults equal.",
      filling(
        #"{"allOf": [{"properties": {"a": {"default": 1}}}, {"properties": {"a": {"default": 2}}}]}"#, bad: "{}",
        #"two rules give different defaults for "a": 1 and 2"#, good: #"{"a": 3}"#)),
    FindingEntry(
      "default-invalid", "With its defaults filled in, the document is not valid.",
      [FindingEntry.Argument("reason", .text, "the whole message, in English")],
      fix: "Correct the default in the rules, or write the property.",
      filling(
        #"{"properties": {"a": {"default": 1}}, "maxProperties": 1}"#, bad: #"{"b": 1}"#,
        "with its defaults filled in, the document is not valid: 1 property at most, but this has 2",
        good: #"{"a": 1}"#)),
  ]

  private static func filling(_ rules: String, bad: String, _ message: String, good: String) -> FindingEntry.Example {
    var example = FindingEntry.Example(rules, bad: bad, message, good: good)
    example.setting = "defaults filled in (`normalize --defaults`)"
    example.fillsDefaults = true
    return example
  }
}
