extension Format {
  /// `URI-reference` of RFC 3986, appendix A: a URI or a `relative-ref`.
  static func isURIReference(_ text: Span<UInt8>) -> Bool {
    if let schemeEnd = URISyntax.schemeEnd(in: text) { return URISyntax.isHierarchicalPart(text, from: schemeEnd) }
    // `path-noscheme`: a colon in the first segment would be read as the end of a scheme (section 4.2).
    let segmentEnd = URISyntax.end(of: URISyntax.segmentWithoutColon, in: text, from: 0)
    return !text.has(":", at: segmentEnd) && URISyntax.isHierarchicalPart(text, from: 0)
  }
}
