// Objects under `anyOf` and `oneOf`: which branch is meant is told by a look ahead, then the object is read once, under
// what the schema asks and the branch asks as one.
//
// SAFETY: a choice and its lists are the program's; the branches of a fused choice are 64 at most.
extension FusedRun {
  enum Pick {
    /// No other branch can hold.
    case only(BlockIndex)
    /// Where it holds it decides; another may hold where it does not.
    case guess(BlockIndex)
    case none
    case unclear
  }

  /// So deep choices inside choices of one object are followed, rules may go round in circles.
  private static let mostOpenChoices = 32

  /// An object that has branches to choose from.
  @inline(never)
  mutating func chosen(_ start: Position, _ block: UnsafePointer<FusedBlock>) -> Position? {
    let choice = program.fusedChoices + Int(block.pointee.choice)
    if openChoices >= Self.mostOpenChoices || !mayLook(from: start) { return taped(start, choice.pointee.origin) }
    openChoices &+= 1
    defer { openChoices &-= 1 }
    switch pick(start, choice) {
    case .only(let entry): return container(start, entry, true)
    case .guess(let entry): return guessed(start, entry, choice)
    case .none: return nil
    case .unclear: return taped(start, choice.pointee.origin)
    }
  }

  /// Where the branch does not hold the object is read again, to a tape, unless it has changed meanwhile.
  private mutating func guessed(
    _ start: Position, _ entry: BlockIndex, _ choice: UnsafePointer<FusedChoice>
  ) -> Position? {
    let floor = names.pointee.count
    if let end = container(start, entry, true) {
      // Strings are still to be judged.
      hasGuessed = true
      return end
    }
    names.pointee.drop(to: floor)
    if isUndecided || !judgeStrings() || !mayLook(from: start) {
      isUndecided = true
      return nil
    }
    guard let end = readTape(start) else { return nil }
    lookedBytes &+= end - start
    return evaluate(choice.pointee.origin) ? end : nil
  }

  private mutating func pick(_ start: Position, _ choice: UnsafePointer<FusedChoice>) -> Pick {
    let branches = program.choices + Int(choice.pointee.choice)
    switch branches.pointee.entrance {
    case .value: return pickByValue(start, choice, branches)
    case .names, .kind:
      return pickByNames(start, choice, bits(of: branches.pointee.kinds &+ UInt32(NodeKind.object.rawValue)))
    }
  }

  // MARK: - By the value of a property

  /// So many members are looked at before the property is taken as absent, where that can be tried.
  private static let mostBeforeGuess = 4

  private mutating func pickByValue(
    _ start: Position, _ choice: UnsafePointer<FusedChoice>, _ branches: UnsafePointer<Choice>
  ) -> Pick {
    let property = branches.pointee.property
    let absent = bits(of: branches.pointee.absent) | bits(of: branches.pointee.always)
    let guess = choice.pointee.firstDecides && absent.nonzeroBitCount == 1 ? entry(absent, choice) : nil
    var glance = firstMember(start)
    var count = 0
    while case .member(let name, let length, let value) = glance {
      if length == property.count, Bytes.equal(program.bytes + Int(property.start), name, count: length) {
        guard let list = list(ofValue: value, branches) else { return .unclear }
        return pick(among: list | bits(of: branches.pointee.always), start, choice)
      }
      count &+= 1
      if let guess, count >= Self.mostBeforeGuess || value.pointee | 0x20 == 0x7B { return .guess(guess) }
      glance = nextMember(behind: value)
    }
    guard case .end = glance else { return .unclear }
    return pick(among: absent, start, choice)
  }

  /// The branches to which the property's value leads; nil for a string with escapes.
  private mutating func list(ofValue position: Position, _ branches: UnsafePointer<Choice>) -> UInt64? {
    switch position.pointee {
    case 0x22:
      let end = marks.stop(from: position + 1)
      if end.pointee != 0x22 { return nil }
      return program.find(branches.pointee.table, position + 1, end - position - 1).map { bits(of: $0.pointee.entry) }
        ?? 0
    case 0x6E: return bits(of: branches.pointee.list(ofValue: .null))
    case 0x66: return bits(of: branches.pointee.list(ofValue: .false))
    case 0x74: return bits(of: branches.pointee.list(ofValue: .true))
    default: return bits(of: branches.pointee.otherValues)
    }
  }

  // MARK: - One of several

  private mutating func pick(among left: UInt64, _ start: Position, _ choice: UnsafePointer<FusedChoice>) -> Pick {
    left.nonzeroBitCount > 1 ? pickByNames(start, choice, left) : pick(amongLast: left, choice)
  }

  mutating func pick(amongLast left: UInt64, _ choice: UnsafePointer<FusedChoice>) -> Pick {
    if left == 0 { return .none }
    guard left.nonzeroBitCount == 1 || choice.pointee.firstDecides, let entry = entry(left, choice) else {
      return .unclear
    }
    return left.nonzeroBitCount == 1 ? .only(entry) : .guess(entry)
  }

  /// The block by which the first of some branches is entered.
  @inline(__always)
  mutating func entry(_ bits: UInt64, _ choice: UnsafePointer<FusedChoice>) -> BlockIndex? {
    let entry = program.entries[Int(choice.pointee.entries.start) &+ bits.trailingZeroBitCount]
    return entry == FusedChoice.noEntry ? nil : entry
  }

  /// The positions of a list of branches.
  @inline(__always)
  private mutating func bits(of list: UInt32) -> UInt64 {
    let range = program.branchLists[Int(list)]
    var bits: UInt64 = 0
    for place in range.start..<range.end { bits |= 1 &<< UInt64(program.branches[Int(place)]) }
    return bits
  }
}
