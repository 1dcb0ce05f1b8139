/// What the catalogue Documentation/RuleProblems.md says of one problem. The document is made from these.
package struct RuleProblemEntry: Sendable {
  package let code: RuleProblemCode
  /// What it means, in one sentence.
  package let meaning: String
  /// A rule file with this problem and no other. Nil where one would be too long, or no rule file shows it.
  package let bad: String?
  /// The same, mended.
  package let good: String?

  init(_ code: RuleProblemCode, _ meaning: String, bad: String? = nil, good: String? = nil) {
    self.code = code
    self.meaning = meaning
    self.bad = bad
    self.good = good
  }

  /// All problems in groups, each with its title.
  package static let groups: [(title: String, entries: [RuleProblemEntry])] = [
    ("The text and its syntax", aboutText),
    ("Keywords and their values", aboutKeywords),
    ("References and dialects", aboutReferences),
    ("Keywords of Assay", aboutAssay),
    ("Suspicious rules, told by `rules check` only", aboutSuspicious),
  ]

  /// The catalogue as Markdown.
  package static var catalogue: String {
    var lines = [
      "# Problems of rule files", "",
      "What `assay rules check` reports, by code. Made from the code; a test compares the two.", "",
      "Errors keep rules from being compiled, warnings do not. What is suspicious is always a warning, and is looked for only by",
      "`rules check`, and only in files without errors.",
    ]
    for group in groups { lines += ["", "## \(group.title)"] + group.entries.flatMap(\.lines) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var lines: [String] {
    var lines = ["", "### `\(code)`", "", meaning]
    for (word, example) in [("Bad", bad), ("Good", good)] {
      guard let example else { continue }
      let syntax = example.hasPrefix("{") ? "json" : "yaml"
      let text = example.hasSuffix("\n") ? String(example.dropLast()) : example
      lines += ["", "\(word):", "", "```\(syntax)", text, "```"]
    }
    return lines
  }
}
