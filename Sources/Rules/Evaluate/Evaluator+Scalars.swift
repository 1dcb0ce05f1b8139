// Strings and numbers.
extension Evaluator {
  /// Lengths are in code points. Strings carry theirs from the scanner; names are counted when a rule asks.
  @inline(__always)
  func codePoints(_ value: Node) -> Int {
    if value.kind == .string { return value.auxiliary }
    return value.flags.contains(.nonASCII) ? Self.countCodePoints(document.content(value), value.length) : value.length
  }

  @inline(never)
  private static func countCodePoints(_ content: UnsafePointer<UInt8>, _ length: Int) -> Int {
    var count = 0
    for index in 0..<length where content[index] & 0xC0 != 0x80 { count &+= 1 }
    return count
  }

  @inline(__always)
  mutating func length(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let count = codePoints(document.node(node))
    let isWithin = instruction.opcode == .minLength ? count >= Int(instruction.a) : count <= Int(instruction.a)
    return isWithin ? .valid : fail(instruction, node, context, .count(count))
  }

  @inline(never)
  mutating func count(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let count = document.node(node).length
    let isLeast = instruction.opcode == .minItems || instruction.opcode == .minProperties
    let isWithin = isLeast ? count >= Int(instruction.a) : count <= Int(instruction.a)
    return isWithin ? .valid : fail(instruction, node, context, .count(count))
  }

  @inline(never)
  mutating func format(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let value = document.node(node)
    // SAFETY: the compiler only writes raw values of formats; the content lives as long as the document.
    let format = unsafeBitCast(UInt8(truncatingIfNeeded: instruction.a), to: Format.self)
    let content = UnsafeBufferPointer(start: document.content(value), count: value.length)
    return format.matches(content.span) ? .valid : fail(instruction, node, context)
  }

  @inline(__always)
  private func number(_ value: Node) -> ExactNumber {
    ExactNumber(document.content(value), count: value.length)
  }

  @inline(never)
  mutating func order(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let order = number(document.node(node)).compared(to: program.number(instruction.a))
    if order == .undecided { return exhausted(.numberSteps, instruction, node, context) }
    return instruction.opcode.accepts(order) ? .valid : fail(instruction, node, context)
  }

  @inline(never)
  mutating func multiple(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    switch number(document.node(node)).isMultiple(of: program.number(instruction.a), steps: limits.numberSteps) {
    case .multiple: .valid
    case .notMultiple: fail(instruction, node, context)
    case .undecided: exhausted(.numberSteps, instruction, node, context)
    }
  }

  // MARK: - enum and const

  @inline(__always)
  mutating func anyValue(_ instruction: Instruction, _ node: NodeIndex, _ context: Context) -> Outcome {
    let set = program.valueSets + Int(instruction.a)
    let value = document.node(node)
    let found: ValueComparison.Equality
    switch value.kind {
    case .string, .key: found = contains(set.pointee.strings, value) ? .equal : .different
    case .null, .false, .true:
      found = set.pointee.literals &>> UInt16(truncatingIfNeeded: value.kind.rawValue) & 1 != 0 ? .equal : .different
    case .number, .array, .object: found = search(set, node)
    }
    switch found {
    case .equal: return .valid
    case .different: return fail(instruction, node, context, .values(instruction.a))
    case .undecided: return exhausted(.numberSteps, instruction, node, context)
    }
  }

  @inline(__always)
  private func contains(_ table: KeyTable, _ value: Node) -> Bool {
    let content = document.content(value)
    return program.find(table, content, value.length) != nil
  }

  @inline(never)
  private mutating func search(_ set: UnsafePointer<ValueSet>, _ node: NodeIndex) -> ValueComparison.Equality {
    // Where the stack is short a hash stands for nothing.
    if !set.pointee.table.isEmpty, !StackGuard.isLow() { return searchByHash(set.pointee.table, node) }
    var result = ValueComparison.Equality.different
    for constant in set.pointee.others.start..<set.pointee.others.end {
      switch compare(node, constant) {
      case .equal: return .equal
      case .undecided: result = .undecided
      case .different: continue
      }
    }
    return result
  }

  /// O(bytes of the value), however many the rules list. SAFETY: half of the slots are empty, so that the search ends.
  private mutating func searchByHash(_ table: TableRange, _ node: NodeIndex) -> ValueComparison.Equality {
    let slots = program.valueSlots + Int(table.start)
    let hash = ValueComparison.hash(node, document)
    let tag = UInt32(truncatingIfNeeded: hash &>> 32)
    var place = Int(truncatingIfNeeded: hash) & (Int(table.count) &- 1)
    var result = ValueComparison.Equality.different
    while slots[place].constant != .max {
      if slots[place].hash == tag {
        switch compare(node, slots[place].constant) {
        case .equal: return .equal
        case .undecided: result = .undecided
        case .different: break
        }
      }
      place = (place &+ 1) & (Int(table.count) &- 1)
    }
    return result
  }

  private func compare(_ node: NodeIndex, _ constant: UInt32) -> ValueComparison.Equality {
    ValueComparison.compare(node, document, program.constantNodes[Int(constant)], program.constants)
  }
}
