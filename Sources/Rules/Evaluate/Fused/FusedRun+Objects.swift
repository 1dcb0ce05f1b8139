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
      if position.pointee != 0x22 { return nil }
      var content = position + 1
      while true {
        let stops = marks.stops(from: content)
        let name: Name
        if isDirect, let known = knownName(content, table, stops) {
          name = known
        } else {
          guard let any = isDirect ? otherName(content, table, stops) : anyName(content, table, stops) else {
            return nil
          }
          name = any
        }
        guard let first = Self.value(behind: name.end) else { return nil }
        if name.entry & KeySlot.entryMask < 64 {
          let bit: UInt64 = 1 &<< UInt64(name.entry & 63)
          if seen & bit != 0 { return nil }
          seen |= bit
        } else {
          required &+= name.entry &>> 31
        }
        let end: Position?
        if isPlain {
          // What `additionalProperties` does not speak of stands under no block.
          let ahead = Ahead(name: content, stops: name.isPlain ? stops : 0)
          end = value(first, name.isProperty ? name.block : plan.pointee.additional, ahead)
        } else {
          end = member(first, plan, content, name)
        }
        guard let end else { return nil }
        count &+= 1
        // Without white space the next name follows at once: `,"`.
        if UnsafeRawPointer(end).loadUnaligned(as: UInt16.self) == UInt16(littleEndian: 0x222C) {
          content = end + 2
          continue
        }
        position = ByteScan.nonSpace(end)
        if position.pointee != 0x2C { break }
        position = ByteScan.nonSpace(position + 1)
        if position.pointee != 0x22 { return nil }
        content = position + 1
      }
      if position.pointee != 0x7D { return nil }
    }
    let isDistinct = names.pointee.pop(to: floor, scanner.base)
    let isWithin = count >= block.pointee.minProperties && count <= block.pointee.maxProperties
    let isComplete = ~seen & plan.pointee.requiredFirst == 0 && required == plan.pointee.requiredOthers
    guard isDistinct && isWithin && isComplete else { return nil }
    return block.pointee.conditions.isEmpty || holds(block, seen, start) ? position + 1 : nil
  }

  /// Where the value starts behind a name; nil where there is no colon.
  @inline(__always)
  private static func value(behind name: Position) -> Position? {
    if name.pointee == 0x3A, name[1] > 0x20 { return name + 1 }
    let colon = ByteScan.nonSpace(name)
    return colon.pointee == 0x3A ? ByteScan.nonSpace(colon + 1) : nil
  }

  /// A member's name.
  struct Name {
    let end: Position
    let length: Int
    let codePoints: Int
    /// Written as it is: the first stop is its end.
    let isPlain: Bool
    /// What the table says of the name: ``KeySlot/entry``.
    let entry: UInt32
    let block: BlockIndex

    @inline(__always)
    var isProperty: Bool { entry & KeySlot.propertyBit != 0 }

    /// The entry of a name that the table does not have.
    static let unknown = KeySlot.entryMask
  }

  /// One of the first names of a table where text up to a quote is enough to find it.
  @inline(__always)
  private func knownName(_ content: Position, _ table: KeyTable, _ stops: UInt64) -> Name? {
    if stops == 0 { return nil }
    let length = stops.trailingZeroBitCount
    guard content[length] == 0x22, let slot = program.findDirectly(table, content, length),
      slot.pointee.entry & KeySlot.entryMask < 64
    else {
      return nil
    }
    return Name(
      end: content + length + 1, length: length, codePoints: length, isPlain: true, entry: slot.pointee.entry,
      block: slot.pointee.block)
  }

  /// Any name. What is not among the first names of the rules is noted: another may be equal.
  @inline(__always)
  private mutating func anyName(_ content: Position, _ table: KeyTable, _ stops: UInt64) -> Name? {
    var length = stops.trailingZeroBitCount
    var codePoints = length
    var end = content + length + 1
    let isPlain = stops != 0 && content[length] == 0x22 && marks.isPlain(content, count: length)
    if !isPlain {
      guard let string = rewritten(content) else { return nil }
      (length, codePoints, end) = (string.length, string.codePoints, string.end)
    }
    let slot = table.probes == 0 ? nil : program.find(table, content, length)
    let entry = slot?.pointee.entry ?? Name.unknown
    if entry & KeySlot.entryMask >= 64 {
      names.pointee.push(
        NameStack.Name(
          offset: UInt32(truncatingIfNeeded: content - scanner.base),
          length: UInt32(truncatingIfNeeded: length), hash: KeyWords(content, count: length).hash(count: length)))
    }
    return Name(
      end: end, length: length, codePoints: codePoints, isPlain: isPlain, entry: entry,
      block: slot?.pointee.block ?? .acceptAll)
  }

  /// The same out of line, for where it is seldom needed.
  @inline(never)
  private mutating func otherName(_ content: Position, _ table: KeyTable, _ stops: UInt64) -> Name? {
    anyName(content, table, stops)
  }

  /// One member's value where names are asked for something, or patterns may add blocks.
  @inline(never)
  private mutating func member(
    _ position: Position, _ plan: UnsafePointer<MemberPlan>, _ content: Position, _ name: Name
  ) -> Position? {
    if plan.pointee.names != .acceptAll, !isName(plan.pointee.names, content, name) { return nil }
    return patterned(position, plan, name, content)
  }

  private mutating func isName(_ index: BlockIndex, _ content: Position, _ name: Name) -> Bool {
    let block = program.fused + Int(index.raw)
    return takes(.string, block) && holds(block, content, name.length, name.codePoints)
  }

  /// Under several blocks the value is read to a tape.
  private mutating func patterned(
    _ position: Position, _ plan: UnsafePointer<MemberPlan>, _ name: Name, _ content: Position
  ) -> Position? {
    var isKnown = name.isProperty
    var first = isKnown ? name.block : .acceptAll
    var others = 0
    var isNormalized = program.blocks[Int(first.raw)].reachesNormalizer
    for index in plan.pointee.patterns.start..<plan.pointee.patterns.end {
      let entry = program.patternProperties[Int(index)]
      guard let matches = matches(entry.pattern, content, name.length) else { return nil }
      if !matches { continue }
      isKnown = true
      isNormalized = isNormalized || program.blocks[Int(entry.block.raw)].reachesNormalizer
      if first == .acceptAll { first = entry.block } else if entry.block != .acceptAll { others += 1 }
    }
    if !isKnown { return anyValue(position, plan.pointee.additional) }
    if others == 0 { return anyValue(position, first) }
    // All of them see the normalized value.
    isUndecided = isUndecided || isNormalized
    return underAll(position, plan, first, content, name.length)
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
