extension RuleSet {
  /// The result in one of the standard's output formats, as JSON text on one line.
  ///
  /// It is the standard's own result: `x-` keywords do not change it, and nothing is normalized. Messages are the catalogue's
  /// English, or `x-message`; values that are `x-sensitive` are not in them.
  ///
  /// - Annotations are in it when the rules were compiled with ``CompileOptions/annotations``. Without it errors are
  ///   complete, and schemas that accept everything have no unit.
  /// - A document that could not be read, has a name twice, or is undecided is not valid, and the error at the root says so.
  /// - Where a schema has no absolute `$id`, locations start with `urn:assay:` and its path, or `file://` for an absolute path.
  /// - Of more than ``Limits/outputBytes`` the rest is left out, and the root has `"truncated": true`; `valid` is right
  ///   all the same.
  ///
  /// ```swift
  /// rules.output(#"{"age": "x"}"#, format: .basic)
  /// ```
  /// - Complexity: that of a check that does not stop at the first failure, plus O(bytes of output).
  public func output(_ document: RawSpan, format: OutputFormat) -> String { standardOutput(document, format).text }

  /// The result of a document given as a string.
  public func output(_ document: String, format: OutputFormat) -> String {
    output(document.utf8.span.bytes, format: format)
  }

  /// The result of a document given as an array of bytes.
  public func output(_ document: [UInt8], format: OutputFormat) -> String {
    output(document.span.bytes, format: format)
  }

  package func standardOutput(_ document: RawSpan, _ format: OutputFormat) -> StandardOutput {
    pool.withWorkspace { $0.output(document, program, options, format) }
  }
}

/// Standard output with the verdict that it was made from: `"valid": false` does not tell *undecided* from *invalid*.
package struct StandardOutput: Sendable {
  package let verdict: Verdict
  package let text: String
}
