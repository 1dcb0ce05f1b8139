/// The fused forms of all blocks of a program.
struct FusedTable {
  /// The program's, at their own indexes, and behind them those that were made of several.
  var blocks: [FusedBlock] = []
  private(set) var code: [Instruction] = []
  /// The program's plans, that of objects of which nothing is asked, and those that were merged from several.
  private(set) var plans: [MemberPlan]
  var conditions: [FusedCondition] = []
  var choices: [FusedChoice] = []
  /// The blocks that the branches of choices are entered by.
  var entries: [BlockIndex] = []
  private(set) var slots: [KeySlot]
  /// Some failures count as less than an error. Here all count as one: what passes has no findings at all, and of what
  /// does not nothing is known.
  let isStrict: Bool
  /// Nothing milder than an error can be found: a document that is valid has no findings at all.
  private(set) var findsErrorsOnly = true
  let program: Program
  private let patterns: PatternTable
  /// Blocks whose objects are looked at once all blocks are known.
  private var waiting: [Waiting] = []

  init(_ program: Program, _ patterns: PatternTable) {
    self.program = program
    self.patterns = patterns
    plans = program.plans + [MemberPlan()]
    slots = program.slots
    isStrict = program.hasMilderFailures
    var collector = KindCodeCollector(program, isStrict: isStrict)
    blocks.reserveCapacity(program.blocks.count)
    for block in program.blocks { blocks.append(fused(block, &collector)) }
    add(waiting, collector)
    // A name may be any string, but for one that is asked for more than a string can tell at once.
    for index in blocks.indices where !takesNames(blocks[index]) { blocks[index].taped |= Block.bit(.object) }
    findsErrorsOnly = !isStrict && !program.code.contains { $0.opcode == .deprecated }
  }

  /// Those of values.
  private static let kinds = NodeKind.allCases.filter { $0 != .key }

  private mutating func fused(_ block: Block, _ collector: inout KindCodeCollector) -> FusedBlock {
    var result = FusedBlock(plan: UInt32(program.plans.count))
    for kind in Self.kinds {
      if collector.asksForTypeOnly(block, kind, &result) { continue }
      let asked = collector.code(of: block, kind)
      if asked.isFree { continue }
      if !asked.isTaken { result.kinds &= ~Block.bit(kind) }
      if !asked.isComplete { result.taped |= Block.bit(kind) }
      switch kind {
      case .string, .key: addStrings(asked, &result)
      case .number: addNumbers(asked, &result)
      case .array: addArrays(asked, &result)
      case .object: addObjects(asked, &result)
      case .null, .false, .true: addLiteral(kind, asked, &result)
      }
    }
    addShortcut(&result)
    return result
  }

  private func addLiteral(_ kind: NodeKind, _ asked: KindCode, _ result: inout FusedBlock) {
    for instruction in asked.code {
      switch instruction.opcode {
      case .anyValue: result.kinds &= ~(Block.bit(kind) & ~program.valueSets[Int(instruction.a)].literals)
      default: result.taped |= Block.bit(kind)
      }
    }
  }

  private mutating func addStrings(_ asked: KindCode, _ result: inout FusedBlock) {
    let start = code.count
    result.normalizerList = asked.normalizerList
    for instruction in asked.code {
      switch instruction.opcode {
      case .minLength: result.minLength = max(result.minLength, instruction.a)
      case .maxLength: result.maxLength = min(result.maxLength, instruction.a)
      case .pattern, .format, .anyValue, .anyOf, .oneOf: code.append(instruction)
      default: result.taped |= Block.bit(.string)
      }
    }
    addForm(from: start, &result)
  }

  /// - Parameter start: where what is asked begins in the table of code, whose end it is; one instruction needs none.
  private mutating func addForm(from start: Int, _ result: inout FusedBlock) {
    if code.count == start + 1 {
      let only = code[start]
      if only.opcode == .anyValue {
        code.removeLast()
        result.form = .listed
        result.strings = TableRange(start: only.a, count: 1)
        return
      }
      if only.opcode == .pattern {
        code.removeLast()
        addPattern(only.a, &result)
        return
      }
    }
    if code.count > start { result.form = .code }
    result.strings = range(from: start)
  }

  private func addPattern(_ pattern: UInt32, _ result: inout FusedBlock) {
    let entry = patterns.entries[Int(pattern)]
    if entry.form != .lanes {
      result.form = .pattern
      result.strings = TableRange(start: pattern, count: 1)
      return
    }
    result.form = .lanes
    result.strings = entry.steps
    result.isAnchoredAtEnd = entry.isAnchoredAtEnd
  }

  /// Once all is known of strings.
  private func addShortcut(_ result: inout FusedBlock) {
    guard result.kinds & ~result.taped & Block.bit(.string) != 0, result.normalizerList == 0 else { return }
    let isOfAnyLength = result.minLength == 0 && result.maxLength == .max
    switch result.form {
    case .length: result.shortcut = .length
    case .lanes where isOfAnyLength && result.isAnchoredAtEnd && result.strings.count == 1:
      guard let length = patterns.plainLengths[Int(result.strings.start)] else { return }
      result.shortcut = .fixed
      result.fixedLength = UInt8(length)
    case .listed where isOfAnyLength && program.valueSets[Int(result.strings.start)].strings.isDirect:
      result.shortcut = .listed
    case .pattern where patterns.entries[Int(result.strings.start)].form == .automaton: result.shortcut = .automaton
    default: return
    }
  }

