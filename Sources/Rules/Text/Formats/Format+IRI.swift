extension Format {
  /// `IRI` of RFC 3987, section 2.2: with a scheme. A host is an `ireg-name`, which need not be one of the DNS.
  static func isIRI(_ text: Span<UInt8>) -> Bool {
    guard let schemeEnd = URISyntax.schemeEnd(in: text) else { return false }
    return URISyntax.iri.isHierarchicalPart(text, from: schemeEnd)
  }

  /// `IRI-reference` of RFC 3987, section 2.2: an IRI or an `irelative-ref`.
  static func isIRIReference(_ text: Span<UInt8>) -> Bool { URISyntax.iri.isReference(text) }
}
