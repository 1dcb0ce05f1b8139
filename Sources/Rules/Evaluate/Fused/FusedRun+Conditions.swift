// Conditions on an object that was read. SAFETY: a block's conditions lie in the program's table.
extension FusedRun {
  /// Whether an object satisfies what is asked of it as a whole.
  ///
  /// - Parameter seen: one bit for each of the names that its walk knows.
  @inline(never)
  mutating func holds(_ block: UnsafePointer<FusedBlock>, _ seen: UInt64, _ start: Position) -> Bool {
    let facts = ObjectFacts(seen: seen, start: start, table: program.plans[Int(block.pointee.plan)].table)
    var next = program.conditions + Int(block.pointee.conditions.start)
    let end = next + Int(block.pointee.conditions.count)
    while next < end {
      if !holds(next, facts) || isUndecided { return false }
      next += Int(next.pointee.count)
    }
    return true
  }

  private struct ObjectFacts {
    let seen: UInt64
    let start: Position
    let table: KeyTable
  }

  private mutating func holds(_ condition: UnsafePointer<FusedCondition>, _ facts: ObjectFacts) -> Bool {
    switch condition.pointee.kind {
    case .names: condition.pointee.names & ~facts.seen == 0
    case .value: satisfies(condition, facts)
    case .not: !holds(condition + 1, facts)
    case .all: count(condition, facts, upTo: .max, of: false) == 0
    case .any: count(condition, facts, upTo: 1, of: true) > 0
    case .one: count(condition, facts, upTo: 2, of: true) == 1
    case .conditional: holdsConditional(condition + 1, facts)
    }
  }

  /// How many operands come to `wanted`. Of those that do not the first is enough for who wants all.
  private mutating func count(
    _ condition: UnsafePointer<FusedCondition>, _ facts: ObjectFacts, upTo most: Int, of wanted: Bool
  ) -> Int {
    var next = condition + 1
    let end = condition + Int(condition.pointee.count)
    var count = 0
    while next < end {
      if holds(next, facts) == wanted {
        count &+= 1
        if count >= most || !wanted { return count }
      }
      next += Int(next.pointee.count)
    }
    return count
  }

  private mutating func holdsConditional(_ condition: UnsafePointer<FusedCondition>, _ facts: ObjectFacts) -> Bool {
    let then = condition + Int(condition.pointee.count)
    return holds(condition, facts) ? holds(then, facts) : holds(then + Int(then.pointee.count), facts)
  }

  /// A member that is absent, or whose value satisfies a block. A value that can't be read again leaves all undecided.
  private mutating func satisfies(_ condition: UnsafePointer<FusedCondition>, _ facts: ObjectFacts) -> Bool {
    if facts.seen &>> UInt64(condition.pointee.place) & 1 == 0 { return true }
    guard let value = value(of: condition.pointee.place, facts), let holds = judge(value, condition.pointee.block)
    else {
      isUndecided = true
      return false
    }
    return holds
  }

  private mutating func value(of place: UInt8, _ facts: ObjectFacts) -> Position? {
    guard mayLook(from: facts.start) else { return nil }
    var glance = firstMember(facts.start)
    while case .member(let name, let length, let value) = glance {
      if let slot = program.find(facts.table, name, length), slot.pointee.entry & KeySlot.entryMask == place {
        return value
      }
      glance = nextMember(behind: value)
    }
    return nil
  }

  /// A value that is no array and no object, which is well-formed; nil where that can't be told.
  private mutating func judge(_ position: Position, _ index: BlockIndex) -> Bool? {
    let block = program.fused + Int(index.raw)
    let first = position.pointee
    if first == 0x7B || first == 0x5B { return false }
    if first == 0x2D || first &- 0x30 < 10 { return number(position, index, block) != nil }
    if first != 0x22 { return literal(position, index, block) != nil }
    if !takes(.string, block) { return false }
    // Escapes would be undone where they stand.
    if marks.stop(from: position + 1).pointee != 0x22 { return nil }
    guard let string = Self.scanned(position + 1) else { return nil }
    return holds(block, position + 1, string.length, string.codePoints)
  }
}
