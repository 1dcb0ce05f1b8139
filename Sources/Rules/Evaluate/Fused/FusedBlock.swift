/// One block as the fused path runs it, while the text is read: what is asked of each kind of value, without sites and
/// severities, which a verdict does not need. Plain data; it stands in the program's memory, at the block's own index.
struct FusedBlock {
  /// The kinds that are taken, one bit a ``NodeKind``.
  var kinds: UInt16 = Block.allKinds
  /// The kinds for which more is asked than can be judged while reading: such a value is read to a tape first.
  var taped: UInt16 = 0
  var integers = Integers.notAsked
  var minLength: UInt32 = 0
  var maxLength = UInt32.max
  /// What else is asked of strings: lanes, a value set, or a part of the table of fused code, as `form` says.
  var strings = TableRange()
  var form = Form.length
  /// For lanes: nothing may follow.
  var isAnchoredAtEnd = false
  /// What is asked of numbers, in the table of fused code.
  var numbers = TableRange()
  var minItems: UInt32 = 0
  var maxItems = UInt32.max
  /// The blocks of the first items, in the table of block lists, and the block of all others.
  var prefix = TableRange()
  var items = BlockIndex.acceptAll
  var minProperties: UInt32 = 0
  var maxProperties = UInt32.max
  /// The walk over an object's members.
  var plan: UInt32

  /// What is asked of strings beside their length. The common forms are run without a loop over instructions.
  enum Form: UInt8 { case length, lanes, listed, code }

  /// Whether numbers must be integers, and whether `1.0` is one (draft 4: it is not).
  enum Integers: UInt8 { case notAsked, byValue, byText }

  /// - Parameter plan: that of an object of which nothing is asked.
  init(plan: UInt32) { self.plan = plan }
}

/// The fused forms of all blocks of a program.
struct FusedTable {
  private(set) var blocks: [FusedBlock] = []
  private(set) var code: [Instruction] = []
  /// Nothing milder than an error can be found: a document that is valid has no findings at all.
  private(set) var findsErrorsOnly = true
  private let program: Program
  private let patterns: [PatternEntry]

  init(_ program: Program, _ patterns: [PatternEntry]) {
    self.program = program
    self.patterns = patterns
    for index in program.blocks.indices { blocks.append(fused(program.blocks[forwarded(index)])) }
    // A name may be any string, but for one that is asked for more than a string can tell at once.
    for index in blocks.indices where !takesNames(blocks[index]) { blocks[index].taped |= Block.bit(.object) }
    findsErrorsOnly = !isMilder
  }

  /// A block that only names another is that one.
  private func forwarded(_ index: Int) -> Int {
    var index = index
    // References that lead back to themselves were refused; the bound is for those who change that.
    for _ in program.blocks.indices {
      guard let target = target(of: program.blocks[index]) else { return index }
      index = target
    }
    return index
  }

  private func target(of block: Block) -> Int? {
    let ranges = [block.strings, block.numbers, block.arrays, block.objects]
    guard block.any.count == 1, ranges.allSatisfy({ $0 == block.any }), block.kinds == Block.allKinds,
      !block.integersOnly, !block.opensFrame, !block.keepsMarks, let only = program.instructions(block.any).first,
      only.opcode == .call, only.rank == .error, !only.marks
    else { return nil }
    return Int(only.a)
  }

  private mutating func fused(_ block: Block) -> FusedBlock {
    var result = FusedBlock(plan: UInt32(program.plans.count))
    if block.opensFrame || block.keepsMarks { result.taped = Block.allKinds }
    if block.typeSite != .none, block.typeRank == .error {
      result.kinds = block.kinds
      if block.integersOnly { result.integers = block.integersAreLexical ? .byText : .byValue }
    }
    for kind in [NodeKind.null, .false, .true] { addLiteral(kind, block, &result) }
    addStrings(block, &result)
    addNumbers(block, &result)
    addArrays(block, &result)
    addObjects(block, &result)
    return result
  }

  /// What can fail a verdict: milder keywords only tell something.
  private func asked(_ range: TableRange) -> [Instruction] {
    program.instructions(range).filter { $0.rank == .error || $0.marks }
  }

  private func addLiteral(_ kind: NodeKind, _ block: Block, _ result: inout FusedBlock) {
    for instruction in asked(block.instructions(for: kind)) {
      switch instruction.opcode {
      case .fail: result.kinds &= ~Block.bit(kind)
      case .anyValue: result.kinds &= ~(Block.bit(kind) & ~program.valueSets[Int(instruction.a)].literals)
      default: result.taped |= Block.bit(kind)
      }
    }
  }

