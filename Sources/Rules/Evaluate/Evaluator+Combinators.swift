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
      outcome.merge(evaluate(branch(instruction, position), node, context.through(instruction.rank)))
      sink.leave()
      if Sink.stopsAtFirst && outcome == .invalid { return .invalid }
    }
    return outcome
  }

  @inline(__always)
  private func branch(_ instruction: Instruction, _ position: Int) -> BlockIndex {
    program.blockLists[Int(instruction.a) &+ position]
  }

  /// One branch, seen as the standard sees it. What it tells is kept only if it is valid.
  private mutating func evaluateBranch(_ instruction: Instruction, _ position: Int, _ node: NodeIndex) -> Outcome {
    let mark = sink.beginBranch()
    let noted = marks.count
    sink.enter(instruction.site, .index(position))
    let outcome = evaluate(branch(instruction, position), node, .standard)
    sink.leave()
    sink.endBranch(mark, keeps: outcome == .valid)
    if outcome != .valid { takeBack(instruction, noted, outcome) }
    return outcome
  }

  @inline(__always)
  private mutating func takeBack(_ instruction: Instruction, _ noted: Int, _ outcome: Outcome) {
    if instruction.marks { marks.rollBack(to: noted, outcome, remembers: !Sink.stopsAtFirst) }
  }

  /// valid, else undecided, else invalid. All branches are seen when findings or annotations are wanted.
  @inline(never)
  mutating func anyOf(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    var best = Outcome.invalid
    sink.beginBranches()
    for position in 0..<Int(instruction.b) {
      best = min(best, evaluateBranch(instruction, position, node))
      if Sink.stopsAtFirst && best == .valid && !instruction.marks { return .valid }
    }
    sink.endBranches()
    switch best {
    case .valid: return .valid
    case .undecided: return exhausted(budget ?? .patternSteps, instruction, node, context)
    case .invalid: return fail(instruction, node, context, .branches(instruction.b))
    }
  }

  /// Two valid is invalid, else any undecided is undecided, else exactly one valid.
  @inline(never)
  mutating func oneOf(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    var valid = 0
    var undecided = 0
    var matched: UInt64 = 0
    sink.beginBranches()
    for position in 0..<Int(instruction.b) {
      switch evaluateBranch(instruction, position, node) {
      case .valid:
        valid &+= 1
        if Sink.stopsAtFirst && valid > 1 && !instruction.marks { return .invalid }
        if position < 64 { matched |= 1 &<< UInt64(position) }
      case .undecided: undecided &+= 1
      case .invalid: break
      }
    }
    sink.endBranches()
    if valid > 1 { return fail(instruction, node, context, .matched(matched)) }
    if undecided > 0 { return exhausted(budget ?? .patternSteps, instruction, node, context) }
    return valid == 1 ? .valid : fail(instruction, node, context, .branches(instruction.b))
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
