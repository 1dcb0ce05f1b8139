extension Emitter {
  mutating func emitArrays(_ code: inout BlockCode) {
    for keyword in code.schema.keywords {
      switch (keyword.name, keyword.value) {
      case (.minItems, .count(let count)):
        if count > 0 { code.arrays.append(limit(.minItems, keyword, code.schema, count)) }
      case (.maxItems, .count(let count)):
        code.arrays.append(limit(.maxItems, keyword, code.schema, count))
      case (.uniqueItems, .flag(true)):
        code.arrays.append(
          Instruction(.uniqueItems, rank: rank(.uniqueItems, code.schema), site: site(keyword, code.schema)))
      // Up to 2019-09 `items` takes the list, and `additionalItems` the rest.
      case (.prefixItems, .schemas(let schemas)), (.items, .schemas(let schemas)):
        emitPrefixItems(keyword, schemas, &code)
      case (.items, .schema(let schema)), (.additionalItems, .schema(let schema)):
        emitItems(keyword, schema, &code)
      case (.contains, .schema(let schema)):
        emitContains(keyword, schema, &code)
      default: continue
      }
    }
  }

  private mutating func emitPrefixItems(_ keyword: Keyword, _ schemas: [SchemaIndex], _ code: inout BlockCode) {
    let list = builder.addBlocks(schemas.map { block(of: $0) })
    code.arrays.append(
      Instruction(
        .prefixItems, rank: rank(keyword.name, code.schema), site: site(keyword, code.schema), a: list.start,
        b: list.count, marks: code.tracking.contains(.items)))
  }

  private mutating func emitItems(_ keyword: Keyword, _ schema: SchemaIndex, _ code: inout BlockCode) {
    let list = code.schema.keyword(keyword.name == .additionalItems ? .items : .prefixItems)
    var first: UInt32 = 0
    if case .schemas(let schemas)? = list?.value {
      first = UInt32(schemas.count)
    } else if keyword.name == .additionalItems {
      // Without a list there is nothing that items could be additional to (2019-09 core, 9.3.1.2).
      return
    }
    let block = block(of: schema)
    let marks = code.tracking.contains(.items)
    guard block != .acceptAll || marks else { return }
    let limit = graph[schema].boolean == false ? SiteDetail.count(Int(first)) : .none
    code.arrays.append(
      Instruction(
        .items, rank: rank(keyword.name, code.schema), site: site(keyword, code.schema, detail: limit), a: block.raw,
        b: first,
        marks: marks))
  }

  /// `minContains` and `maxContains` mean nothing without `contains` (2020-12 validation, 6.4.4).
  private mutating func emitContains(_ keyword: Keyword, _ schema: SchemaIndex, _ code: inout BlockCode) {
    let contains = site(keyword, code.schema, detail: .count(1))
    var plan = Containment(
      block: block(of: schema), minimum: 1, maximum: .max, minimumSite: contains, maximumSite: contains,
      minimumRank: rank(.contains, code.schema), maximumRank: rank(.maxContains, code.schema))
    if let least = code.schema.keyword(.minContains), case .count(let count) = least.value {
      plan.minimum = UInt32(count)
      plan.minimumSite = site(least, code.schema, detail: .count(count))
      plan.minimumRank = rank(.minContains, code.schema)
    }
    if let most = code.schema.keyword(.maxContains), case .count(let count) = most.value {
      plan.maximum = UInt32(count)
      plan.maximumSite = site(most, code.schema, detail: .count(count))
    }
    let marks = code.tracking.contains(.items) && code.schema.draft.containsEvaluates
    if plan.minimum == 0 && plan.maximum == .max && !marks && !options.annotations
      && !sensitive.contains(schema)
    {
      return
    }
    let index = builder.addContainment(plan)
    let strictest = plan.maximum == .max ? plan.minimumRank : min(plan.minimumRank, plan.maximumRank)
    code.arrays.append(Instruction(.contains, rank: strictest, site: contains, a: index, marks: marks))
  }
}
