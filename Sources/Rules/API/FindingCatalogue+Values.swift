// Keywords for values of any type, and the schema that allows none.
extension FindingCatalogue {
  static let values: [FindingEntry] = [
    FindingEntry(
      "type", "The value is of another type than `type` allows. `1.0` is an integer, except in draft 4.",
      [
        FindingEntry.Argument("expected", .list, "the types that are allowed"),
        FindingEntry.Argument("actual", .text, "the type that it has"),
      ],
      fix: "Write a value of the type that is asked for: often there are quotes too many or too few.",
      FindingEntry.Example(
        #"{"type": "integer"}"#, bad: #""1""#, #"expected an integer, but "1" is a string"#, good: "1")),
    FindingEntry(
      "enum", "The value is none of those that are listed.", [.count],
      fix: "Take one of the listed values; upper and lower case differ.",
      FindingEntry.Example(#"{"enum": ["EUR", "USD"]}"#, bad: #""euro""#, #""euro" is not allowed"#, good: #""EUR""#)),
    FindingEntry(
      "const", "The value is another than the only one that is allowed.", [.count],
      fix: "Write the value that is expected.",
      FindingEntry.Example(#"{"const": 2}"#, bad: "3", "expected 2, but this is 3", good: "2.0")),
    FindingEntry(
      "false",
      "The rules allow no value here: a schema is `false`. Below `items` that means that the array is too long.",
      [FindingEntry.Argument("limit", .json, "how many items are allowed, where the value is an item of an array")],
      fix: "Remove the value.",
      FindingEntry.Example(
        #"{"prefixItems": [true, true], "items": false}"#, bad: "[1, 2, 3]",
        "2 items at most are allowed; remove this one", good: "[1, 2]")),
    FindingEntry(
      "deprecated",
      "The value is still accepted, but marked `deprecated`. A warning, unless `x-severity` says otherwise.",
      fix: "Read what the rules recommend instead, and leave the value out.",
      FindingEntry.Example(
        #"{"properties": {"fax": {"deprecated": true}}}"#, bad: #"{"fax": "1"}"#, #""fax" is deprecated"#,
        good: "{}")),
  ]
}