  private mutating func addStrings(_ block: Block, _ result: inout FusedBlock) {
    var rest: [Instruction] = []
    for instruction in asked(block.strings) {
      switch instruction.opcode {
      case .fail: result.kinds &= ~Block.bit(.string)
      case .minLength: result.minLength = max(result.minLength, instruction.a)
      case .maxLength: result.maxLength = min(result.maxLength, instruction.a)
      case .pattern, .format, .anyValue: rest.append(instruction)
      default: result.taped |= Block.bit(.string)
      }
    }
    addForm(rest, &result)
  }

  private mutating func addForm(_ code: [Instruction], _ result: inout FusedBlock) {
    if code.count == 1, let only = code.first {
      if only.opcode == .anyValue {
        result.form = .listed
        result.strings = TableRange(start: only.a, count: 1)
        return
      }
      let entry = only.opcode == .pattern ? patterns[Int(only.a)] : nil
      if let entry, entry.form == .lanes {
        result.form = .lanes
        result.strings = entry.steps
        result.isAnchoredAtEnd = entry.isAnchoredAtEnd
        return
      }
    }
    if !code.isEmpty { result.form = .code }
    result.strings = add(code)
  }

  private mutating func addNumbers(_ block: Block, _ result: inout FusedBlock) {
    var rest: [Instruction] = []
    for instruction in asked(block.numbers) {
      switch instruction.opcode {
      case .fail: result.kinds &= ~Block.bit(.number)
      case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf: rest.append(instruction)
      case .anyValue where program.valueSets[Int(instruction.a)].others.isEmpty: result.kinds &= ~Block.bit(.number)
      default: result.taped |= Block.bit(.number)
      }
    }
    result.numbers = add(rest)
  }

  private func addArrays(_ block: Block, _ result: inout FusedBlock) {
    var (first, others) = (0, 0)
    for instruction in asked(block.arrays) {
      switch instruction.opcode {
      case .fail: result.kinds &= ~Block.bit(.array)
      case .minItems: result.minItems = max(result.minItems, instruction.a)
      case .maxItems: result.maxItems = min(result.maxItems, instruction.a)
      case .prefixItems where !instruction.marks:
        result.prefix = TableRange(start: instruction.a, count: instruction.b)
        first += 1
      case .items where !instruction.marks && (instruction.b == 0 || instruction.b == result.prefix.count):
        result.items = BlockIndex(raw: instruction.a)
        // All items from the first on, beside blocks for the first: two schemas for one value.
        if instruction.b == 0 && first > 0 { result.taped |= Block.bit(.array) }
        others += 1
      case .anyValue where program.valueSets[Int(instruction.a)].others.isEmpty: result.kinds &= ~Block.bit(.array)
      default: result.taped |= Block.bit(.array)
      }
    }
    if first > 1 || others > 1 { result.taped |= Block.bit(.array) }
  }

  private func addObjects(_ block: Block, _ result: inout FusedBlock) {
    var walks = 0
    for instruction in asked(block.objects) {
      switch instruction.opcode {
      case .fail: result.kinds &= ~Block.bit(.object)
      case .minProperties: result.minProperties = max(result.minProperties, instruction.a)
      case .maxProperties: result.maxProperties = min(result.maxProperties, instruction.a)
      case .members where isPlain(program.plans[Int(instruction.a)]):
        result.plan = instruction.a
        walks += 1
      case .anyValue where program.valueSets[Int(instruction.a)].others.isEmpty: result.kinds &= ~Block.bit(.object)
      default: result.taped |= Block.bit(.object)
      }
    }
    if walks > 1 { result.taped |= Block.bit(.object) }
  }

  private func isPlain(_ plan: MemberPlan) -> Bool {
    !plan.marks && plan.ranks.allSatisfy { $0 == SeverityRank.error.raw }
  }

  /// Names are judged as strings are.
  private func takesNames(_ block: FusedBlock) -> Bool {
    guard Int(block.plan) < program.plans.count else { return true }
    let names = program.plans[Int(block.plan)].names
    return names == .acceptAll || blocks[Int(names.raw)].taped & Block.bit(.string) == 0
  }

  private mutating func add(_ instructions: [Instruction]) -> TableRange {
    let start = code.count
    code += instructions
    return TableRange(start: UInt32(start), count: UInt32(instructions.count))
  }

  private var isMilder: Bool {
    let error = SeverityRank.error
    return program.code.contains { $0.rank != error || $0.opcode == .deprecated }
      || program.blocks.contains { $0.typeSite != .none && $0.typeRank != error }
      || program.plans.contains { $0.ranks.contains { $0 != error.raw } }
      || program.containments.contains { $0.minimumRank != error || $0.maximumRank != error }
      || program.conditionals.contains { $0.thenRank != error || $0.otherwiseRank != error }
  }
}
