// `contradictory-limits`: a lower limit above an upper one, here or in what applies together with it.
extension SchemaLinter {
  typealias Contradictions = [SchemaIndex: [LimitPair: LimitRange]]

  /// What is contradictory in each schema and in what it applies unconditionally.
  mutating func contradictoryLimits() -> Contradictions {
    var found: Contradictions = [:]
    for index in graph.schemas.indices.map(SchemaIndex.init) {
      var ranges: [LimitPair: LimitRange] = [:]
      for schema in facts.closures[index.raw] {
        guard spend(graph[schema].keywords.count + 1) else { return found }
        addLimits(of: schema, to: &ranges)
      }
      let bad = ranges.filter { isContradictory($0.value) }
      if !bad.isEmpty { found[index] = bad }
    }
    return found
  }

  mutating func lintLimits(_ index: SchemaIndex, _ found: Contradictions) {
    lintContainment(index)
    for pair in LimitPair.allCases {
      guard let range = found[index]?[pair], let lower = range.lower, let upper = range.upper else { continue }
      // Told name by name, as `forbidden-required`.
      if lower.keyword.name == .required, upper.keyword.name == .additionalProperties { continue }
      let inner = graph[index].keywords.filter { SchemaGraph.inPlaceKind($0.name) == .unconditional }
      // Told where it arises, once.
      if inner.contains(where: { $0.value.schemas.contains { found[$0]?[pair] != nil } }) { continue }
      guard let place = [upper, lower].first(where: { $0.schema == index })?.keyword ?? inner.first else { continue }
      warn(
        .contradictoryLimits,
        "nothing can meet both \(text(lower)) and \(text(upper))"
          + (lower.schema == upper.schema ? "" : elsewhere(index, range))
          + "; change one of them", at: place, of: index)
    }
  }

  private func elsewhere(_ index: SchemaIndex, _ range: LimitRange) -> String {
    let others = [range.lower, range.upper].compactMap { $0?.schema }.filter { $0 != index }
    return " (in " + others.map(name).joined(separator: " and ") + ")"
  }

  private func text(_ limit: Limit) -> String {
    let amount =
      switch limit.amount {
      case .count(let count): String(count)
      case .number(let node): graph.document(of: graph[limit.schema]).preview(at: node)
      }
    switch limit.keyword.name {
    case .required: return "required, which lists \(amount)"
    case .items, .additionalItems: return "\(limit.keyword.name.rawValue), which leaves room for \(amount)"
    case .additionalProperties: return "additionalProperties, which leaves \(amount)"
    default: return "\(limit.keyword.name.rawValue) \(amount)"
    }
  }

  // MARK: - Collecting

  private func addLimits(of index: SchemaIndex, to ranges: inout [LimitPair: LimitRange]) {
    let schema = graph[index]
    for keyword in schema.keywords {
      switch (keyword.name, keyword.value) {
      case (.minLength, .count(let count)):
        raise(&ranges, .length, Limit(schema: index, keyword: keyword, amount: .count(count)))
      case (.maxLength, .count(let count)):
        lower(&ranges, .length, Limit(schema: index, keyword: keyword, amount: .count(count)))
      case (.minItems, .count(let count)):
        raise(&ranges, .items, Limit(schema: index, keyword: keyword, amount: .count(count)))
      case (.maxItems, .count(let count)):
        lower(&ranges, .items, Limit(schema: index, keyword: keyword, amount: .count(count)))
      case (.minProperties, .count(let count)):
        raise(&ranges, .properties, Limit(schema: index, keyword: keyword, amount: .count(count)))
      case (.maxProperties, .count(let count)):
        lower(&ranges, .properties, Limit(schema: index, keyword: keyword, amount: .count(count)))
      case (.required, .names(let names)):
        raise(&ranges, .properties, Limit(schema: index, keyword: keyword, amount: .count(names.count)))
      case (.minimum, .number(let node)):
        raise(
          &ranges, .value,
          Limit(
            schema: index, keyword: keyword, amount: .number(node), isExclusive: isExclusive(.exclusiveMinimum, schema))
        )
      case (.maximum, .number(let node)):
        lower(
          &ranges, .value,
          Limit(
            schema: index, keyword: keyword, amount: .number(node), isExclusive: isExclusive(.exclusiveMaximum, schema))
        )
      case (.exclusiveMinimum, .number(let node)):
        raise(&ranges, .value, Limit(schema: index, keyword: keyword, amount: .number(node), isExclusive: true))
      case (.exclusiveMaximum, .number(let node)):
        lower(&ranges, .value, Limit(schema: index, keyword: keyword, amount: .number(node), isExclusive: true))
      case (.items, .schema(let rest)), (.additionalItems, .schema(let rest)):
        if let room = room(before: rest, keyword, schema) {
          lower(&ranges, .items, Limit(schema: index, keyword: keyword, amount: .count(room)))
        }
      case (.additionalProperties, .schema(let rest)):
        guard graph.takesNothing(rest), (schema.keyword(.patternProperties)?.value.schemas ?? []).isEmpty else {
          continue
        }
        let room = schema.keyword(.properties)?.value.schemas.count ?? 0
        lower(&ranges, .properties, Limit(schema: index, keyword: keyword, amount: .count(room)))
      default: break
      }
    }
  }

