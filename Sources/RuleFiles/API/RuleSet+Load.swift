import Rules

extension RuleSet {
  /// Reads and compiles a rule file in JSON or YAML. References lead to files in its folder and below, and to what `map`
  /// names; nothing is fetched.
  ///
  /// - Throws: ``RuleErrors`` with every problem of the file, and of the files it refers to, each with its place. A file
  ///   that cannot be read is a problem at its first line.
  public static func load(
    path: String, map: URIMap = URIMap(), library: RuleLibrary = RuleLibrary(),
    options: CompileOptions = CompileOptions()
  ) throws(RuleErrors) -> RuleSet {
    let file: RuleFile
    do {
      file = try RuleFile(path: path)
    } catch {
      throw RuleErrors(problems: [RuleSource.unreadable(error.message, path: path, text: [], offset: 0)])
    }
    return try file.compile(options: options, library: library, references: FileReferences(map))
  }
}
