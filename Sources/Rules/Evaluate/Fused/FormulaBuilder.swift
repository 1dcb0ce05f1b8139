/// Makes formulas of schemas that ask an object for nothing else.
struct FormulaBuilder {
  private let program: Program
  private let blocks: [FusedBlock]
  private var collector: KindCodeCollector
  /// Schemas that may still be looked at.
  private var rest = 128

  init(_ program: Program, _ blocks: [FusedBlock], _ collector: KindCodeCollector) {
    self.program = program
    self.blocks = blocks
    self.collector = collector
  }

  /// nil where the keyword asks for more than a formula can say.
  mutating func formula(_ instruction: Instruction) -> ObjectFormula? {
    switch instruction.opcode {
    case .anyOf: branches(instruction).map(ObjectFormula.any)
    case .oneOf: branches(instruction).map(ObjectFormula.one)
    case .not: formula(of: BlockIndex(raw: instruction.a)).map(ObjectFormula.not)
    case .conditional: conditional(program.conditionals[Int(instruction.a)])
    case .dependentRequired: dependencies(instruction) { [self] in .names(names($0.names)) }
    case .dependentSchemas: dependentSchemas(instruction)
    case .members: members(program.plans[Int(instruction.a)])
    default: nil
    }
  }

  private mutating func formula(of index: BlockIndex) -> ObjectFormula? {
    rest -= 1
    if rest < 0 || StackGuard.isLow() { return nil }
    let asked = collector.code(of: program[index], .object)
    if !asked.isTaken { return .any([]) }
    return asked.isComplete ? all(asked.code).map(ObjectFormula.all) : nil
  }

  private mutating func all(_ code: [Instruction]) -> [ObjectFormula]? {
    var parts: [ObjectFormula] = []
    for instruction in code {
      guard let part = formula(instruction) else { return nil }
      parts.append(part)
    }
    return parts
  }

  /// Branches that take no objects do not hold for one.
  private mutating func branches(_ instruction: Instruction) -> [ObjectFormula]? {
    let choice = program.choices[Int(instruction.a)]
    let list = program.branchLists[Int(choice.kinds) + Int(NodeKind.object.rawValue)]
    var parts: [ObjectFormula] = []
    for position in program.branches[Int(list.start)..<Int(list.end)] {
      guard let part = formula(of: program.blockLists[Int(choice.branches.start + position)]) else { return nil }
      parts.append(part)
    }
    return parts
  }

  private mutating func conditional(_ plan: Conditional) -> ObjectFormula? {
    guard let condition = formula(of: plan.condition), let then = formula(of: plan.then),
      let otherwise = formula(of: plan.otherwise)
    else { return nil }
    return .conditional(condition, then, otherwise)
  }

  private func dependencies(
    _ instruction: Instruction, _ needed: (Dependency) -> ObjectFormula
  ) -> ObjectFormula? {
    let range = program.dependencyPlans[Int(instruction.a)].dependencies
    if range.count > 64 { return nil }
    return .all(
      program.dependencies[Int(range.start)..<Int(range.end)].map { dependency in
        .any([.not(.names([name(dependency.name)])), needed(dependency)])
      })
  }

  private mutating func dependentSchemas(_ instruction: Instruction) -> ObjectFormula? {
    let range = program.dependencyPlans[Int(instruction.a)].dependencies
    var needed: [ObjectFormula.Name: ObjectFormula] = [:]
    for dependency in program.dependencies[Int(range.start)..<Int(range.end)] {
      guard let part = formula(of: dependency.block) else { return nil }
      let name = name(dependency.name)
      needed[name] = .all([needed[name] ?? .all([]), part])
    }
    return dependencies(instruction) { [self] in needed[name($0.name)] ?? .all([]) }
  }

  private func members(_ plan: MemberPlan) -> ObjectFormula? {
    guard !plan.marks, plan.patterns.isEmpty, plan.names == .acceptAll, plan.additional == .acceptAll,
      plan.properties.count <= 64
    else { return nil }
    let properties = program.properties(of: plan)
    var parts: [ObjectFormula] = [.names(properties.filter(\.isRequired).map { name($0.name) })]
    for property in properties where property.isProperty && property.block != .acceptAll {
      guard isScalar(property.block) else { return nil }
      parts.append(.value(name(property.name), property.block))
    }
    return .all(parts)
  }

  /// Whether a value can be judged by itself, wherever it stands.
  private func isScalar(_ index: BlockIndex) -> Bool {
    let (block, containers) = (blocks[Int(index.raw)], Block.bit(.array) | Block.bit(.object))
    return block.kinds & containers == 0 && block.kinds & block.taped & ~Block.bit(.key) == 0
  }

  private func names(_ range: TableRange) -> [ObjectFormula.Name] {
    program.names[Int(range.start)..<Int(range.end)].map(name)
  }

  private func name(_ range: TableRange) -> ObjectFormula.Name { ObjectFormula.Name(range, of: program) }
}
