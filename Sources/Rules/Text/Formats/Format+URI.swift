extension Format {
  /// `URI` of RFC 3986, appendix A: with a scheme.
  static func isURI(_ text: Span<UInt8>) -> Bool {
    guard let schemeEnd = URISyntax.schemeEnd(in: text) else { return false }
    return URISyntax.uri.isHierarchicalPart(text, from: schemeEnd)
  }

  /// `URI-reference` of RFC 3986, appendix A: a URI or a `relative-ref`.
  static func isURIReference(_ text: Span<UInt8>) -> Bool { URISyntax.uri.isReference(text) }
}
