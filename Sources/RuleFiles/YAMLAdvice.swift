/// libyaml's terse problems, as sentences that say what to do.
enum YAMLAdvice {
  static func text(_ problem: String) -> String { advice[problem] ?? "this is not YAML: \(problem)" }

  private static let advice: [String: String] = [
    "mapping values are not allowed in this context":
      "a colon makes a key, and no key can stand here; put quotes around text, or check the indentation",
    "found character that cannot start any token":
      "no value starts with this character; indent with spaces, and put quotes around text",
    "found a tab character that violates indentation": "a tab stands in the indentation; indent with spaces",
    "found a tab character where an indentation space is expected":
      "a tab stands in the indentation; indent with spaces",
    "did not find expected key": "expected a key here; check the indentation and the quotes before it",
    "did not find expected '-' indicator": "expected a list item, \"- \"; check the indentation",
    "did not find expected ',' or ']'": "expected a comma or ] in this list",
    "did not find expected ',' or '}'": "expected a comma or } in this mapping",
    "did not find expected node content": "expected a value here",
    "did not find expected <document start>": "more text stands behind the end of the value; check the indentation",
    "could not find expected ':'": "expected a colon after this key; put quotes around text of several lines",
    "found unknown escape character":
      "unknown escape in double quotes; write \\\\ for a backslash, or use single quotes",
    "found unexpected end of stream": "the text ends inside a quoted value; add the closing quote",
    "block sequence entries are not allowed in this context": "no list can start here; put \"- \" on a line of its own",
    "block mapping keys are not allowed in this context": "no key can stand here; check the indentation",
    "found undefined tag handle": "this tag's prefix is not declared; remove the tag",
  ]
}
