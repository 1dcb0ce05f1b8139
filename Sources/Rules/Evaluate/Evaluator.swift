/// Runs a program on a tape. One traversal for both paths: specialised for ``VerdictSink`` it stops at the first
/// failure, for ``FindingsSink`` it goes on and tells.
///
/// A local value while it runs, so that its state has no exclusivity checks; everything hot is reached by pointer.
struct Evaluator<Sink: EvaluationSink> {
  let program: ProgramView
  let document: DocumentView
  let limits: Limits
  // SAFETY: the workspace owns the document, whose view the evaluator reads, and outlives every evaluator that it makes.
  unowned(unsafe) let owner: Document
  // SAFETY: the workspace owns the scratch and outlives every evaluator that it makes.
  unowned(unsafe) let scratch: PatternScratch
  var sink: Sink
  /// The first budget that ran out.
  var budget: BudgetKind?
  /// What was evaluated of the instances that an `unevaluated*` asks about.
  var marks = EvaluatedMarks()
  /// What the instructions of the block so far came to; kept for findings only.
  private(set) var soFar = Outcome.valid
  private var depth = 0
  /// Blocks that may still be evaluated.
  private var steps: Int

  /// Evaluations of a block for each node of the document, and for a document as such. Rules that visit a value more often
  /// double their work at each level.
  private static var stepsPerNode: Int { 10_000 }
  private static var stepsAtLeast: Int { 1_000_000 }

  /// Schemas inside schemas: a level of the instance costs one for each `allOf`, `$ref` and so on.
  static var maximumRecursion: Int { 4_000 }
  /// From here on the native stack is looked at too.
  private static var unguardedRecursion: Int { 32 }

  init(
    _ program: LoadedProgram, _ document: Document, limits: Limits, scratch: PatternScratch, sink: Sink
  ) {
    self.init(program.view, document, limits: limits, scratch: scratch, sink: sink)
  }

  init(
    _ program: ProgramView, _ document: Document, limits: Limits, scratch: PatternScratch, sink: Sink
  ) {
    self.program = program
    self.document = document.view
    owner = document
    steps = Self.stepsAtLeast + document.nodeCount * Self.stepsPerNode
    self.limits = limits
    self.scratch = scratch
    self.sink = sink
  }

  /// Evaluates the whole document.
  mutating func run(_ context: Context = .spine) -> Outcome {
    evaluate(program.entry, Document.root, context)
  }

  /// One schema on one value.
  mutating func evaluate(_ index: BlockIndex, _ node: NodeIndex, _ context: Context) -> Outcome {
    let block = program.blocks + Int(index.raw)
    if block.pointee.isTrivial { return .valid }
    depth &+= 1
    defer { depth &-= 1 }
    if depth > Self.unguardedRecursion && Self.isTooDeep(depth) { return exhausted(.recursion, node, context) }
    steps &-= 1
    if steps < 0 { return exhausted(.evaluationSteps, node, context) }
    let value = document.node(node)
    if Sink.traces { return traced(index, block, node, value, context) }
    if !takes(block, value) {
      let outcome = typeFailure(block, node, context)
      // The other keywords would only repeat that the type is wrong.
      if outcome == .invalid { return outcome }
    }
    if block.pointee.opensFrame { return runFrame(block, node, value, context) }
    return run(block.pointee.instructions(for: value.kind), node, context)
  }

  /// Standard output shows what all keywords say, whatever the type.
  @inline(never)
  private mutating func traced(
    _ index: BlockIndex, _ block: UnsafePointer<Block>, _ node: NodeIndex, _ value: Node, _ context: Context
  ) -> Outcome {
    sink.beginSchema(index, node)
    var outcome = takes(block, value) ? .valid : typeFailure(block, node, context)
    outcome.merge(
      block.pointee.opensFrame
        ? runFrame(block, node, value, context) : run(block.pointee.instructions(for: value.kind), node, context))
    sink.endSchema(outcome)
    return outcome
  }

  /// A block with an `unevaluated*` of its own.
  @inline(never)
  private mutating func runFrame(
    _ block: UnsafePointer<Block>, _ node: NodeIndex, _ value: Node, _ context: Context
  ) -> Outcome {
    let outer = marks.open()
    let outcome = run(block.pointee.instructions(for: value.kind), node, context)
    marks.close(outer, keeps: block.pointee.keepsMarks)
    return outcome
  }

  /// A block without applicators needs no recursion: most properties of most rules.
  @inline(__always)
  mutating func evaluateLeaf(
    _ block: UnsafePointer<Block>, _ node: NodeIndex, _ value: Node, _ context: Context
  ) -> Outcome {
    if !takes(block, value) {
      let outcome = typeFailure(block, node, context)
      if outcome == .invalid { return outcome }
    }
    let instructions = block.pointee.instructions(for: value.kind)
    return instructions.isEmpty ? .valid : run(instructions, node, context)
  }

  @inline(__always)
  private func takes(_ block: UnsafePointer<Block>, _ value: Node) -> Bool {
    if block.pointee.kinds &>> UInt16(truncatingIfNeeded: value.kind.rawValue) & 1 == 0 { return false }
    if value.kind != .number || !block.pointee.integersOnly || value.flags.contains(.integer) { return true }
    if block.pointee.integersAreLexical { return false }
    return ExactNumber(document.content(value), count: value.length).isInteger
  }

