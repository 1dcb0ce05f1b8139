extension Emitter {
  mutating func emitCombinators(_ code: inout BlockCode) {
    for keyword in code.schema.keywords {
      switch (keyword.name, keyword.value) {
      case (.ref, .schema(let schema)), (.dynamicRef, .schema(let schema)), (.recursiveRef, .schema(let schema)):
        let target = block(of: schema, code.tracking)
        if target != .acceptAll { code.any.append(apply(.call, keyword, code, a: target.raw)) }
      case (.not, .schema(let schema)):
        // What is evaluated under `not` is no annotation.
        let site = site(keyword, code.schema, detail: .text(Self.excluded(by: graph[schema])))
        code.any.append(Instruction(.not, rank: rank(.not, code.schema), site: site, a: block(of: schema).raw))
      case (.allOf, .schemas(let schemas)):
        let list = builder.addBlocks(schemas.map { block(of: $0, code.tracking) })
        code.any.append(apply(.allOf, keyword, code, a: list.start, b: list.count))
      case (.anyOf, .schemas(let schemas)), (.oneOf, .schemas(let schemas)):
        emitBranches(keyword, schemas, &code)
      case (.if, .schema(let schema)):
        emitConditional(keyword, schema, &code)
      default: continue
      }
    }
  }

  private mutating func emitBranches(_ keyword: Keyword, _ schemas: [SchemaIndex], _ code: inout BlockCode) {
    let facts = facts(of: schemas)
    let list = builder.addBlocks(schemas.map { block(of: $0, code.tracking) })
    let index = builder.addChoice(choice(list, facts))
    let instruction = apply(keyword.name == .anyOf ? .anyOf : .oneOf, keyword, code, a: index, b: list.count)
    builder.setBranching(branching(of: schemas, facts), of: instruction.site)
    code.any.append(instruction)
  }

  /// What a `not` of one keyword excludes, for its message: the keyword, then its values, a line each.
  private static func excluded(by schema: Schema) -> String {
    guard schema.keywords.count == 1, let keyword = schema.keywords.first else { return "" }
    switch (keyword.name, keyword.value) {
    case (.required, .names(let names)): return (["required"] + names).joined(separator: "\n")
    case (.type, .types(let types)): return (["type"] + types.names).joined(separator: "\n")
    case (.pattern, .text(let text)): return "pattern\n" + text
    case (.enum, _), (.const, _): return "values"
    default: return ""
    }
  }

  private mutating func apply(
    _ opcode: Opcode, _ keyword: Keyword, _ code: BlockCode, a: UInt32, b: UInt32 = 0
  ) -> Instruction {
    Instruction(
      opcode, rank: rank(keyword.name, code.schema), site: site(keyword, code.schema), a: a, b: b,
      marks: code.marks && opcode != .not)
  }

  /// `then` and `else` mean nothing without `if`, and `if` nothing without one of them (2020-12 core, 10.2.2).
  private mutating func emitConditional(_ keyword: Keyword, _ schema: SchemaIndex, _ code: inout BlockCode) {
    var plan = Conditional(
      condition: block(of: schema, code.tracking), then: .acceptAll, otherwise: .acceptAll, thenSite: .none,
      otherwiseSite: .none,
      thenRank: rank(.then, code.schema), otherwiseRank: rank(.else, code.schema))
    if let then = code.schema.keyword(.then), case .schema(let schema) = then.value {
      plan.then = block(of: schema, code.tracking)
      plan.thenSite = site(then, code.schema)
    }
    if let otherwise = code.schema.keyword(.else), case .schema(let schema) = otherwise.value {
      plan.otherwise = block(of: schema, code.tracking)
      plan.otherwiseSite = site(otherwise, code.schema)
    }
    let isNeeded =
      code.marks && plan.condition != .acceptAll || options.annotations || sensitive.contains(schema)
    if plan.then == .acceptAll && plan.otherwise == .acceptAll && !isNeeded { return }
    // The strictest of what can fail: `if` alone fails nothing.
    let ranks = [(plan.then, plan.thenRank), (plan.otherwise, plan.otherwiseRank)].filter { $0.0 != .acceptAll }
    let strictest = ranks.map(\.1).min() ?? .error
    code.any.append(
      Instruction(
        .conditional, rank: strictest, site: site(keyword, code.schema), a: builder.addConditional(plan),
        marks: code.marks))
  }
}
