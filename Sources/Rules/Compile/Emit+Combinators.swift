extension Emitter {
  mutating func emitCombinators(_ code: inout BlockCode) {
    let lists: [KeywordName: Opcode] = [.allOf: .allOf, .anyOf: .anyOf, .oneOf: .oneOf]
    for keyword in code.schema.keywords {
      switch (keyword.name, keyword.value) {
      case (.ref, .schema(let schema)):
        let target = block(of: schema)
        if target != .acceptAll { code.any.append(apply(.call, keyword, code.schema, a: target.raw)) }
      case (.not, .schema(let schema)):
        code.any.append(apply(.not, keyword, code.schema, a: block(of: schema).raw))
      case (.allOf, .schemas(let schemas)), (.anyOf, .schemas(let schemas)), (.oneOf, .schemas(let schemas)):
        guard let opcode = lists[keyword.name] else { continue }
        let list = builder.addBlocks(schemas.map { block(of: $0) })
        code.any.append(apply(opcode, keyword, code.schema, a: list.start, b: list.count))
      case (.if, .schema(let schema)):
        emitConditional(keyword, schema, &code)
      default: continue
      }
    }
  }

  private mutating func apply(
    _ opcode: Opcode, _ keyword: Keyword, _ schema: Schema, a: UInt32, b: UInt32 = 0
  ) -> Instruction {
    Instruction(opcode, rank: rank(keyword.name, schema), site: site(keyword, schema), a: a, b: b)
  }

  /// `then` and `else` mean nothing without `if`, and `if` nothing without one of them (2020-12 core, 10.2.2).
  private mutating func emitConditional(_ keyword: Keyword, _ schema: SchemaIndex, _ code: inout BlockCode) {
    var plan = Conditional(
      condition: block(of: schema), then: .acceptAll, otherwise: .acceptAll, thenSite: .none, otherwiseSite: .none,
      thenRank: rank(.then, code.schema), otherwiseRank: rank(.else, code.schema))
    if let then = code.schema.keyword(.then), case .schema(let schema) = then.value {
      plan.then = block(of: schema)
      plan.thenSite = site(then, code.schema)
    }
    if let otherwise = code.schema.keyword(.else), case .schema(let schema) = otherwise.value {
      plan.otherwise = block(of: schema)
      plan.otherwiseSite = site(otherwise, code.schema)
    }
    if plan.then == .acceptAll && plan.otherwise == .acceptAll { return }
    // The strictest of what can fail: `if` alone fails nothing.
    let ranks = [(plan.then, plan.thenRank), (plan.otherwise, plan.otherwiseRank)].filter { $0.0 != .acceptAll }
    let strictest = ranks.map(\.1).min() ?? .error
    code.any.append(
      Instruction(.conditional, rank: strictest, site: site(keyword, code.schema), a: builder.addConditional(plan)))
  }
}