  @inline(__always)
  private mutating func typeFailure(
    _ block: UnsafePointer<Block>, _ node: NodeIndex, _ context: Context
  ) -> Outcome {
    if Sink.stopsAtFirst && context.skips(block.pointee.typeRank) { return .valid }
    return fail(block.pointee.typeSite, node, block.pointee.typeRank, context)
  }

  @inline(never)
  private mutating func run(_ range: TableRange, _ node: NodeIndex, _ context: Context) -> Outcome {
    var outcome = Outcome.valid
    var next = program.code + Int(range.start)
    let end = next + Int(range.count)
    while next < end {
      let instruction = next
      next += 1
      if Sink.stopsAtFirst && context.skips(instruction.pointee.rank) && !instruction.pointee.marks { continue }
      if !Sink.stopsAtFirst { soFar = outcome }
      outcome.merge(step(instruction.pointee, node, context))
      if Sink.stopsAtFirst && outcome == .invalid { return .invalid }
    }
    return outcome
  }

  /// Exhaustive: a new opcode does not compile until it is handled here.
  @inline(__always)
  private mutating func step(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    switch instruction.opcode {
    case .fail: fail(instruction, node, context)
    case .minLength, .maxLength: length(instruction, node, context)
    case .pattern: pattern(instruction, node, context)
    case .format: format(instruction, node, context)
    case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum: order(instruction, node, context)
    case .multipleOf: multiple(instruction, node, context)
    case .anyValue: anyValue(instruction, node, context)
    case .minItems, .maxItems, .minProperties, .maxProperties: count(instruction, node, context)
    case .uniqueItems: uniqueItems(instruction, node, context)
    case .items: items(instruction, node, context)
    case .prefixItems: prefixItems(instruction, node, context)
    case .contains: contains(instruction, node, context)
    case .members: members(instruction, node, context)
    case .dependentRequired: dependentRequired(instruction, node, context)
    case .dependentSchemas: dependentSchemas(instruction, node, context)
    case .allOf: allOf(instruction, node, context)
    case .anyOf: anyOf(instruction, node, context)
    case .oneOf: oneOf(instruction, node, context)
    case .not: not(instruction, node, context)
    case .conditional: conditional(instruction, node, context)
    case .call: call(instruction, node, context)
    case .deprecated: deprecated(instruction, node, context)
    case .propertyDependencies: propertyDependencies(instruction, node, context)
    case .unevaluatedProperties: unevaluatedProperties(instruction, node, context)
    case .unevaluatedItems: unevaluatedItems(instruction, node, context)
    case .content: content(instruction, node, context)
    case .annotate: annotate(instruction)
    case .customFormat: customFormat(instruction, node, context)
    case .customKeyword: customKeyword(instruction, node, context)
    }
  }

  // MARK: - Failing

  /// A keyword failed: told to the sink; below `error` on the spine it counts as valid to its neighbours.
  @inline(__always)
  mutating func fail(
    _ site: SiteIndex, _ node: NodeIndex, _ rank: SeverityRank, _ context: Context,
    _ detail: @autoclosure () -> FailureDetail = .none
  ) -> Outcome {
    if Sink.stopsAtFirst { return context.skips(rank) ? .valid : .invalid }
    let effective = context.effective(rank)
    sink.report(site, node, effective, detail())
    return effective == .error ? .invalid : .valid
  }

  @inline(__always)
  mutating func fail(
    _ instruction: Instruction, _ node: NodeIndex, _ context: Context,
    _ detail: @autoclosure () -> FailureDetail = .none
  ) -> Outcome {
    fail(instruction.site, node, instruction.rank, context, detail())
  }

  /// A budget ran out inside a keyword. Below `error` on the spine that is told and changes nothing.
  @inline(never)
  mutating func exhausted(
    _ budget: BudgetKind, _ instruction: Instruction, _ node: NodeIndex, _ context: Context
  ) -> Outcome {
    let effective = context.effective(instruction.rank)
    sink.report(instruction.site, node, effective, .budget(budget))
    return effective == .error ? exhausted(budget) : .valid
  }

  @inline(never)
  private static func isTooDeep(_ depth: Int) -> Bool { depth > maximumRecursion || StackGuard.isLow() }

  @inline(never)
  private mutating func exhausted(_ budget: BudgetKind, _ node: NodeIndex, _ context: Context) -> Outcome {
    sink.report(.none, node, context.effective(.error), .budget(budget))
    return exhausted(budget)
  }

  @inline(never)
  private mutating func exhausted(_ budget: BudgetKind) -> Outcome {
    if self.budget == nil { self.budget = budget }
    return .undecided
  }

  private mutating func annotate(_ instruction: Instruction) -> Outcome {
    if Sink.traces { sink.annotate(instruction.site, instruction.a) }
    return .valid
  }

  /// An annotation, and so nothing to the standard; only on the spine can its severity make it count.
  private mutating func deprecated(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    if Sink.traces { return .valid }
    if context.isSpine { return fail(instruction, node, context) }
    if !Sink.stopsAtFirst { sink.report(instruction.site, node, max(instruction.rank, .warning), .none) }
    return .valid
  }
}
