import Rules

/// Where the documents that references name lie on disk: nothing is ever fetched.
///
/// ```swift
/// var map = URIMap()
/// try map.add("https://example.org/money", path: "schemas/money.yaml")
/// try map.add("https://example.org/shared/", path: "schemas/shared")     // ends in a slash: all below it
/// let rules = try RuleSet.load(path: "order.yaml", map: map)
/// ```
///
/// The longest URI that fits wins. What follows a prefix is appended to the folder, as it is and then with `.json`, `.yaml`
/// and `.yml`; it never leads out of the folder.
public struct URIMap: Hashable, Sendable {
  var files: [String: String] = [:]
  var folders: [Folder] = []

  struct Folder: Hashable, Sendable {
    let prefix: String
    let folder: ConfinedFolder
  }

  /// An empty map.
  public init() {}

  /// Maps a URI to a file, or a URI that ends in a slash (or, for URNs, a colon) to a folder. A later entry for the same
  /// URI replaces the earlier one.
  ///
  /// - Throws: ``URIMapError`` when the URI is not absolute or has a fragment, or the path does not lead to a file or
  ///   folder as the URI wants it. What is in the file is looked at when a reference leads to it.
  public mutating func add(_ uri: String, path: String) throws(URIMapError) {
    let bare = try Self.checked(uri)
    let kind = try Self.kind(path)
    if Self.isPrefix(bare) {
      guard kind == .folder else {
        throw URIMapError("\(path) is a file; take the last character off \(uri) to map it")
      }
      try addFolder(bare, path)
    } else {
      guard kind != .folder else { throw URIMapError("\(path) is a folder; write \(uri)/ to map what is in it") }
      files[bare] = path
    }
  }

  /// Maps as the command line's `URI=PATH` says. Both may hold `=`: the first place that leaves a path which exists counts.
  public mutating func add(_ argument: String) throws(URIMapError) {
    let places = argument.indices.filter { argument[$0] == "=" }
    let split =
      places.first { FolderWalk.status(String(argument[argument.index(after: $0)...])) != nil } ?? places.first
    guard let split, split != argument.startIndex, argument.index(after: split) != argument.endIndex else {
      throw URIMapError("write URI=PATH, such as https://example.org/money=schemas/money.yaml")
    }
    try add(String(argument[..<split]), path: String(argument[argument.index(after: split)...]))
  }

  /// Takes over the entries of another map, which replace those for the same URI.
  public mutating func merge(_ other: URIMap) {
    files.merge(other.files) { $1 }
    for folder in other.folders { insert(folder) }
  }

  private mutating func addFolder(_ prefix: String, _ path: String) throws(URIMapError) {
    do {
      insert(Folder(prefix: prefix, folder: try ConfinedFolder(path)))
    } catch {
      throw URIMapError(error.description)
    }
  }

  private mutating func insert(_ folder: Folder) {
    folders.removeAll { $0.prefix == folder.prefix }
    folders.append(folder)
  }

  /// The URI without an empty fragment.
  private static func checked(_ uri: String) throws(URIMapError) -> String {
    let reference = URIReference(uri)
    guard reference.scheme != nil else {
      throw URIMapError("\(uri) is not an absolute URI; begin it with a scheme, such as https:")
    }
    guard (reference.fragment ?? "").isEmpty else {
      throw URIMapError("\(uri) has a fragment; whole documents are mapped, leave out #\(reference.fragment ?? "")")
    }
    return reference.withoutFragment
  }

  private static func isPrefix(_ uri: String) -> Bool { uri.hasSuffix("/") || uri.hasSuffix(":") }

  private static func kind(_ path: String) throws(URIMapError) -> SystemCalls.FileKind {
    do {
      return try SystemCalls.status(path).kind
    } catch {
      throw URIMapError(FileError(path: path, error).description)
    }
  }
}

/// An entry that a ``URIMap`` cannot take.
public struct URIMapError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A plain sentence that says what is wrong and what to do.
  public let description: String

  init(_ description: String) { self.description = description }
}
