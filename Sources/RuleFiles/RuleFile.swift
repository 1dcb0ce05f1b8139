import Rules

/// A rule file as it was read from disk: JSON or YAML, by its name or, failing that, by its first character.
package struct RuleFile: Sendable {
  /// The file, as it was named.
  package let path: String
  /// Its bytes, without a byte order mark where YAML tolerates one; positions count in these.
  package let text: [UInt8]
  /// Where it lies, as a URI: relative references start there. Empty where nothing is known.
  let uri: String
  /// What its references may read without a map.
  private let folder: ConfinedFolder?
  private let isYAML: Bool

  /// Reads a file.
  package init(path: String) throws(FileError) {
    let bytes = try InputFile(path).contents()
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    let folder = try ConfinedFolder(String(path.dropLast(name.count)))
    self.init(path: path, bytes: bytes, uri: folder.uri + PercentEncoding.path(String(name)), folder: folder)
  }

  /// A file whose bytes are known. Its references reach no file of the disk.
  package init(path: String, bytes: [UInt8]) { self.init(path: path, bytes: bytes, uri: "") }

  init(path: String, bytes: [UInt8], uri: String, folder: ConfinedFolder? = nil) {
    self.path = path
    self.uri = uri
    self.folder = folder
    isYAML = Self.isYAML(path, bytes)
    text = isYAML ? YAMLReader.withoutByteOrderMark(bytes) : bytes
  }

  /// The document with its positions. Throws every problem of its syntax.
  package func source() throws(RuleErrors) -> RuleSource {
    guard isYAML else { return try RuleSource(json: text.span.bytes, path: path, uri: uri) }
    do {
      let document = try YAMLReader.read(text, limits: Limits(bytes: Int(Int32.max)))
      return RuleSource(document: document, path: path, text: text, uri: uri)
    } catch {
      throw RuleErrors(problems: error.problems.map(problem))
    }
  }

  /// The compiled rules. Throws every problem of syntax or meaning, each with file, line and column.
  package func compile(
    options: CompileOptions = CompileOptions(), library: RuleLibrary = RuleLibrary(),
    references: FileReferences = FileReferences()
  ) throws(RuleErrors) -> RuleSet {
    try RuleSet(source(), library: completed(library, references), options: options)
  }

  /// Every problem of the file, and what is suspicious in rules that compile.
  package func problems(
    options: CompileOptions = CompileOptions(), library: RuleLibrary = RuleLibrary(),
    references: FileReferences = FileReferences()
  ) -> [RuleProblem] {
    do {
      return RuleSet.problems(of: try source(), library: completed(library, references), options: options)
    } catch {
      return error.problems
    }
  }

  private func completed(_ library: RuleLibrary, _ references: FileReferences) -> RuleLibrary {
    var library = library
    library.setLookup { (uri: String) throws(LookupFailure) in try references.source(uri, near: folder) }
    return library
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
