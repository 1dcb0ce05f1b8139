import Rules

/// A folder whose files references may read, and nothing outside it: rule files may come from strangers.
struct ConfinedFolder: Hashable, Sendable {
  /// As it was named; empty for the working folder.
  let name: String
  /// Without symbolic links.
  let realPath: String

  init(_ name: String) throws(FileError) {
    self.name = name
    do {
      realPath = try SystemCalls.realPath(name.isEmpty ? "." : name)
    } catch {
      throw FileError(path: name, error)
    }
  }

  /// The URI of the folder; it ends in a slash.
  var uri: String { "file://" + PercentEncoding.path(realPath) + (realPath.hasSuffix("/") ? "" : "/") }

  /// Reads the file that a relative path of a URI names. Nil when there is none.
  func file(_ encoded: String, endings: [String]) throws(FileError) -> RuleFile? {
    guard let path = Self.path(encoded) else {
      throw FileError(path: encoded, message: "this is no path below a folder: it must not hold .., empty names or %2F")
    }
    for ending in endings {
      if let file = try file(path + ending) { return file }
    }
    return nil
  }

  /// The path with percent-encoding undone; nil when a segment could lead elsewhere.
  private static func path(_ encoded: String) -> String? {
    var segments: [String] = []
    for segment in encoded.split(separator: "/", omittingEmptySubsequences: false) {
      guard let name = PercentEncoding.decoded(String(segment)), !["", ".", ".."].contains(name),
        !name.utf8.contains(where: { $0 == 0x2F || $0 == 0 })
      else { return nil }
      segments.append(name)
    }
    return segments.joined(separator: "/")
  }

  private func file(_ path: String) throws(FileError) -> RuleFile? {
    let shown = FolderWalk.join(name, path)
    let real: String
    do {
      real = try SystemCalls.realPath(FolderWalk.join(realPath, path))
      // A pipe would keep the reader waiting.
      guard try SystemCalls.status(real).kind == .regular else { return nil }
    } catch {
      if error.isMissing { return nil }
      throw FileError(path: shown, error)
    }
    guard real.utf8.starts(with: (realPath.hasSuffix("/") ? realPath : realPath + "/").utf8) else {
      throw FileError(
        path: shown, message: "a symbolic link leads out of the folder; map the URI to its target (--map)")
    }
    return RuleFile(path: shown, bytes: try contents(real, shown), uri: uri + PercentEncoding.path(path))
  }

  /// A file under the name that people know.
  private func contents(_ real: String, _ shown: String) throws(FileError) -> [UInt8] {
    do {
      return try InputFile(real).contents()
    } catch {
      throw FileError(path: shown, message: error.message)
    }
  }
}
