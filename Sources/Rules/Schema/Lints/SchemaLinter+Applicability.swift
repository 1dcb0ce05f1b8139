// `inapplicable-keyword`: the keyword concerns types that nothing here has (2020-12 validation, 6: "Validation Keywords
// ... by Type"; each is ignored for other types).
extension SchemaLinter {
  mutating func lintApplicability(_ index: SchemaIndex) {
    let left = facts.within[index.raw]
    if left.isEmpty || left == .all { return }
    for keyword in graph[index].keywords {
      guard let types = types(of: keyword), types.isDisjoint(with: left) else { continue }
      warn(
        .inapplicableKeyword,
        "\(keyword.name.rawValue) says something of \(Self.plural(types)) only, and nothing here can be one (\(left.description) "
          + "is what is left); remove it, or widen the type",
        at: keyword, of: index, suggestion: Self.counterpart(of: keyword.name, for: left))
    }
    if let node = graph[index].extensions.normalizeNode, !left.contains(.string) {
      warn(
        .inapplicableKeyword,
        "x-normalize changes strings only, and nothing here can be one (\(left.description) is what is left); remove it",
        at: graph[index].place(node))
    }
  }

  /// The types that a keyword concerns; nil for all of them.
  private func types(of keyword: Keyword) -> TypeSet? {
    switch keyword.name {
    case .multipleOf, .maximum, .minimum, .exclusiveMaximum, .exclusiveMinimum: return .numbers
    case .maxLength, .minLength, .pattern, .contentEncoding, .contentMediaType: return .string
    case .format:
      guard case .text(let name) = keyword.value, Format(name: name) != nil || library.formats[name] != nil else {
        return nil
      }
      return .string
    case .items, .prefixItems, .additionalItems, .contains, .maxItems, .minItems, .uniqueItems, .maxContains,
      .minContains, .unevaluatedItems:
      return .array
    case .properties, .patternProperties, .additionalProperties, .propertyNames, .required, .maxProperties,
      .minProperties, .dependencies, .dependentRequired, .dependentSchemas, .propertyDependencies,
      .unevaluatedProperties:
      return .object
    default: return nil
    }
  }

  private static func plural(_ types: TypeSet) -> String { types == .numbers ? "numbers" : "\(types.description)s" }

  /// The keyword that limits the same of another type.
  private static func counterpart(of name: KeywordName, for left: TypeSet) -> String? {
    let upper: [(TypeSet, KeywordName)] = [
      (.string, .maxLength), (.numbers, .maximum), (.array, .maxItems), (.object, .maxProperties),
    ]
    let lower: [(TypeSet, KeywordName)] = [
      (.string, .minLength), (.numbers, .minimum), (.array, .minItems), (.object, .minProperties),
    ]
    let family = [upper, lower].first { $0.contains { $0.1 == name } } ?? []
    return family.first { !left.isDisjoint(with: $0.0) && left.isSubset(of: $0.0) }?.1.rawValue
  }
}
