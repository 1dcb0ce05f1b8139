import Rules

/// One thing that keeps a YAML text from being read, and where.
package struct YAMLProblem: Error, Hashable, Sendable {
  /// The stable name: `malformed`, `duplicate-key`, `yaml-tag` and so on.
  package let code: RuleProblemCode
  /// What is wrong and what to write instead.
  package let message: String
  /// The byte of the text, from 0.
  package let offset: Int
  /// The JSON Pointer of the place, where it is known.
  package let pointer: String

  package init(code: RuleProblemCode = .malformed, _ message: String, at offset: Int, pointer: String = "") {
    self.code = code
    self.message = message
    self.offset = offset
    self.pointer = pointer
  }
}

extension YAMLProblem {
  static func duplicateKey(_ name: String, at offset: Int, pointer: String = "") -> YAMLProblem {
    YAMLProblem(
      code: .duplicateKey, "the name \(JSONWriter.quoted(name)) stands twice in one mapping; remove one", at: offset,
      pointer: pointer)
  }
}

/// Everything that was found wrong with one YAML text, in the order of the text.
package struct YAMLProblems: Error, Hashable, Sendable {
  package let problems: [YAMLProblem]

  init(_ problem: YAMLProblem) { problems = [problem] }

  init(_ problems: [YAMLProblem]) { self.problems = problems }
}