  private mutating func addNumbers(_ asked: KindCode, _ result: inout FusedBlock) {
    result.integers = asked.integers
    let start = code.count
    for instruction in asked.code {
      switch instruction.opcode {
      case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf: code.append(instruction)
      case .anyValue where program.valueSets[Int(instruction.a)].others.isEmpty: result.kinds &= ~Block.bit(.number)
      case .anyValue where isOfFewNumbers(program.valueSets[Int(instruction.a)]): code.append(instruction)
      default: result.taped |= Block.bit(.number)
      }
    }
    result.numbers = range(from: start)
  }

  /// Whether all values that are compared are numbers, and few enough to compare with each.
  private func isOfFewNumbers(_ set: ValueSet) -> Bool {
    set.others.count <= 16
      && program.constantNodes[Int(set.others.start)..<Int(set.others.end)]
        .allSatisfy { program.constants.kind(at: $0) == .number }
  }

  private func addArrays(_ asked: KindCode, _ result: inout FusedBlock) {
    var (first, others, fromFirst) = (0, 0, 0)
    for instruction in asked.code {
      switch instruction.opcode {
      case .minItems: result.minItems = max(result.minItems, instruction.a)
      case .maxItems: result.maxItems = min(result.maxItems, instruction.a)
      case .prefixItems:
        result.prefix = TableRange(start: instruction.a, count: instruction.b)
        first += 1
      case .items where instruction.b == 0 || instruction.b == result.prefix.count:
        result.items = BlockIndex(raw: instruction.a)
        others += 1
        if instruction.b == 0 { fromFirst += 1 }
      case .anyValue where program.valueSets[Int(instruction.a)].others.isEmpty: result.kinds &= ~Block.bit(.array)
      default: result.taped |= Block.bit(.array)
      }
    }
    // Two schemas for one item: also all items from the first on, beside blocks for the first.
    if first > 1 || others > 1 || first > 0 && fromFirst > 0 { result.taped |= Block.bit(.array) }
  }

  private mutating func addObjects(_ asked: KindCode, _ result: inout FusedBlock) {
    var walks: [UInt32] = []
    if asked.isTaken, asked.isComplete, asked.code.contains(where: { Self.mayWait($0.opcode) }) {
      waiting.append(Waiting(index: blocks.count, code: asked.code))
    }
    for instruction in asked.code {
      switch instruction.opcode {
      case .minProperties: result.minProperties = max(result.minProperties, instruction.a)
      case .maxProperties: result.maxProperties = min(result.maxProperties, instruction.a)
      case .members where isPlain(plans[Int(instruction.a)]):
        if !walks.contains(instruction.a) { walks.append(instruction.a) }
      case .anyValue where program.valueSets[Int(instruction.a)].others.isEmpty: result.kinds &= ~Block.bit(.object)
      default: result.taped |= Block.bit(.object)
      }
    }
    guard let first = walks.first, result.taped & Block.bit(.object) == 0 else { return }
    if let plan = walks.count == 1 ? first : merged(walks) {
      result.plan = plan
      result.isDirect = isDirect(plans[Int(plan)])
    } else {
      result.taped |= Block.bit(.object)
    }
  }

  /// - Parameter names: what the walk must know too, in the table of bytes, each once; they come first.
  mutating func merged(_ walks: [UInt32], mentioning names: [TableRange] = []) -> UInt32? {
    guard let merged = MergedPlan(walks.map { plans[Int($0)] }, of: program, mentioning: names) else { return nil }
    plans.append(merged.plan(&slots))
    return UInt32(plans.count - 1)
  }

  func isDirect(_ plan: MemberPlan) -> Bool {
    plan.table.isDirect && plan.names == .acceptAll && plan.patterns.isEmpty
  }

  func isPlain(_ plan: MemberPlan) -> Bool {
    !plan.marks && (isStrict || !plan.hasMilderRanks)
  }

  /// Names are judged as strings are.
  func takesNames(_ block: FusedBlock) -> Bool {
    let names = plans[Int(block.plan)].names
    return names == .acceptAll || blocks[Int(names.raw)].taped & Block.bit(.string) == 0
  }

  private func range(from start: Int) -> TableRange {
    TableRange(start: UInt32(start), count: UInt32(code.count - start))
  }
}

extension Program {
  /// Whether a failure counts as less than an error. A deprecated value is none.
  fileprivate var hasMilderFailures: Bool {
    hasMilderRanks || code.contains { $0.rank != .error && $0.opcode != .deprecated }
  }

  /// Whether something besides instructions counts as less than an error.
  private var hasMilderRanks: Bool {
    let error = SeverityRank.error
    return blocks.contains { $0.typeSite != .none && $0.typeRank != error }
      || plans.contains(where: \.hasMilderRanks)
      || containments.contains { $0.minimumRank != error || $0.maximumRank != error }
      || conditionals.contains { $0.thenRank != error || $0.otherwiseRank != error }
  }
}
