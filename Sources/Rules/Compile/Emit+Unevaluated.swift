// `unevaluatedProperties` and `unevaluatedItems`: run last, on what nothing else in the schema has evaluated.
extension Emitter {
  mutating func emitUnevaluated(_ code: inout BlockCode) {
    for keyword in code.schema.keywords {
      switch (keyword.name, keyword.value) {
      case (.unevaluatedProperties, .schema(let schema)):
        code.lastObjects.append(unevaluatedProperties(keyword, schema, code))
      case (.unevaluatedItems, .schema(let schema)):
        let refuses: UInt32 = graph[schema].boolean == false ? (describesPrefix(code.schema) ? 2 : 1) : 0
        code.lastArrays.append(
          Instruction(
            .unevaluatedItems, rank: rank(keyword.name, code.schema), site: site(keyword, code.schema),
            a: block(of: schema).raw, b: refuses, marks: code.outer.contains(.items)))
      default: continue
      }
    }
  }

  /// Whether the items that are evaluated are always the first ones: `contains` evaluates any.
  private func describesPrefix(_ schema: Schema) -> Bool {
    sharingInstance(with: schema).allSatisfy { !$0.draft.containsEvaluates || $0.keyword(.contains) == nil }
  }

  /// The plan knows the names that the schema speaks of, for suggestions.
  private mutating func unevaluatedProperties(
    _ keyword: Keyword, _ schema: SchemaIndex, _ code: BlockCode
  ) -> Instruction {
    var plan = MemberPlan()
    plan.refusesAdditional = graph[schema].boolean == false
    plan.properties = builder.addProperties(
      knownNames(code.schema).map { name in
        PropertyEntry(name: builder.addBytes(name), isProperty: true)
      })
    return Instruction(
      .unevaluatedProperties, rank: rank(keyword.name, code.schema), site: site(keyword, code.schema),
      a: block(of: schema).raw, b: builder.addPlan(plan), marks: code.outer.contains(.properties))
  }

  /// The properties that a schema, and those which share its instance, describe.
  private func knownNames(_ schema: Schema) -> [String] {
    sharingInstance(with: schema).flatMap { schema in
      guard case .namedSchemas(let named)? = schema.keyword(.properties)?.value else { return [String]() }
      return named.map(\.name)
    }
  }

  /// The schema, and all those that apply to its instance through it.
  private func sharingInstance(with schema: Schema) -> [Schema] {
    var found: [Schema] = []
    var seen: Set<SchemaIndex> = []
    var work = [schema]
    while let next = work.popLast() {
      found.append(next)
      for keyword in next.keywords where SchemaGraph.inPlaceKind(keyword.name) != nil {
        work += keyword.value.schemas.filter { seen.insert($0).inserted }.map { graph[$0] }
      }
    }
    return found
  }
}
