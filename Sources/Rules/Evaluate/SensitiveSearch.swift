/// Walks a document through every keyword that could apply, to find what is sensitive. Only where the compiler saw such a
/// schema, and only for findings.
struct SensitiveSearch {
  private let program: LoadedProgram
  private let document: Document
  /// Looks up names and matches patterns.
  private var reader: Evaluator<VerdictSink>
  private var seen: Set<Visit> = []
  private var found: Set<NodeIndex> = []
  private var work: [Visit] = []
  /// Visits of a schema to a value; beyond that everything counts as sensitive.
  private static let maximumVisits = 1_000_000

  private struct Visit: Hashable {
    let block: BlockIndex
    let node: NodeIndex
  }

  static func run(
    _ program: LoadedProgram, _ document: Document, _ limits: Limits, _ scratch: PatternScratch
  ) -> SensitiveNodes {
    guard program.program[program.view.entry].reachesSensitive else { return .none }
    var search = SensitiveSearch(program, document, limits, scratch)
    return search.run()
  }

  private init(_ program: LoadedProgram, _ document: Document, _ limits: Limits, _ scratch: PatternScratch) {
    self.program = program
    self.document = document
    reader = Evaluator(program, document, limits: limits, scratch: scratch, sink: VerdictSink())
  }

  private mutating func run() -> SensitiveNodes {
    visit(program.view.entry, Document.root)
    while let next = work.popLast() {
      if seen.count > Self.maximumVisits { return .all(of: document, except: program.knownNames) }
      step(next)
    }
    return SensitiveNodes(found, document, except: program.knownNames)
  }

  private mutating func visit(_ block: BlockIndex, _ node: NodeIndex) {
    guard program.program[block].reachesSensitive else { return }
    let visit = Visit(block: block, node: node)
    if seen.insert(visit).inserted { work.append(visit) }
  }

  private mutating func step(_ visit: Visit) {
    let block = program.program[visit.block]
    if block.isSensitive {
      found.insert(visit.node)
      return
    }
    let kind = document.kind(at: visit.node)
    for instruction in program.program.instructions(block.instructions(for: kind)) { follow(instruction, visit.node) }
  }

  /// Exhaustive: a new applicator does not compile until it is followed here.
  private mutating func follow(_ instruction: Instruction, _ node: NodeIndex) {
    let (a, b) = (instruction.a, instruction.b)
    switch instruction.opcode {
    case .members: followMembers(program.program.plans[Int(a)], node)
    case .items: followItems(BlockIndex(raw: a), node, from: Int(b))
    case .unevaluatedItems: followItems(BlockIndex(raw: a), node)
    case .contains: followItems(program.program.containments[Int(a)].block, node)
    case .prefixItems:
      for (item, block) in zip(document.items(of: node), blocks(a, b)) { visit(block, item) }
    case .unevaluatedProperties:
      for member in document.members(of: node) { visit(BlockIndex(raw: a), member.value) }
    case .dependentSchemas, .propertyDependencies:
      let range = program.program.dependencyPlans[Int(a)].dependencies
      for dependency in program.program.dependencies[Int(range.start)..<Int(range.end)] {
        visit(dependency.block, node)
      }
    case .allOf: for block in blocks(a, b) { visit(block, node) }
    case .anyOf, .oneOf:
      let branches = program.program.choices[Int(a)].branches
      for block in blocks(branches.start, branches.count) { visit(block, node) }
    case .not, .call: visit(BlockIndex(raw: a), node)
    case .conditional:
      let plan = program.program.conditionals[Int(a)]
      for block in [plan.condition, plan.then, plan.otherwise] { visit(block, node) }
    case .fail, .minLength, .maxLength, .pattern, .format, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum,
      .multipleOf, .anyValue, .minItems, .maxItems, .uniqueItems, .minProperties, .maxProperties, .dependentRequired,
      .deprecated, .content, .annotate, .customFormat, .customKeyword:
      break
    }
  }

  private func blocks(_ start: UInt32, _ count: UInt32) -> ArraySlice<BlockIndex> {
    program.program.blockLists[Int(start)..<Int(start + count)]
  }

  private mutating func followItems(_ block: BlockIndex, _ array: NodeIndex, from first: Int = 0) {
    for item in document.items(of: array).dropFirst(first) { visit(block, item) }
  }

  private mutating func followMembers(_ plan: MemberPlan, _ object: NodeIndex) {
    for member in document.members(of: object) {
      var isKnown = false
      if let slot = reader.slot(of: member.key, in: plan.table) {
        isKnown = slot.pointee.entry & KeySlot.propertyBit != 0
        visit(slot.pointee.block, member.value)
      }
      for entry in program.program.patternProperties[Int(plan.patterns.start)..<Int(plan.patterns.end)] {
        // A pattern that ran out of its budget may match.
        if reader.match(entry.pattern, document.node(member.key)) == .mismatch { continue }
        isKnown = true
        visit(entry.block, member.value)
      }
      if !isKnown { visit(plan.additional, member.value) }
      visit(plan.names, member.key)
    }
  }
}
