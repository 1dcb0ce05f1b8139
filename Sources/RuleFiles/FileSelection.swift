/// The files that command-line arguments mean: files, folders, globs, `-` for standard input.
///
/// Arguments keep their order; what a folder or a glob holds is sorted by bytes, so that reports do not depend on the
/// file system. A file that several arguments name is taken once.
package struct FileSelection: Sendable {
  package private(set) var files: [String] = []
  /// Arguments that mean no file, each with the reason. They never stop the others.
  package private(set) var errors: [FileError] = []
  private var seen: Set<[UInt8]> = []

  /// - Parameter suffixes: the ends of file names that are taken from folders; nil where folders mean nothing.
  package init(_ arguments: [String], suffixes: [String]?) {
    for argument in arguments { add(argument, suffixes) }
  }

  private mutating func add(_ argument: String, _ suffixes: [String]?) {
    if argument == InputFile.standardInput { return append(argument) }
    do {
      let status = try SystemCalls.status(argument)
      if status.kind == .folder { addFolder(argument, suffixes) } else { append(argument) }
    } catch  where error.isMissing && GlobPattern.isPattern(argument) {
      addGlob(argument, suffixes)
    } catch {
      errors.append(FileError(path: argument, error))
    }
  }

  private mutating func addFolder(_ folder: String, _ suffixes: [String]?) {
    guard let suffixes else {
      errors.append(FileError(path: folder, .isFolder))
      return
    }
    var walk = FolderWalk(suffixes: suffixes)
    walk.visit(folder)
    errors += walk.errors
    if walk.files.isEmpty, walk.errors.isEmpty {
      let wanted = suffixes.map { "*\($0)" }.joined(separator: ", ")
      errors.append(FileError(path: folder, message: "this folder has no file named \(wanted)"))
    }
    for file in walk.files.sorted(by: Self.precedes) { append(file) }
  }

  /// What a shell would have passed on, had the pattern not been quoted: folders count as folders.
  private mutating func addGlob(_ pattern: String, _ suffixes: [String]?) {
    let matches = GlobExpansion.matches(of: pattern)
    if matches.isEmpty { errors.append(FileError(path: pattern, message: "no file matches this pattern")) }
    for match in matches.sorted(by: Self.precedes) { add(match, suffixes) }
  }

  private mutating func append(_ file: String) {
    if seen.insert(Array(file.utf8)).inserted { files.append(file) }
  }

  /// By bytes: the order of `String` compares normalized text.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
