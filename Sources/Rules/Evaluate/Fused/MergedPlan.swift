/// The walks of several schemas over one object's members as one: `allOf` and `$ref` beside `properties`.
struct MergedPlan {
  private struct Property {
    let name: [UInt8]
    /// The same in the program's table of bytes.
    let range: TableRange
    var block: BlockIndex
    var isRequired: Bool
  }

  private let program: Program
  /// In the order of the plans.
  private var properties: [Property] = []
  private var additional = BlockIndex.acceptAll

  /// Past this many names the object is read to a tape instead: merging takes time when rules are compiled.
  private static let mostNames = 256

  /// nil where two blocks would apply to one member, or where names are asked for more than which they are.
  init?(_ plans: [MemberPlan], of program: Program) {
    self.program = program
    for plan in plans where !add(plan) { return nil }
  }

  private mutating func add(_ plan: MemberPlan) -> Bool {
    guard plan.names == .acceptAll, plan.patterns.isEmpty,
      properties.count + Int(plan.properties.count) <= Self.mostNames
    else { return false }
    var places: [[UInt8]: Int] = [:]
    for (place, property) in properties.enumerated() { places[property.name] = place }
    var isNamed = [Bool](repeating: false, count: properties.count)
    for index in plan.properties.start..<plan.properties.end {
      let entry = program.properties[Int(index)]
      let name = Array(program.bytes[Int(entry.name.start)..<Int(entry.name.end)])
      let block = entry.isProperty ? entry.block : plan.additional
      guard let both = Self.both(places[name].map { properties[$0].block } ?? additional, block) else { return false }
      if let place = places[name] {
        isNamed[place] = true
        properties[place].block = both
        properties[place].isRequired = properties[place].isRequired || entry.isRequired
      } else {
        properties.append(Property(name: name, range: entry.name, block: both, isRequired: entry.isRequired))
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
        name: property.range, block: property.block,
        entry: UInt32(place) | KeySlot.propertyBit | (property.isRequired ? KeySlot.requiredBit : 0))
    }
    plan.table = KeyTableBuilder.build(keys, bytes: program.bytes, slots: &slots)
    return plan
  }
}
