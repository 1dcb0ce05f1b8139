extension Format {
  /// `URI` of RFC 3986, appendix A: with a scheme.
  static func isURI(_ text: Span<UInt8>) -> Bool {
    guard let schemeEnd = URISyntax.schemeEnd(in: text) else { return false }
    return URISyntax.isHierarchicalPart(text, from: schemeEnd)
  }
}
