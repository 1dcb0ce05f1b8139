// Keywords that combine schemas and tell about the whole.
extension FindingCatalogue {
  static let combinators: [FindingEntry] = [
    FindingEntry(
      "anyOf",
      "None of the alternatives holds. `causes` has the findings of the one that was meant, where one stands out.",
      alternatives, fix: "Decide which alternative you mean, and mend what its findings name.",
      FindingEntry.Example(
        #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#, bad: "1",
        "expected a string or null, but 1 is an integer",
        good: "null")),
    FindingEntry(
      "oneOf", "None of the alternatives holds, or more than one does.",
      alternatives + [FindingEntry.Argument("matched", .list, "the alternatives that hold, when there are too many")],
      fix:
        "As for `anyOf`. When too many hold, the rules must tell the alternatives apart: with a property of its own value in each.",
      FindingEntry.Example(
        #"{"oneOf": [{"minimum": 1}, {"minimum": 5}]}"#, bad: "6",
        "this matches the alternatives 0 and 1 (from 0), but exactly one is allowed", good: "2")),
    FindingEntry(
      "not", "The value is one that the rules exclude.",
      [
        FindingEntry.Argument(
          "excluded", .list,
          "where `not` has one keyword: `required`, `type`, `pattern` or `values`, then what is excluded")
      ],
      fix: "Write another value.",
      FindingEntry.Example(
        #"{"not": {"required": ["a", "b"]}}"#, bad: #"{"a": 1, "b": 2}"#, #""a" and "b" must not be present together"#,
        good: #"{"a": 1}"#)),
  ]

  private static let alternatives = [
    FindingEntry.Argument("count", .count, "how many alternatives or allowed values there are"),
    FindingEntry.Argument(
      "meant", .text, "the alternative that was probably meant: its index, and its name if it has one"),
    FindingEntry.Argument("expected", .list, "the types of all alternatives, where only they differ"),
    FindingEntry.Argument("actual", .text, "the type that the value has instead"),
    FindingEntry.Argument("names", .list, "what each alternative requires, where only that is missing"),
    FindingEntry.Argument("discriminator", .text, "the property whose value tells the alternatives apart"),
    FindingEntry.Argument("isMissing", .text, "`true` where that property is missing"),
  ]
}
