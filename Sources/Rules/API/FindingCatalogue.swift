/// Every finding code that a check can give, beside those of custom keywords, which are the keywords' names.
package enum FindingCatalogue {
  /// In the order of the documentation: what the text is, then values by type, then what combines rules.
  package static let entries =
    documents + values + strings + numbers + arrays + objects + combinators + normalization

  package static func entry(_ code: FindingCode) -> FindingEntry? { entries.first { $0.code == code } }

  /// The code that was probably meant.
  package static func nearest(to name: String) -> String? {
    EditDistance.nearest(to: name, in: entries.map(\.code.rawValue))
  }

  /// Arguments that a finding of any keyword can have.
  package static let commonArguments = [
    FindingEntry.Argument("value", .json, "the value that is wrong, shortened when it is long"),
    FindingEntry.Argument("name", .text, "the property's name, where the finding is about a name or a member"),
    FindingEntry.Argument("original", .json, "the value before it was normalized, where that changed it"),
  ]

  /// Keywords whose failures are told by the schemas in them, under those schemas' codes.
  static let applicators: [KeywordName] = [
    .allOf, .ref, .dynamicRef, .recursiveRef, .if, .then, .else, .dependentSchemas, .propertyDependencies, .properties,
    .patternProperties, .propertyNames, .prefixItems, .items, .additionalItems,
  ]
}
