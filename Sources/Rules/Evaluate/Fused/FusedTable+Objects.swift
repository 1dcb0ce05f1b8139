// Objects of which more is asked than one walk over their members tells: conditions on the object as a whole, and branches
// that are entered by a look ahead. Once all blocks are known.
extension FusedTable {
  /// What a block asks of objects, which needs the other blocks.
  struct Waiting {
    let index: Int
    let code: [Instruction]
  }

  /// Branches inside branches that are joined with what is asked around them.
  private static let deepestChoice = 4
  /// Blocks made of several, and names of walks made of several: merging takes time when rules are compiled.
  private static let mostJoined = 1024

  /// Whether a keyword may be such a condition or choice.
  static func mayWait(_ opcode: Opcode) -> Bool {
    [.anyOf, .oneOf, .not, .conditional, .dependentRequired, .dependentSchemas].contains(opcode)
  }

  mutating func add(_ waiting: [Waiting], _ collector: KindCodeCollector) {
    // A look ahead sees values as they are, and not all branches.
    if collector.tellsOfBranches || !program.normalizerLists.isEmpty { return }
    var builder = ObjectBuilder(origin: .acceptAll, collector: collector)
    for object in waiting {
      var block = blocks[object.index]
      builder.origin = BlockIndex(raw: UInt32(object.index))
      if add(object.code, to: &block, &builder, level: 0) { blocks[object.index] = block }
    }
  }

  /// What is the same for all that is made of one block.
  private struct ObjectBuilder {
    var origin: BlockIndex
    var collector: KindCodeCollector
    var joined = 0
  }

  /// False where that cannot be judged while it is read; the block is of no use then.
  private mutating func add(
    _ code: [Instruction], to block: inout FusedBlock, _ builder: inout ObjectBuilder, level: Int
  ) -> Bool {
    var (walks, formulas, choices): ([UInt32], [ObjectFormula], [Instruction]) = ([], [], [])
    for instruction in code {
      switch instruction.opcode {
      case .members where isPlain(plans[Int(instruction.a)]):
        if !walks.contains(instruction.a) { walks.append(instruction.a) }
      case .minProperties: block.minProperties = max(block.minProperties, instruction.a)
      case .maxProperties: block.maxProperties = min(block.maxProperties, instruction.a)
      case let opcode where Self.mayWait(opcode):
        var formula = FormulaBuilder(program, blocks, builder.collector)
        if let formula = formula.formula(instruction) {
          formulas.append(formula)
        } else {
          choices.append(instruction)
        }
      default: return false
      }
    }
    if choices.isEmpty { return addWalk(walks, formulas, to: &block) }
    guard choices.count == 1, let choice = choices.first, [.anyOf, .oneOf].contains(choice.opcode) else { return false }
    return addChoice(choice, beside: code.filter { $0 != choice }, to: &block, &builder, level: level)
  }

  // MARK: - Conditions

  private mutating func addWalk(
    _ walks: [UInt32], _ formulas: [ObjectFormula], to block: inout FusedBlock
  ) -> Bool {
    var names: [ObjectFormula.Name] = []
    for name in formulas.flatMap(\.allNames) where !names.contains(name) { names.append(name) }
    guard names.count <= UInt64.bitWidth, let walk = walk(walks, names) else { return false }
    block.plan = walk.plan
    block.isDirect = isDirect(plans[Int(walk.plan)])
    guard takesNames(block) else { return false }
    block.taped &= ~Block.bit(.object)
    let flat = formulas.flatMap { FusedCondition.flat($0, walk.places) }
    block.conditions = TableRange(start: UInt32(conditions.count), count: UInt32(flat.count))
    conditions += flat
    return true
  }

  /// One walk that knows the names, and their places in it.
  private mutating func walk(
    _ walks: [UInt32], _ names: [ObjectFormula.Name]
  ) -> (plan: UInt32, places: [ObjectFormula.Name: Int])? {
    if walks.isEmpty, names.isEmpty { return (UInt32(program.plans.count), [:]) }
    if walks.count == 1, let only = walks.first, let places = places(of: names, in: plans[Int(only)]) {
      return (only, places)
    }
    guard let plan = merged(walks, mentioning: names.map(\.range)) else { return nil }
    var places: [ObjectFormula.Name: Int] = [:]
    for (place, name) in names.enumerated() { places[name] = place }
    return (plan, places)
  }

  private func places(of names: [ObjectFormula.Name], in plan: MemberPlan) -> [ObjectFormula.Name: Int]? {
    if names.isEmpty { return [:] }
    var places: [ObjectFormula.Name: Int] = [:]
    for (place, property) in program.properties(of: plan).prefix(UInt64.bitWidth).enumerated() {
      places[ObjectFormula.Name(property.name, of: program)] = place
    }
    return names.allSatisfy { places[$0] != nil } ? places : nil
  }

  // MARK: - Choices

  private mutating func addChoice(
    _ instruction: Instruction, beside code: [Instruction], to block: inout FusedBlock,
    _ builder: inout ObjectBuilder, level: Int
  ) -> Bool {
    let choice = program.choices[Int(instruction.a)]
    let list = program.branchLists[Int(choice.kinds) + Int(NodeKind.object.rawValue)]
    guard level < Self.deepestChoice, choice.branches.count <= UInt64.bitWidth else { return false }
    var entries = [BlockIndex](repeating: FusedChoice.refused, count: Int(choice.branches.count))
    for position in program.branches[Int(list.start)..<Int(list.end)] {
      let branch = program.blockLists[Int(choice.branches.start + position)]
      // Where nothing else is asked a branch is entered as it is.
      entries[Int(position)] =
        code.isEmpty ? branch : joined(code, branch, &builder, level: level + 1) ?? FusedChoice.noEntry
    }
    if entries.allSatisfy({ $0 == FusedChoice.noEntry || $0 == FusedChoice.refused }) { return false }
    var fused = FusedChoice(
      choice: instruction.a, firstDecides: instruction.opcode == .anyOf || choice.isExclusive, origin: builder.origin)
    fused.entries = TableRange(start: UInt32(self.entries.count), count: choice.branches.count)
    self.entries += entries
    block.choice = UInt32(choices.count)
    block.taped |= Block.bit(.object)
    choices.append(fused)
    return true
  }

  /// A block of its own for what a schema and one of its branches ask together.
  private mutating func joined(
    _ code: [Instruction], _ branch: BlockIndex, _ builder: inout ObjectBuilder, level: Int
  ) -> BlockIndex? {
    builder.joined += 1
    let asked = builder.collector.code(of: program[branch], .object)
    guard builder.joined <= Self.mostJoined, asked.isTaken, asked.isComplete else { return nil }
    var block = FusedBlock(plan: UInt32(program.plans.count))
    block.kinds = Block.bit(.object)
    guard add(code + asked.code, to: &block, &builder, level: level) else { return nil }
    blocks.append(block)
    return BlockIndex(raw: UInt32(blocks.count - 1))
  }
}