  /// How many items stand before a schema for the rest that takes nothing; nil where there is no end.
  private func room(before rest: SchemaIndex, _ keyword: Keyword, _ schema: Schema) -> Int? {
    guard graph.takesNothing(rest) else { return nil }
    if keyword.name == .items { return schema.keyword(.prefixItems)?.value.schemas.count ?? 0 }
    guard case .schemas(let first) = schema.keyword(.items)?.value else { return nil }
    return first.count
  }

  /// Draft 4 validation, 5.1.2 and 5.1.3: a flag beside the limit.
  private func isExclusive(_ name: KeywordName, _ schema: Schema) -> Bool {
    if case .flag(true) = schema.keyword(name)?.value { true } else { false }
  }

  private func raise(_ ranges: inout [LimitPair: LimitRange], _ pair: LimitPair, _ limit: Limit) {
    guard let known = ranges[pair, default: LimitRange()].lower else {
      return ranges[pair, default: LimitRange()].lower = limit
    }
    let order = order(limit, known)
    if order == .greater || order == .equal && limit.isExclusive { ranges[pair]?.lower = limit }
  }

  private func lower(_ ranges: inout [LimitPair: LimitRange], _ pair: LimitPair, _ limit: Limit) {
    guard let known = ranges[pair, default: LimitRange()].upper else {
      return ranges[pair, default: LimitRange()].upper = limit
    }
    let order = order(limit, known)
    if order == .less || order == .equal && limit.isExclusive { ranges[pair]?.upper = limit }
  }

  private func isContradictory(_ range: LimitRange) -> Bool {
    guard let lower = range.lower, let upper = range.upper else { return false }
    switch order(lower, upper) {
    case .greater: return true
    case .equal: return lower.isExclusive || upper.isExclusive
    case .less, .undecided: return false
    }
  }

  private func order(_ left: Limit, _ right: Limit) -> ExactOrder {
    switch (left.amount, right.amount) {
    case (.count(let left), .count(let right)): left < right ? .less : left == right ? .equal : .greater
    case (.number(let node), .number(let other)):
      graph.document(of: graph[left.schema]).withNumber(at: node) { number in
        graph.document(of: graph[right.schema]).withNumber(at: other) { number.compared(to: $0) }
      }
    default: .undecided
    }
  }

  // MARK: - contains

  /// 2020-12 validation, 6.4.4 and 6.4.5: both count what `contains` takes; without `minContains` one is wanted.
  private mutating func lintContainment(_ index: SchemaIndex) {
    let schema = graph[index]
    guard let contains = schema.keyword(.contains) else { return }
    let least = schema.keyword(.minContains)
    let wanted = least?.value.asCount ?? 1
    let name = least == nil ? "contains, which wants 1" : "minContains \(wanted)"
    for limit in [schema.keyword(.maxContains), schema.keyword(.maxItems)].compactMap(\.self) {
      guard let most = limit.value.asCount, wanted > most else { continue }
      warn(
        .contradictoryLimits, "nothing can meet both \(name) and \(limit.name.rawValue) \(most); change one of them",
        at: least ?? contains, of: index)
      return
    }
  }
}

extension KeywordValue {
  fileprivate var asCount: Int? { if case .count(let count) = self { count } else { nil } }
}
