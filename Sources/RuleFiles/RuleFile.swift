import Rules

/// A rule file as it was read from disk: JSON or YAML, by its name or, failing that, by its first character.
package struct RuleFile: Sendable {
  /// The file, as it was named.
  package let path: String
  /// Its bytes, without a byte order mark where YAML tolerates one; positions count in these.
  package let text: [UInt8]
  private let isYAML: Bool

  /// Reads a file.
  package init(path: String) throws(FileError) {
    self.init(path: path, bytes: try InputFile(path).contents())
  }

  /// A file whose bytes are known.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    isYAML = Self.isYAML(path, bytes)
    text = isYAML ? YAMLReader.withoutByteOrderMark(bytes) : bytes
  }

  /// The document with its positions. Throws every problem of its syntax.
  package func source() throws(RuleErrors) -> RuleSource {
    guard isYAML else { return try RuleSource(json: text.span.bytes, path: path) }
    do {
      let document = try YAMLReader.read(text, limits: Limits(bytes: Int(Int32.max)))
      return RuleSource(document: document, path: path, text: text)
    } catch {
      throw RuleErrors(problems: error.problems.map(problem))
    }
  }

  /// The compiled rules. Throws every problem of syntax or meaning, each with file, line and column.
  package func compile(options: CompileOptions = CompileOptions()) throws(RuleErrors) -> RuleSet {
    try RuleSet(source(), options: options)
  }

  private func problem(_ problem: YAMLProblem) -> RuleProblem {
    RuleSource.unreadable(
      problem.message, code: problem.code, path: path, text: text, offset: problem.offset, pointer: problem.pointer)
  }

  private static func isYAML(_ path: String, _ bytes: [UInt8]) -> Bool {
    let name = path.lowercased()
    if name.hasSuffix(".json") { return false }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return true }
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first != 0x7B
  }
}

extension RuleSet {
  /// Reads and compiles a rule file. A file that cannot be read is a problem at its first line.
  package static func load(
    path: String, options: CompileOptions = CompileOptions()
  ) throws(RuleErrors) -> RuleSet {
    let file: RuleFile
    do {
      file = try RuleFile(path: path)
    } catch {
      throw RuleErrors(problems: [
        RuleSource.unreadable(error.message, path: path, text: [], offset: 0)
      ])
    }
    return try file.compile(options: options)
  }
}
