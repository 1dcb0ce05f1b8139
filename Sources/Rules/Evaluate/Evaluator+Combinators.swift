extension Evaluator {
  @inline(never)
  mutating func call(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    if !Sink.stopsAtFirst { sink.enter(instruction.site, .keyword) }
    defer { if !Sink.stopsAtFirst { sink.leave() } }
    return evaluate(BlockIndex(raw: instruction.a), node, context.through(instruction.rank))
  }

  @inline(never)
  mutating func allOf(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    var outcome = Outcome.valid
    for position in 0..<Int(instruction.b) {
      sink.enter(instruction.site, .index(position))
      let block = program.blockLists[Int(instruction.a) &+ position]
      outcome.merge(evaluate(block, node, context.through(instruction.rank)))
      sink.leave()
      if Sink.stopsAtFirst && outcome == .invalid { return .invalid }
    }
    return outcome
  }

  @inline(__always)
  mutating func takeBack(_ instruction: Instruction, _ noted: Int, _ outcome: Outcome) {
    if instruction.marks { marks.rollBack(to: noted, outcome, remembers: !Sink.stopsAtFirst) }
  }

  @inline(never)
  mutating func not(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    switch silently(BlockIndex(raw: instruction.a), instruction.site, node).negated {
    case .valid: .valid
    case .undecided: exhausted(budget ?? .patternSteps, instruction, node, context)
    case .invalid: fail(instruction, node, context)
    }
  }

  @inline(__always)
  private mutating func silently(_ block: BlockIndex, _ site: SiteIndex, _ node: NodeIndex) -> Outcome {
    sink.silence()
    sink.enter(site, .keyword)
    defer {
      sink.leave()
      sink.unsilence()
    }
    return evaluate(block, node, .standard)
  }

  @inline(never)
  mutating func conditional(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let plan = program.conditionals[Int(instruction.a)]
    let noted = marks.count
    let condition = silently(plan.condition, instruction.site, node)
    if condition != .valid { takeBack(instruction, noted, condition) }
    switch condition {
    case .undecided: return exhausted(budget ?? .patternSteps, instruction, node, context)
    case .valid: return consequence(plan.then, plan.thenSite, plan.thenRank, node, context, marks: instruction.marks)
    case .invalid:
      return consequence(
        plan.otherwise, plan.otherwiseSite, plan.otherwiseRank, node, context, marks: instruction.marks)
    }
  }

  private mutating func consequence(
    _ block: BlockIndex, _ site: SiteIndex, _ rank: SeverityRank, _ node: NodeIndex, _ context: Context, marks: Bool
  ) -> Outcome {
    if block == .acceptAll || Sink.stopsAtFirst && context.skips(rank) && !marks { return .valid }
    sink.enter(site, .keyword)
    defer { sink.leave() }
    return evaluate(block, node, context.through(rank))
  }
}
