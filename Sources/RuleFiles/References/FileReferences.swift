import Rules
import Synchronization

/// Reads the files that references lead to, and remembers their lines for reports.
package final class FileReferences: Sendable {
  private let map: URIMap
  private let read = Mutex<[String: SourcePositions]>([:])

  package init(_ map: URIMap = URIMap()) { self.map = map }

  /// Where the lines of a file start that was read here, by the name that problems have for it.
  package func positions(of path: String) -> SourcePositions? { read.withLock { $0[path] } }

  /// The document at a URI; nil where neither the map nor the rule file's folder has it.
  func source(_ uri: String, near home: ConfinedFolder?) throws(LookupFailure) -> RuleSource? {
    let file: RuleFile?
    do throws(FileError) {
      if let found = try mapped(uri) { file = found } else { file = try neighbour(uri, home) }
    } catch {
      throw .refused(uri.hasPrefix("file:") ? error.description : "\(uri) cannot be read: \(error.description)")
    }
    guard let file else { return nil }
    read.withLock { $0[file.path] = SourcePositions(file.text) }
    do {
      return try file.source()
    } catch {
      throw .problems(error)
    }
  }

  private func mapped(_ uri: String) throws(FileError) -> RuleFile? {
    if let path = map.files[uri] { return try RuleFile(path: path) }
    let fitting = map.folders.filter { uri.utf8.starts(with: $0.prefix.utf8) }
    guard let entry = fitting.max(by: { $0.prefix.utf8.count < $1.prefix.utf8.count }) else { return nil }
    let rest = String(decoding: uri.utf8.dropFirst(entry.prefix.utf8.count), as: UTF8.self)
    if let file = try entry.folder.file(rest, endings: ["", ".json", ".yaml", ".yml"]) { return file }
    throw FileError(
      path: FolderWalk.join(entry.folder.name, rest),
      message: "there is no such file, nor with .json, .yaml or .yml; \(entry.prefix) is mapped there")
  }

  /// A file in the rule file's folder or below.
  private func neighbour(_ uri: String, _ home: ConfinedFolder?) throws(FileError) -> RuleFile? {
    guard let home, uri.hasPrefix("file:") else { return nil }
    guard uri.utf8.starts(with: home.uri.utf8) else {
      throw FileError(
        path: URIReference(uri).path,
        message: "this is outside the rule file's folder, where references reach only by a map: --map \(uri)=FILE")
    }
    let rest = String(decoding: uri.utf8.dropFirst(home.uri.utf8.count), as: UTF8.self)
    if let file = try home.file(rest, endings: [""]) { return file }
    throw FileError(path: FolderWalk.join(home.name, rest), message: "there is no such file; check the name")
  }
}
