// Keywords for arrays and objects.
extension FindingCatalogue {
  static let arrays: [FindingEntry] = [
    FindingEntry(
      "minItems", "The array is too short.", [.jsonLimit, .actual("items")], fix: "Add items.",
      FindingEntry.Example(#"{"minItems": 1}"#, bad: "[]", "1 item at least, but this has 0", good: "[1]")),
    FindingEntry(
      "maxItems", "The array is too long.", [.jsonLimit, .actual("items")], fix: "Remove items.",
      FindingEntry.Example(#"{"maxItems": 1}"#, bad: "[1, 2]", "1 item at most, but this has 2", good: "[1]")),
    FindingEntry(
      "uniqueItems", "Two items are equal as JSON values: `1` and `1.0` are.",
      [
        FindingEntry.Argument("first", .count, "the index of the item, from 0"),
        FindingEntry.Argument("second", .count, "the index of the one that repeats it"),
      ],
      fix: "Remove one of them.",
      FindingEntry.Example(
        #"{"uniqueItems": true}"#, bad: "[1, 2, 1.0]", "the items at index 0 and 2 are equal: 1.0", good: "[1, 2]")),
    FindingEntry(
      "contains", "No item is as `contains` asks.", [.jsonLimit, .actual("matching items")],
      fix: "Add an item that satisfies the schema in `contains`.",
      FindingEntry.Example(
        #"{"contains": {"type": "null"}}"#, bad: "[1]", "1 matching item at least, but this has 0",
        good: "[1, null]")),
    FindingEntry(
      "minContains", "Too few items are as `contains` asks.", [.jsonLimit, .actual("matching items")],
      fix: "Add items that satisfy the schema in `contains`.",
      FindingEntry.Example(
        #"{"contains": {"type": "null"}, "minContains": 2}"#, bad: "[null]",
        "2 matching items at least, but this has 1",
        good: "[null, null]")),
    FindingEntry(
      "maxContains", "Too many items are as `contains` asks.", [.jsonLimit, .actual("matching items")],
      fix: "Remove some of the items that satisfy the schema in `contains`.",
      FindingEntry.Example(
        #"{"contains": {"type": "null"}, "maxContains": 1}"#, bad: "[null, null]",
        "1 matching item at most, but this has 2", good: "[null, 1]")),
    FindingEntry(
      "unevaluatedItems", "No rule speaks of the item, and `unevaluatedItems` is `false`.",
      [FindingEntry.Argument("limit", .count, "how many items are allowed; absent where that depends on `contains`")],
      fix: "Remove the item. Where another item was mended, look again: an item that fails its rule counts as unknown.",
      FindingEntry.Example(
        #"{"prefixItems": [true], "unevaluatedItems": false}"#, bad: "[1, 2]",
        "1 item at most is allowed; remove this one", good: "[1]")),
  ]

  static let objects: [FindingEntry] = [
    FindingEntry(
      "required", "Properties are missing. `expected` has their names as well.",
      [
        FindingEntry.Argument("names", .list, "the names that are missing"),
        FindingEntry.Argument("misspelt", .text, "a name that is there and looks like one that is missing"),
        FindingEntry.Argument("meant", .text, "the missing name that it looks like"),
      ],
      fix: "Add them.",
      FindingEntry.Example(
        #"{"required": ["id", "name"]}"#, bad: #"{"id": 1}"#, #"missing: "name""#, good: #"{"id": 1, "name": "Ada"}"#)),
    FindingEntry(
      "minProperties", "The object has too few properties.", [.jsonLimit, .actual("properties")],
      fix: "Add properties.",
      FindingEntry.Example(
        #"{"minProperties": 1}"#, bad: "{}", "1 property at least, but this has 0", good: #"{"a": 1}"#)),
    FindingEntry(
      "maxProperties", "The object has too many properties.", [.jsonLimit, .actual("properties")],
      fix: "Remove properties.",
      FindingEntry.Example(
        #"{"maxProperties": 1}"#, bad: #"{"a": 1, "b": 2}"#, "1 property at most, but this has 2", good: #"{"a": 1}"#)),
    FindingEntry(
      "additionalProperties", "A property that no rule knows. A near name is the finding's `suggestion`.",
      fix: "Correct the name, or remove the property.",
      FindingEntry.Example(
        #"{"properties": {"color": true}, "additionalProperties": false}"#, bad: #"{"colour": 1}"#,
        #"unknown property "colour""#, good: #"{"color": 1}"#)),
    FindingEntry(
      "unevaluatedProperties", "A property that no rule knows, of all that apply to the object.",
      fix: "Correct the name, or remove the property. One whose own rule fails in every branch counts as unknown.",
      FindingEntry.Example(
        #"{"allOf": [{"properties": {"a": true}}], "unevaluatedProperties": false}"#, bad: #"{"a": 1, "b": 2}"#,
        #"unknown property "b""#, good: #"{"a": 1}"#)),
    FindingEntry(
      "dependentRequired", "A property is present without others that it needs.", neededNames,
      fix: "Add what is missing, or remove the property that needs it.",
      FindingEntry.Example(
        #"{"dependentRequired": {"from": ["to"]}}"#, bad: #"{"from": 1}"#, #"missing: "to", because "from" is present"#,
        good: #"{"from": 1, "to": 2}"#)),
    FindingEntry(
      "dependencies",
      "A property is present without others that it needs: `dependentRequired` as older drafts call it.",
      neededNames, fix: "Add what is missing, or remove the property that needs it.",
      FindingEntry.Example(
        #"{"dependencies": {"from": ["to"]}}"#, bad: #"{"from": 1}"#, #"missing: "to", because "from" is present"#,
        good: #"{"from": 1, "to": 2}"#)),
  ]

  private static let neededNames = [
    FindingEntry.Argument("name", .text, "the property that is present"),
    FindingEntry.Argument("names", .list, "those that it needs and that are missing"),
  ]
}
