// The catalogue as text: `Documentation/Findings.md`, and what `assay findings` prints.
extension FindingCatalogue {
  /// The whole catalogue in Markdown.
  package static var markdown: String {
    introduction + entries.map { "\n" + $0.markdown }.joined()
  }

  private static var introduction: String {
    """
    # Findings

    <!-- Written by the tests from Sources/Rules/API/FindingCatalogue*.swift: ASSAY_RECORD_SNAPSHOTS=1 Scripts/test -->

    Every code that a finding can have. `assay findings CODE` prints one entry. A keyword's finding has the keyword as its
    code, and a custom keyword's its own name. The message is the English one; a `MessageCatalogue` in another language makes
    its own from the code and the arguments, `x-message` in the rules replaces it.

    Arguments have a kind: *text* (plain words), *json* (a value as JSON text), *count* (a number of things), *list* (several
    words). These can come with any keyword's finding, and are not repeated below:

    \(table(commonArguments))
    Values that `x-sensitive` marks are `***` in all of them. Suggestions and allowed values are not arguments: they are a
    finding's `suggestion` and `expected`.

    These keywords have no code of their own, since the schemas in them say what is wrong:
    \(applicators.map { "`\($0.rawValue)`" }.joined(separator: ", ")). Where such a schema is `false`, the code is `false`.

    """
  }

  fileprivate static func table(_ arguments: [FindingEntry.Argument]) -> String {
    let rows = arguments.map { "| `\($0.name)` | \($0.kind.rawValue) | \($0.meaning) |\n" }
    return "| argument | kind | |\n|---|---|---|\n" + rows.joined()
  }
}

extension FindingEntry {
  /// One section in Markdown.
  package var markdown: String {
    let table = arguments.isEmpty ? "" : FindingCatalogue.table(arguments) + "\n"
    return """
      ## `\(code.rawValue)`

      \(meaning)

      \(table)```text
      \(example.lines.joined(separator: "\n"))
      ```

      To fix: \(fix)

      """
  }
}

extension FindingEntry.Example {
  fileprivate var lines: [String] {
    (setting.isEmpty ? [] : ["with:    \(setting)"]) + [
      "rules:   \(rules)", "bad:     \(bad.isEmpty ? "no bytes" : bad)", "message: \(message)", "good:    \(good)",
    ]
  }
}
