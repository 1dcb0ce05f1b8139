extension RuleProblemEntry {
  static let aboutText = [
    RuleProblemEntry(
      .malformed, "The text is not JSON (RFC 8259) or not YAML 1.2.",
      bad: #"{"type": "string""#,
      good: #"{"type": "string"}"#),
    RuleProblemEntry(
      .empty, "There is no value: no bytes, or white space and comments only.",
      bad: "# only a comment\n",
      good: #"{}"#),
    RuleProblemEntry(
      .notUTF8, "The bytes are not UTF-8."),
    RuleProblemEntry(
      .bytes, "The text is longer than what is read."),
    RuleProblemEntry(
      .depth, "Lists and mappings are nested deeper than what is read."),
    RuleProblemEntry(
      .unreadable, "A file cannot be read, or not as a rule file."),
    RuleProblemEntry(
      .duplicateKey, "An object has the same name twice.",
      bad: #"{"minLength": 1, "minLength": 2}"#,
      good: #"{"minLength": 1}"#),
    RuleProblemEntry(
      .yamlAlias, "An alias stands where none can, names nothing, or makes the text too large.",
      bad: "enum: [*color]\n",
      good: "enum: [red]\n"),
    RuleProblemEntry(
      .yamlKey, "A key is missing, or is no name.",
      bad: "properties:\n  ? [a, b]\n  : {type: string}\n",
      good: "properties:\n  a: {type: string}\n"),
    RuleProblemEntry(
      .yamlMerge, "A merge key, which YAML 1.2 does not have.",
      bad: "<<: {type: string}\nminLength: 1\n",
      good: "type: string\nminLength: 1\n"),
    RuleProblemEntry(
      .yamlNumber, "A number that JSON does not have, such as `.nan`.",
      bad: "maximum: .inf\n",
      good: "maximum: 1e308\n"),
    RuleProblemEntry(
      .yamlTag, "A tag that JSON has no value for, or that the value does not fit.",
      bad: "minLength: !!int many\n",
      good: "minLength: !!int 5\n"),
    RuleProblemEntry(
      .caseFile, "A `*.cases.yaml` file that `assay test` cannot run."),
  ]
}
