/// Collects files below a folder by the ends of their names. Hidden files and folders are left out.
struct FolderWalk {
  private let suffixes: [String]
  private(set) var files: [String] = []
  private(set) var errors: [FileError] = []
  /// Every folder once, whatever links lead to it: loops end, and links to each other do not multiply.
  private var visited: Set<SystemCalls.Identity> = []

  init(suffixes: [String]) { self.suffixes = suffixes }

  /// Takes in `folder` and all below it. Not recursive: folders can be nested as deep as the system allows.
  mutating func visit(_ folder: String) {
    var pending = [folder]
    while let next = pending.popLast() { pending += subfolders(of: next).reversed() }
  }

  /// Takes the files of one folder and gives its folders, sorted.
  private mutating func subfolders(of folder: String) -> [String] {
    do throws(SystemCalls.Failure) {
      guard visited.insert(try SystemCalls.status(folder).identity).inserted else { return [] }
      let names = try SystemCalls.names(in: folder).filter { !$0.hasPrefix(".") }
      return names.sorted(by: FileSelection.precedes).map { Self.join(folder, $0) }.filter { isFolder($0) }
    } catch {
      errors.append(FileError(path: folder, error))
      return []
    }
  }

  /// Keeps a path when it is a file that is wanted. Links that lead nowhere and pipes are passed over.
  private mutating func isFolder(_ path: String) -> Bool {
    guard let status = Self.status(path) else { return false }
    if status.kind == .regular, suffixes.contains(where: path.hasSuffix) { files.append(path) }
    return status.kind == .folder
  }

  static func status(_ path: String) -> SystemCalls.Status? {
    do {
      return try SystemCalls.status(path)
    } catch {
      return nil
    }
  }

  static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
