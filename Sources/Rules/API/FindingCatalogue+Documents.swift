// What is wrong with a document before any rule is asked, and what kept the rules from deciding.
extension FindingCatalogue {
  static let documents: [FindingEntry] = [
    FindingEntry(
      "malformed", "The text is not JSON (RFC 8259). Nothing else is checked.", [.advice],
      fix: "Mend the text at the place that the finding names.",
      FindingEntry.Example(
        "true", bad: "[1, 2,]", "there is a comma before this closing bracket; remove it", good: "[1, 2]")),
    FindingEntry(
      "empty", "There is no value at all: no bytes, or white space only.", [.advice],
      fix: "Send a document. An empty one is `{}`.",
      FindingEntry.Example("true", bad: "", "there is no JSON value here: the text is empty", good: "{}")),
    FindingEntry(
      "not-utf-8", "The bytes are not UTF-8, which JSON text has to be (RFC 8259, 8.1).", [.advice],
      fix: "Save the text as UTF-8.", notUTF8),
    FindingEntry(
      "duplicate-key",
      """
      An object has the same name twice, compared after unescaping. Two readers would read it differently. With the option
      `useLast` the last one counts in a check; such a document still cannot be normalized.
      """,
      [FindingEntry.Argument("name", .text, "the name")], fix: "Remove one of the two members.",
      FindingEntry.Example(
        "true", bad: #"{"a": 1, "a": 2}"#, #"the name "a" stands twice in this object; remove one"#,
        good: #"{"a": 1, "b": 2}"#)),
    FindingEntry(
      "budget",
      """
      A budget ran out before the answer was known: the verdict is *undecided*. The budgets are `bytes`, `depth`,
      `pattern-steps`, `number-steps`, `evaluation-steps` and `recursion`.
      """,
      [
        FindingEntry.Argument("budget", .text, "the budget's name"),
        FindingEntry.Argument("limit", .count, "how much there was of it, where that is a fixed number"),
      ],
      fix: """
        Treat the document as hostile and refuse it; or raise the limit (`Limits`). Where a pattern or the rules ran out on \
        harmless documents, write them so that they do less: `assay rules check` warns of patterns that backtrack.
        """, exhausted),
  ]

  private static var notUTF8: FindingEntry.Example {
    var example = FindingEntry.Example(
      "true", bad: "the bytes 22 FF 22", "this byte is not UTF-8; save the text as UTF-8", good: #""ÿ""#)
    example.bytes = [0x22, 0xFF, 0x22]
    return example
  }

  private static var exhausted: FindingEntry.Example {
    var example = FindingEntry.Example(
      "true", bad: "[[[1]]]", "undecided: arrays and objects are nested deeper than 2 levels", good: "[[1]]")
    example.setting = "a depth limit of 2"
    example.options.limits.depth = 2
    return example
  }
}
