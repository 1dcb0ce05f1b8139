/// The absolute URI under which standard output names a schema (v1 output, "Schema Identifiers").
enum AbsoluteURI {
  /// The schema's own URI where it has one; `file://` for an absolute path, `urn:assay:` for any other name.
  static func of(_ resource: String) -> String {
    if hasScheme(resource) { return PercentEncoding.uri(resource) }
    let path = PercentEncoding.path(resource)
    return resource.utf8.first == 0x2F ? "file://" + path : "urn:assay:" + (path.isEmpty ? "schema" : path)
  }

  /// RFC 3986, 3.1.
  private static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: 0x3A), let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8[..<colon].allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
