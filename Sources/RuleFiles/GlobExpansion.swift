/// The paths that a pattern with `*`, `?`, `[...]` and `**` matches on disk.
enum GlobExpansion {
  /// Unsorted, each once.
  static func matches(of pattern: String) -> [String] {
    let isAbsolute = pattern.hasPrefix("/")
    let components = pattern.split(separator: "/").map(String.init)
    var paths = [isAbsolute ? "/" : ""]
    for (index, component) in components.enumerated() {
      paths = step(paths, component, isLast: index == components.count - 1)
    }
    return paths
  }

  private static func step(_ folders: [String], _ component: String, isLast: Bool) -> [String] {
    if component == "**" { return isLast ? allFiles(below: folders) : allFolders(below: folders) }
    guard GlobPattern.isPattern(component) else { return existing(folders, component) }
    let pattern = GlobPattern(component)
    return folders.flatMap { folder in
      names(in: folder).filter(pattern.matches).map { FolderWalk.join(folder, $0) }
    }
  }

  private static func existing(_ folders: [String], _ name: String) -> [String] {
    folders.map { FolderWalk.join($0, name) }.filter { FolderWalk.status($0) != nil }
  }

  /// The folders themselves and all below them, each once; hidden ones are left out, as in shells.
  private static func allFolders(below folders: [String]) -> [String] {
    var found: [String] = []
    var visited: Set<SystemCalls.Identity> = []
    var pending = folders
    while let folder = pending.popLast() {
      guard let status = FolderWalk.status(folder.isEmpty ? "." : folder), status.kind == .folder,
        visited.insert(status.identity).inserted
      else { continue }
      found.append(folder)
      let names = names(in: folder).filter { !$0.hasPrefix(".") }.sorted(by: FileSelection.precedes)
      pending += names.reversed().map { FolderWalk.join(folder, $0) }
    }
    return found
  }

  private static func allFiles(below folders: [String]) -> [String] {
    allFolders(below: folders).flatMap { folder in
      names(in: folder).filter { !$0.hasPrefix(".") }.map { FolderWalk.join(folder, $0) }
        .filter { FolderWalk.status($0)?.kind == .regular }
    }
  }

  /// A folder that cannot be read matches nothing, as in shells.
  private static func names(in folder: String) -> [String] {
    do {
      return try SystemCalls.names(in: folder.isEmpty ? "." : folder)
    } catch {
      return []
    }
  }
}
