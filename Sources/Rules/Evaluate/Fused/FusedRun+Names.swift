// Which branches of a choice the names of an object allow.
//
// SAFETY: as for choices.
extension FusedRun {
  /// So many names and branches are compared.
  private static let mostNames = 32
  private static let mostBranches = 8
  private static let deepestNames = 2

  /// Leaves the branches that require no other names than those that are present, and allow those.
  mutating func pickByNames(_ start: Position, _ choice: UnsafePointer<FusedChoice>, _ possible: UInt64) -> Pick {
    if possible.nonzeroBitCount > Self.mostBranches { return .unclear }
    return withUnsafeTemporaryAllocation(of: GlancedName.self, capacity: Self.mostNames) { names in
      guard let count = glance(start, names) else { return .unclear }
      var (rest, left) = (possible, UInt64(0))
      while rest != 0 {
        let bit = rest & (~rest &+ 1)
        rest &= ~bit
        guard let entry = entry(bit, choice), !allows(entry, names, count) else {
          left |= bit
          continue
        }
      }
      return pick(amongLast: left, choice)
    }
  }

  private struct GlancedName {
    let content: Position
    let length: Int
  }

  /// nil where there are too many, or one is unclear.
  private mutating func glance(_ start: Position, _ names: UnsafeMutableBufferPointer<GlancedName>) -> Int? {
    var glance = firstMember(start)
    var count = 0
    while case .member(let name, let length, let value) = glance {
      if count == names.count { return nil }
      names.initializeElement(at: count, to: GlancedName(content: name, length: length))
      count &+= 1
      glance = nextMember(behind: value)
    }
    guard case .end = glance else { return nil }
    return count
  }

  private mutating func allows(
    _ entry: BlockIndex, _ names: UnsafeMutableBufferPointer<GlancedName>, _ count: Int, _ level: Int = 0
  ) -> Bool {
    let block = program.fused + Int(entry.raw)
    if needsTape(.object, block) {
      return block.pointee.choice == FusedChoice.none
        || allows(anyOf: program.fusedChoices + Int(block.pointee.choice), names, count, level)
    }
    let plan = program.plans + Int(block.pointee.plan)
    let refusesOthers =
      plan.pointee.patterns.isEmpty
      && program.fused[Int(plan.pointee.additional.raw)].kinds & ~Block.bit(.key) == 0
    var seen: UInt64 = 0
    for index in 0..<count {
      let slot = program.find(plan.pointee.table, names[index].content, names[index].length)
      let entry = slot?.pointee.entry ?? 0
      if entry & KeySlot.propertyBit == 0 && refusesOthers { return false }
      if let slot, slot.pointee.entry & KeySlot.entryMask < 64 { seen |= 1 &<< UInt64(slot.pointee.entry & 63) }
    }
    return plan.pointee.requiredFirst & ~seen == 0
  }

  /// One of the branches inside a branch.
  private mutating func allows(
    anyOf choice: UnsafePointer<FusedChoice>, _ names: UnsafeMutableBufferPointer<GlancedName>, _ count: Int,
    _ level: Int
  ) -> Bool {
    if level >= Self.deepestNames || choice.pointee.entries.count > Self.mostBranches { return true }
    for place in choice.pointee.entries.start..<choice.pointee.entries.end {
      let entry = program.entries[Int(place)]
      if entry == FusedChoice.refused { continue }
      if entry == FusedChoice.noEntry || allows(entry, names, count, level &+ 1) { return true }
    }
    return false
  }
}
