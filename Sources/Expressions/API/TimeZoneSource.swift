/// Where the rules of time zones come from: the host reads the tz database, so that this library reads no files.
///
/// ```swift
/// let zones = TimeZoneSource { name in try? Array(Data(contentsOf: folder.appending(path: name))) }
/// ```
public struct TimeZoneSource: Sendable {
  /// The content of a zone's TZif file (RFC 9636), nil for a zone that is not known.
  ///
  /// Names are checked first: letters, digits, `_`, `+`, `-` and single slashes, so that no name leads out of a folder.
  public let read: @Sendable (String) -> [UInt8]?

  /// A source that calls a function for each zone; the function is called again for each use, so it may keep what it read.
  public init(_ read: @escaping @Sendable (String) -> [UInt8]?) { self.read = read }

  /// Seconds east of UTC at an instant; nil where the zone is not known.
  func offset(of name: String, at seconds: Int64) -> Int64? {
    guard Self.isName(name), let bytes = read(name) else { return nil }
    return ZoneFile(bytes)?.offset(at: seconds)
  }

  private static func isName(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return name.utf8.count <= 64
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isIdentifierPart || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
      }
  }
}
