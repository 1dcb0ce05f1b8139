extension Evaluator {
  /// One walk over the members for everything that looks at names.
  @inline(never)
  mutating func members(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let plan = program.plans + Int(instruction.a)
    let table = plan.pointee.table
    let object = document.node(node)
    var outcome = Outcome.valid
    var required: UInt32 = 0
    var key = node &+ 1
    let end = object.auxiliary
    while key < end {
      outcome.merge(member(key, of: node, plan, table, &required, context))
      if Sink.stopsAtFirst && outcome == .invalid { return .invalid }
      key = document.next(key &+ 1)
    }
    if required != plan.pointee.requiredCount && !(Sink.stopsAtFirst && context.skips(plan.pointee.requiredRank)) {
      outcome.merge(
        fail(plan.pointee.requiredSite, node, plan.pointee.requiredRank, context, .missing(instruction.a)))
    }
    if !Sink.stopsAtFirst { sink.annotateDefaults(instruction.a, node) }
    return outcome
  }

  /// Where a table has a member's name; for other walks than this one.
  @inline(__always)
  func slot(of key: NodeIndex, in table: KeyTable) -> UnsafePointer<KeySlot>? {
    let name = document.node(key)
    let content = document.content(name)
    return program.find(table, content, name.length)
  }

  /// SAFETY: the plan is the program's, whose indexes were checked when it was built.
  @inline(__always)
  private mutating func member(
    _ key: NodeIndex, of object: NodeIndex, _ plan: UnsafePointer<MemberPlan>, _ table: KeyTable,
    _ required: inout UInt32, _ context: Context
  ) -> Outcome {
    let name = document.node(key)
    let content = document.content(name)
    var outcome = Outcome.valid
    var isKnown = Outcome.invalid
    if let slot = program.find(table, content, name.length) {
      required &+= slot.pointee.entry &>> 31
      if slot.pointee.entry & KeySlot.propertyBit != 0 {
        isKnown = .valid
        if Sink.traces { sink.note(plan.pointee.propertiesSite, .member(key)) }
      }
      if slot.pointee.block != .acceptAll {
        outcome = child(
          slot.pointee.block, key, plan.pointee.propertiesSite, plan.pointee.propertiesRank, .key(key), context)
      }
    }
    if !plan.pointee.patterns.isEmpty { outcome.merge(patterns(key, name, plan, &isKnown, context)) }
    if isKnown != .valid && plan.pointee.additionalSite != .none {
      outcome.merge(
        isKnown == .invalid
          ? additional(key, of: object, plan, context) : perhapsAdditional(key, of: object, plan, context))
    }
    if plan.pointee.marks && (isKnown == .valid || plan.pointee.additionalSite != .none) { marks.add(key) }
    if plan.pointee.names != .acceptAll { outcome.merge(propertyName(key, plan, context)) }
    return outcome
  }

  /// The value of a member under one schema.
  @inline(__always)
  private mutating func child(
    _ block: BlockIndex, _ key: NodeIndex, _ site: SiteIndex, _ rank: SeverityRank, _ step: PathStep,
    _ context: Context
  ) -> Outcome {
    if Sink.stopsAtFirst {
      if context.skips(rank) { return .valid }
      let pointer = program.blocks + Int(block.raw)
      if pointer.pointee.isLeaf { return evaluateLeaf(pointer, key &+ 1, document.node(key &+ 1), context) }
      return evaluate(block, key &+ 1, context)
    }
    sink.enter(site, step)
    defer { sink.leave() }
    return evaluate(block, key &+ 1, context.through(rank))
  }

  @inline(never)
  private mutating func patterns(
    _ key: NodeIndex, _ name: Node, _ plan: UnsafePointer<MemberPlan>, _ isKnown: inout Outcome, _ context: Context
  ) -> Outcome {
    var outcome = Outcome.valid
    let range = plan.pointee.patterns
    for index in range.start..<range.end {
      let entry = program.patternProperties[Int(index)]
      switch match(entry.pattern, name) {
      case .match:
        isKnown = .valid
        if Sink.traces { sink.note(plan.pointee.patternsSite, .member(key)) }
        outcome.merge(
          child(
            entry.block, key, plan.pointee.patternsSite, plan.pointee.patternsRank, .pattern(entry.pattern), context))
      case .mismatch: continue
      case .exhausted:
        isKnown = min(isKnown, .undecided)
        if plan.pointee.marks { marks.noteUndecided() }
        let instruction = Instruction(.members, rank: plan.pointee.patternsRank, site: plan.pointee.patternsSite)
        outcome.merge(exhausted(.patternSteps, instruction, key, context))
      }
    }
    return outcome
  }

  @inline(never)
  private mutating func additional(
    _ key: NodeIndex, of object: NodeIndex, _ plan: UnsafePointer<MemberPlan>, _ context: Context
  ) -> Outcome {
    let (site, rank) = (plan.pointee.additionalSite, plan.pointee.additionalRank)
    if Sink.traces { sink.note(site, .member(key)) }
    if plan.pointee.refusesAdditional {
      if Sink.stopsAtFirst && context.skips(rank) { return .valid }
      let index = UInt32(truncatingIfNeeded: plan - program.plans)
      return fail(site, key, rank, context, .unknown(index, object))
    }
    return child(plan.pointee.additional, key, site, rank, .keyword, context)
  }

  /// Whether a pattern knows the name was not decided: the rest is undecided where it would fail.
  private mutating func perhapsAdditional(
    _ key: NodeIndex, of object: NodeIndex, _ plan: UnsafePointer<MemberPlan>, _ context: Context
  ) -> Outcome {
    sink.silence()
    let outcome = additional(key, of: object, plan, .standard)
    sink.unsilence()
    if outcome == .valid { return .valid }
    let instruction = Instruction(.members, rank: plan.pointee.additionalRank, site: plan.pointee.additionalSite)
    if Sink.stopsAtFirst && context.skips(instruction.rank) { return .valid }
    return exhausted(.patternSteps, instruction, key, context)
  }

  @inline(never)
  private mutating func propertyName(
    _ key: NodeIndex, _ plan: UnsafePointer<MemberPlan>, _ context: Context
  ) -> Outcome {
    if Sink.stopsAtFirst && context.skips(plan.pointee.namesRank) { return .valid }
    sink.enter(plan.pointee.namesSite, .keyword)
    defer { sink.leave() }
    return evaluate(plan.pointee.names, key, context.through(plan.pointee.namesRank))
  }
}
