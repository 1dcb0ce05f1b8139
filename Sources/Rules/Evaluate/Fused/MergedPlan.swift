/// The walks of several schemas over one object's members as one: `allOf` and `$ref` beside `properties`.
struct MergedPlan {
  private struct Property {
    /// In the program's table of bytes.
    let name: TableRange
    let words: KeyWords
    var block: BlockIndex
    var isRequired: Bool
  }

  private let program: Program
  /// In the order of the plans.
  private var properties: [Property] = []
  private var additional = BlockIndex.acceptAll
  /// Open addressing: places of properties plus one, 0 where a slot is free. At most half full.
  private var slots = [UInt16](repeating: 0, count: 2 * mostNames)

  /// Past this many names the object is read to a tape instead: merging takes time when rules are compiled.
  private static let mostNames = 256

  /// nil where two blocks would apply to one member, or where names are asked for more than which they are.
  ///
  /// - Parameter names: each once; they come first, whether a plan has them or not.
  init?(_ plans: [MemberPlan], of program: Program, mentioning names: [TableRange] = []) {
    self.program = program
    for name in names { mention(name) }
    for plan in plans where !add(plan) { return nil }
  }

  private mutating func mention(_ name: TableRange) {
    let words = KeyWords(program.bytes, Int(name.start)..<Int(name.end))
    let slot = slot(of: name, words)
    properties.append(Property(name: name, words: words, block: .acceptAll, isRequired: false))
    slots[slot] = UInt16(properties.count)
  }

  private mutating func add(_ plan: MemberPlan) -> Bool {
    guard plan.names == .acceptAll, plan.patterns.isEmpty,
      properties.count + Int(plan.properties.count) <= Self.mostNames
    else { return false }
    var isNamed = [Bool](repeating: false, count: properties.count)
    for index in plan.properties.start..<plan.properties.end {
      let entry = program.properties[Int(index)]
      let words = KeyWords(program.bytes, Int(entry.name.start)..<Int(entry.name.end))
      let slot = slot(of: entry.name, words)
      let known = slots[slot] == 0 ? nil : Int(slots[slot]) - 1
      let block = entry.isProperty ? entry.block : plan.additional
      guard let both = Self.both(known.map { properties[$0].block } ?? additional, block) else { return false }
      if let place = known {
        isNamed[place] = true
        properties[place].block = both
        properties[place].isRequired = properties[place].isRequired || entry.isRequired
      } else {
        properties.append(Property(name: entry.name, words: words, block: both, isRequired: entry.isRequired))
        slots[slot] = UInt16(properties.count)
      }
    }
    for place in isNamed.indices where !isNamed[place] {
      guard let both = Self.both(properties[place].block, plan.additional) else { return false }
      properties[place].block = both
    }
    guard let both = Self.both(additional, plan.additional) else { return false }
    additional = both
    return true
  }

  /// Where a name stands, or could.
  private func slot(of name: TableRange, _ words: KeyWords) -> Int {
    var slot = Int(words.hash(count: Int(name.count))) & (slots.count - 1)
    while slots[slot] != 0, !isSame(properties[Int(slots[slot]) - 1], name, words) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isSame(_ property: Property, _ name: TableRange, _ words: KeyWords) -> Bool {
    guard property.name.count == name.count, property.words.first == words.first, property.words.last == words.last
    else { return false }
    let (one, other) = (property.name, name)
    return name.count <= 16
      || program.bytes[Int(one.start)..<Int(one.end)] == program.bytes[Int(other.start)..<Int(other.end)]
  }

  private static func both(_ one: BlockIndex, _ other: BlockIndex) -> BlockIndex? {
    if one == .acceptAll || one == other { return other }
    return other == .acceptAll ? one : nil
  }

  /// The plan, whose table comes behind `slots`.
  func plan(_ slots: inout [KeySlot]) -> MemberPlan {
    var plan = MemberPlan()
    plan.additional = additional
    let keys = properties.enumerated().map { place, property in
      if property.isRequired { plan.require(place) }
      return KeyTableBuilder.Key(
        name: property.name, block: property.block,
        entry: UInt32(place) | KeySlot.propertyBit | (property.isRequired ? KeySlot.requiredBit : 0))
    }
    plan.table = KeyTableBuilder.build(keys, bytes: program.bytes, slots: &slots)
    return plan
  }
}
