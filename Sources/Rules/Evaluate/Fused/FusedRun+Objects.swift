extension FusedRun {
  /// The members, one after the other: the name picks the block, the value is judged under it.
  ///
  /// SAFETY: the block's plan and its table are the program's own; positions end at the zeros behind the text.
  @inline(__always)
  mutating func object(_ start: Position, _ block: UnsafePointer<FusedBlock>) -> Position? {
    let plan = program.plans + Int(block.pointee.plan)
    let table = plan.pointee.table
    let isPlain = plan.pointee.names == .acceptAll && plan.pointee.patterns.isEmpty
    let floor = names.pointee.count
    // One bit for each of the first names that the rules know.
    var seen: UInt64 = 0
    var required: UInt32 = 0
    var count: UInt32 = 0
    var position = ByteScan.nonSpace(start + 1)
    if position.pointee != 0x7D {
      while true {
        if position.pointee != 0x22 { return nil }
        let content = position + 1
        guard let name = scanned(content) else { return nil }
        position = ByteScan.nonSpace(name.end)
        if position.pointee != 0x3A { return nil }
        position = ByteScan.nonSpace(position + 1)
        let words = KeyWords(content, count: name.length)
        let hash = words.hash(count: name.length)
        let slot = program.find(table, content, name.length, words, hash)
        if let slot, slot.pointee.entry & KeySlot.entryMask < 64 {
          required &+= slot.pointee.entry &>> 31
          let bit: UInt64 = 1 &<< UInt64(slot.pointee.entry & 63)
          if seen & bit != 0 { return nil }
          seen |= bit
        } else {
          required &+= (slot?.pointee.entry ?? 0) &>> 31
          push(content, name.length, hash)
        }
        let end: Position?
        if isPlain {
          // What `additionalProperties` does not speak of stands under no block.
          let isProperty = slot.map { $0.pointee.entry & KeySlot.propertyBit != 0 } ?? false
          end = value(position, isProperty ? slot?.pointee.block ?? .acceptAll : plan.pointee.additional)
        } else {
          end = member(position, plan, slot, content, name)
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
    return isDistinct && isWithin && required == plan.pointee.requiredCount ? position + 1 : nil
  }

  @inline(__always)
  private func push(_ content: Position, _ length: Int, _ hash: UInt32) {
    names.pointee.push(
      NameStack.Name(
        offset: UInt32(truncatingIfNeeded: content - scanner.base), length: UInt32(truncatingIfNeeded: length),
        hash: hash))
  }

  /// One member's value where names are asked for something, or patterns may add blocks.
  @inline(never)
  private mutating func member(
    _ position: Position, _ plan: UnsafePointer<MemberPlan>, _ slot: UnsafePointer<KeySlot>?, _ content: Position,
    _ name: Scanner.ScannedString
  ) -> Position? {
    if plan.pointee.names != .acceptAll, !isName(plan.pointee.names, content, name) { return nil }
    return patterned(position, plan, slot, content, name.length)
  }

  private mutating func isName(_ index: BlockIndex, _ content: Position, _ name: Scanner.ScannedString) -> Bool {
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
