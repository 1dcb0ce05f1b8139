extension FusedRun {
  /// An object whose members' names are all looked up in one table: nothing else is asked of names.
  @inline(never)
  mutating func directObject(_ start: Position, _ block: UnsafePointer<FusedBlock>) -> Position? {
    object(start, block, isDirect: true)
  }

  /// Any object.
  @inline(never)
  mutating func anyObject(_ start: Position, _ block: UnsafePointer<FusedBlock>) -> Position? {
    object(start, block, isDirect: false)
  }

  /// The members, one after the other: the name picks the block, the value is judged under it.
  ///
  /// SAFETY: the block's plan and its table are the program's own; positions end at the zeros behind the text.
  @inline(__always)
  private mutating func object(_ start: Position, _ block: UnsafePointer<FusedBlock>, isDirect: Bool) -> Position? {
    let plan = program.plans + Int(block.pointee.plan)
    let table = plan.pointee.table
    let isPlain = isDirect || plan.pointee.names == .acceptAll && plan.pointee.patterns.isEmpty
    let floor = names.pointee.count
    // One bit for each of the first names that the rules know.
    var seen: UInt64 = 0
    // Required names behind those.
    var required: UInt32 = 0
    var count: UInt32 = 0
    var position = ByteScan.nonSpace(start + 1)
    if position.pointee != 0x7D {
      while true {
        if position.pointee != 0x22 { return nil }
        let content = position + 1
        let window = isDirect ? Window(at: content) : Window()
        let name: Name
        if isDirect, let known = knownName(content, table, window) {
          name = known
        } else {
          guard let any = isDirect ? otherName(content, table) : anyName(content, table) else { return nil }
          name = any
        }
        position = ByteScan.nonSpace(name.end)
        if position.pointee != 0x3A { return nil }
        position = ByteScan.nonSpace(position + 1)
        let entry = name.slot?.pointee.entry ?? 0
        if name.slot != nil, entry & KeySlot.entryMask < 64 {
          let bit: UInt64 = 1 &<< UInt64(entry & 63)
          if seen & bit != 0 { return nil }
          seen |= bit
        } else {
          required &+= entry &>> 31
        }
        let end: Position?
        if isPlain {
          // What `additionalProperties` does not speak of stands under no block.
          let isProperty = entry & KeySlot.propertyBit != 0
          end = value(position, isProperty ? name.slot?.pointee.block ?? .acceptAll : plan.pointee.additional, window)
        } else {
          end = member(position, plan, content, name)
        }
        guard let end else { return nil }
        count &+= 1
        position = ByteScan.nonSpace(end)
        if position.pointee != 0x2C { break }
        position = ByteScan.nonSpace(position + 1)
      }
      if position.pointee != 0x7D { return nil }
    }
    let isDistinct = names.pointee.pop(to: floor, scanner.base)
    let isWithin = count >= block.pointee.minProperties && count <= block.pointee.maxProperties
    let isComplete = ~seen & plan.pointee.requiredFirst == 0 && required == plan.pointee.requiredOthers
    return isDistinct && isWithin && isComplete ? position + 1 : nil
  }

  /// A member's name.
  struct Name {
    let end: Position
    let length: Int
    let codePoints: Int
    let slot: UnsafePointer<KeySlot>?
  }

  /// One of the first names of a table where text up to a quote is enough to find it.
  @inline(__always)
  private func knownName(_ content: Position, _ table: KeyTable, _ window: Window) -> Name? {
    let stops = window.stops(from: content)
    if stops == 0 { return nil }
    let length = stops.trailingZeroBitCount
    guard content[length] == 0x22, let slot = program.findDirectly(table, content, length),
      slot.pointee.entry & KeySlot.entryMask < 64
    else {
      return nil
    }
    return Name(end: content + length + 1, length: length, codePoints: length, slot: slot)
  }

  /// Any name. What is not among the first names of the rules is noted: another may be equal.
  @inline(__always)
  private mutating func anyName(_ content: Position, _ table: KeyTable) -> Name? {
    guard let string = Self.scanned(content) else { return nil }
    let slot = table.probes == 0 ? nil : program.find(table, content, string.length)
    if (slot?.pointee.entry ?? .max) & KeySlot.entryMask >= 64 {
      names.pointee.push(
        NameStack.Name(
          offset: UInt32(truncatingIfNeeded: content - scanner.base),
          length: UInt32(truncatingIfNeeded: string.length),
          hash: KeyWords(content, count: string.length).hash(count: string.length)))
    }
    return Name(end: string.end, length: string.length, codePoints: string.codePoints, slot: slot)
  }

  /// The same out of line, for where it is seldom needed.
  @inline(never)
  private mutating func otherName(_ content: Position, _ table: KeyTable) -> Name? { anyName(content, table) }

  /// One member's value where names are asked for something, or patterns may add blocks.
  @inline(never)
  private mutating func member(
    _ position: Position, _ plan: UnsafePointer<MemberPlan>, _ content: Position, _ name: Name
  ) -> Position? {
    if plan.pointee.names != .acceptAll, !isName(plan.pointee.names, content, name) { return nil }
    return patterned(position, plan, name.slot, content, name.length)
  }

  private mutating func isName(_ index: BlockIndex, _ content: Position, _ name: Name) -> Bool {
    let block = program.fused + Int(index.raw)
    return takes(.string, block) && holds(block, content, name.length, name.codePoints)
  }

  /// Under several blocks the value is read to a tape.
  private mutating func patterned(
    _ position: Position, _ plan: UnsafePointer<MemberPlan>, _ slot: UnsafePointer<KeySlot>?, _ content: Position,
    _ length: Int
  ) -> Position? {
    var isKnown = false
    var first = BlockIndex.acceptAll
    var others = 0
    if let slot, slot.pointee.entry & KeySlot.propertyBit != 0 {
      isKnown = true
      first = slot.pointee.block
    }
    for index in plan.pointee.patterns.start..<plan.pointee.patterns.end {
      let entry = program.patternProperties[Int(index)]
      guard let matches = matches(entry.pattern, content, length) else { return nil }
      if !matches { continue }
      isKnown = true
      if first == .acceptAll { first = entry.block } else if entry.block != .acceptAll { others += 1 }
    }
    if !isKnown { return anyValue(position, plan.pointee.additional) }
    if others == 0 { return anyValue(position, first) }
    return underAll(position, plan, first, content, length)
  }

  /// nil where the pattern's budget ran out.
  private mutating func matches(_ pattern: PatternIndex, _ content: Position, _ length: Int) -> Bool? {
    switch program.match(pattern, content, length, scratch, limits) {
    case .match: return true
    case .mismatch: return false
    case .exhausted:
      isUndecided = true
      return nil
    }
  }

  private mutating func underAll(
    _ position: Position, _ plan: UnsafePointer<MemberPlan>, _ first: BlockIndex, _ content: Position, _ length: Int
  ) -> Position? {
    guard let end = readTape(position), evaluate(first) else { return nil }
    for index in plan.pointee.patterns.start..<plan.pointee.patterns.end {
      let entry = program.patternProperties[Int(index)]
      guard let matches = matches(entry.pattern, content, length) else { return nil }
      if matches, !evaluate(entry.block) { return nil }
    }
    return end
  }
}
