// `keyword-without-effect`: a keyword that counts only beside another one, which is not there.
extension SchemaLinter {
  mutating func lintPartners(_ index: SchemaIndex) {
    let schema = graph[index]
    for keyword in schema.keywords {
      guard let partners = Self.partners(of: keyword), !partners.contains(where: { schema.keyword($0) != nil }) else {
        continue
      }
      let names = partners.map(\.rawValue).joined(separator: " or ")
      warn(
        .keywordWithoutEffect, "\(keyword.name.rawValue) does nothing without \(names); add it, or remove this",
        at: keyword,
        of: index)
    }
    lintIf(index)
    lintAdditionalItems(index)
    lintNot(index)
  }

  private static func partners(of keyword: Keyword) -> [KeywordName]? {
    switch keyword.name {
    case .minContains, .maxContains: return [.contains]
    case .then, .else: return [.if]
    default: return nil
    }
  }

  /// An `if` alone still says what was evaluated.
  private mutating func lintIf(_ index: SchemaIndex) {
    let schema = graph[index]
    guard let keyword = schema.keyword(.if), !facts.hasUnevaluated else { return }
    if schema.keyword(.then) != nil || schema.keyword(.else) != nil { return }
    warn(
      .keywordWithoutEffect, "if does nothing without then or else; add one, or remove this", at: keyword, of: index)
  }

  /// Draft 7 validation, 6.4.2: ignored unless `items` is a list.
  private mutating func lintAdditionalItems(_ index: SchemaIndex) {
    guard let keyword = graph[index].keyword(.additionalItems) else { return }
    if case .schemas = graph[index].keyword(.items)?.value { return }
    warn(
      .keywordWithoutEffect,
      "additionalItems does nothing unless items is a list of schemas; for all items alike write items alone",
      at: keyword, of: index)
  }

  private mutating func lintNot(_ index: SchemaIndex) {
    let schema = graph[index]
    guard let keyword = schema.keyword(.not), case .schema(let inner) = keyword.value else { return }
    if graph.takesNothing(inner) {
      warn(
        .keywordWithoutEffect, "not refuses nothing here, as the schema in it takes no value; remove it", at: keyword,
        of: index)
    } else if graph.takesAll(inner), schema.keywords.count > 1 {
      warn(
        .keywordWithoutEffect,
        "not refuses every value here, so that the keywords beside it do nothing; remove it, or them", at: keyword,
        of: index)
    } else if isOut(inner, of: index) {
      warn(
        .keywordWithoutEffect,
        "not refuses only \(facts.types[inner.raw].description), which the type here excludes already; remove it",
        at: keyword,
        of: index)
    }
  }

  /// Whether a schema takes values, but none of those that reach it from `outer`.
  func isOut(_ inner: SchemaIndex, of outer: SchemaIndex) -> Bool {
    let (types, left) = (facts.types[inner.raw], facts.within[outer.raw])
    return !types.isEmpty && !left.isEmpty && types.isDisjoint(with: left)
  }
}
