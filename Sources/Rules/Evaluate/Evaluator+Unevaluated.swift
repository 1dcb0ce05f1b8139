extension Evaluator {
  @inline(never)
  mutating func unevaluatedProperties(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let end = document.node(node).auxiliary
    var outcome = Outcome.valid
    let before = soFar
    if !marks.containsWhole(node) {
      marks.sort()
      var position = 0
      var key = node &+ 1
      while key < end {
        if !isMarked(key, &position) {
          outcome.merge(unevaluatedMember(instruction, key, of: node, before, context))
          if Sink.stopsAtFirst && outcome == .invalid { return .invalid }
        }
        key = document.next(key &+ 1)
      }
    }
    if instruction.marks { marks.add(node) }
    return outcome
  }

  private mutating func unevaluatedMember(
    _ instruction: Instruction, _ key: NodeIndex, of object: NodeIndex, _ before: Outcome, _ context: Context
  ) -> Outcome {
    if Sink.traces { sink.note(instruction.site, .member(key)) }
    let refuses = program.plans[Int(instruction.b)].refusesAdditional
    return unevaluated(instruction, context, isNoise: before == .invalid && marks.wasSeen(key), at: key) {
      evaluator, context in
      if refuses { return evaluator.fail(instruction, key, context, .unknown(instruction.b, object)) }
      return evaluator.below(instruction, key &+ 1, context)
    }
  }

  @inline(never)
  mutating func unevaluatedItems(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let end = document.node(node).auxiliary
    var outcome = Outcome.valid
    let before = soFar
    if !marks.containsWhole(node) {
      marks.sort()
      var position = 0
      var item = node &+ 1
      // Items before the first that nothing evaluated.
      var known: UInt32 = 0
      var isKnown = true
      while item < end {
        if !isMarked(item, &position) {
          isKnown = false
          outcome.merge(unevaluatedItem(instruction, item, before, context, known))
          if Sink.stopsAtFirst && outcome == .invalid { return .invalid }
        }
        if isKnown { known &+= 1 }
        item = document.next(item)
      }
    }
    if Sink.traces && end > node &+ 1 { sink.note(instruction.site, .all) }
    if instruction.marks { marks.add(node) }
    return outcome
  }

  private mutating func unevaluatedItem(
    _ instruction: Instruction, _ item: NodeIndex, _ before: Outcome, _ context: Context, _ known: UInt32
  ) -> Outcome {
    unevaluated(instruction, context, isNoise: before == .invalid && marks.wasSeen(item), at: item) {
      evaluator, context in
      if instruction.b == 1 { return evaluator.fail(instruction, item, context) }
      if instruction.b == 2 { return evaluator.fail(instruction, item, context, .allowed(known)) }
      return evaluator.below(instruction, item, context)
    }
  }

  /// A member or item that nothing evaluated. Where a branch was undecided it might have been: then it is undecided what
  /// would fail (DESIGN 5a).
  @inline(__always)
  private mutating func unevaluated(
    _ instruction: Instruction, _ context: Context, isNoise: Bool, at node: NodeIndex,
    _ check: (inout Evaluator, Context) -> Outcome
  ) -> Outcome {
    // The branch that describes it has failed, and was reported.
    if !Sink.stopsAtFirst && !Sink.traces && isNoise { return .invalid }
    guard marks.isUncertain else { return check(&self, context) }
    sink.silence()
    let outcome = check(&self, .standard)
    sink.unsilence()
    return outcome == .valid ? .valid : exhausted(budget ?? .patternSteps, instruction, node, context)
  }

  private mutating func below(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    sink.enter(instruction.site, .keyword)
    defer { sink.leave() }
    return evaluate(BlockIndex(raw: instruction.a), node, context.through(instruction.rank))
  }

  /// Marks and members both ascend: one step forward through both.
  @inline(__always)
  private func isMarked(_ node: NodeIndex, _ position: inout Int) -> Bool {
    while let mark = marks.node(at: position), mark < node { position += 1 }
    return marks.node(at: position) == node
  }
}
