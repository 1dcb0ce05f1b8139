/// Finds a seed under which no two names share a slot. Large sets, and sets that were chosen to collide, get a table
/// that is probed instead: as right, only slower.
enum KeyTableBuilder {
  struct Key {
    /// In the table of bytes.
    let name: TableRange
    var block = BlockIndex.acceptAll
    var entry: UInt32 = 0
  }

  private static let seedsTried: UInt32 = 512
  private static let largestPerfect = 256
  private static let mostSideBySide = 4
  /// Names that differ between their first and last eight bytes only have one hash: past this many all bytes are hashed.
  private static let mostProbes: UInt32 = 24

  /// The table of some keys, whose slots come behind `slots`.
  static func build(_ keys: [Key], bytes: [UInt8], slots: inout [KeySlot]) -> KeyTable {
    guard !keys.isEmpty else { return KeyTable(slots: TableRange(), probes: 0) }
    var built = build(keys, bytes)
    built.table.slots = TableRange(start: UInt32(slots.count), count: UInt32(built.slots.count))
    slots += built.slots
    return built.table
  }

  private static func build(_ keys: [Key], _ bytes: [UInt8]) -> (table: KeyTable, slots: [KeySlot]) {
    let entries = keys.map { entry($0, bytes) }
    let alike = keys.count <= largestPerfect ? mostAlike(entries) : .max
    if alike <= mostSideBySide {
      for factor in [2, 4, 8] {
        guard var found = perfect(entries, capacity: (keys.count * factor).nextPowerOfTwo, alike) else { continue }
        found.table.isDirect = found.table.probes == 1 && !keys.contains { needsEscape($0.name, bytes) }
        return found
      }
    }
    let capacity = (keys.count * 2).nextPowerOfTwo
    if let narrow = probed(entries, capacity: capacity, atMost: mostProbes) { return narrow }
    let wide = entries.map { (slot: $0.slot, folded: SeededHash.hash(bytes, $0.slot.range)) }
    guard var built = probed(wide, capacity: capacity, atMost: .max) else { return (KeyTable(), []) }
    built.table.isWide = true
    return built
  }

  /// RFC 8259, 7.
  private static func needsEscape(_ name: TableRange, _ bytes: [UInt8]) -> Bool {
    for index in Int(name.start)..<Int(name.end) {
      let byte = bytes[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return true }
    }
    return false
  }

  private static func shift(_ capacity: Int) -> UInt32 { UInt32(64 - capacity.trailingZeroBitCount) }

  /// Each name alone in its slot; those that no multiplier keeps apart lie side by side, with nobody else among them.
  private static func perfect(
    _ entries: [(slot: KeySlot, folded: UInt64)], capacity: Int, _ alike: Int
  ) -> (table: KeyTable, slots: [KeySlot])? {
    // A table of one slot would shift by the whole word.
    let capacity = max(2, capacity)
    let folded = entries.map(\.folded)
    let isSmall = alike == 1 && capacity <= UInt64.bitWidth
    // Which try used a slot last: nothing is cleared between two.
    var users = [UInt32](repeating: 0, count: isSmall ? 0 : capacity + alike)
    var firsts = [UInt64](repeating: 0, count: isSmall ? 0 : capacity + alike)
    var table = KeyTable(multiplier: KeyWords.golden, shift: shift(capacity), probes: UInt32(alike))
    for attempt in 1...seedsTried {
      if isSmall ? isPerfect(table, folded) : isPerfect(table, folded, attempt, &users, &firsts) {
        return (table, filled(table, entries, capacity + alike))
      }
      table.multiplier = table.multiplier &* KeyWords.golden &+ 2
    }
    return nil
  }

  /// For tables of at most 64 slots.
  private static func isPerfect(_ table: KeyTable, _ folded: [UInt64]) -> Bool {
    var used: UInt64 = 0
    for name in folded {
      let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: table.slot(name))
      if used & bit != 0 { return false }
      used |= bit
    }
    return true
  }

  /// So many are compared with each other.
  private static let few = 24

  private static func areDistinct(_ entries: [(slot: KeySlot, folded: UInt64)]) -> Bool {
    for index in entries.indices {
      let folded = entries[index].folded
      for other in 0..<index where entries[other].folded == folded { return false }
    }
    return true
  }

  /// The most names that differ between their first and last eight bytes only.
  private static func mostAlike(_ entries: [(slot: KeySlot, folded: UInt64)]) -> Int {
    if entries.count == 1 { return 1 }
    if entries.count <= few, areDistinct(entries) { return 1 }
    let sorted = entries.map(\.folded).sorted()
    var (most, run) = (1, 1)
    for index in sorted.indices.dropFirst() {
      run = sorted[index] == sorted[index - 1] ? run + 1 : 1
      most = max(most, run)
    }
    return most
  }

  private static func isPerfect(
    _ table: KeyTable, _ names: [UInt64], _ attempt: UInt32, _ users: inout [UInt32], _ firsts: inout [UInt64]
  ) -> Bool {
    for folded in names {
      var place = table.slot(folded)
      while users[place] == attempt, firsts[place] == folded { place += 1 }
      if users[place] == attempt { return false }
      users[place] = attempt
      firsts[place] = folded
    }
    return true
  }

  private static func filled(
    _ table: KeyTable, _ entries: [(slot: KeySlot, folded: UInt64)], _ capacity: Int
  ) -> [KeySlot] {
    var slots = [KeySlot](repeating: KeySlot(), count: capacity)
    for entry in entries {
      var place = table.slot(entry.folded)
      while slots[place].length != .max { place += 1 }
      slots[place] = entry.slot
    }
    return slots
  }

  /// Linear probing, with room behind the last slot so that no probe wraps around.
  private static func probed(
    _ entries: [(slot: KeySlot, folded: UInt64)], capacity: Int, atMost most: UInt32
  ) -> (table: KeyTable, slots: [KeySlot])? {
    var table = KeyTable(multiplier: KeyWords.golden, shift: shift(max(2, capacity)), probes: 1)
    var slots = [KeySlot](repeating: KeySlot(), count: max(2, capacity))
    for entry in entries {
      var place = table.slot(entry.folded)
      var probes: UInt32 = 1
      while slots[place].length != .max {
        place += 1
        probes += 1
        if probes > most { return nil }
        if place == slots.count { slots.append(KeySlot()) }
      }
      slots[place] = entry.slot
      table.probes = max(table.probes, probes)
    }
    // A look-up may start at the last slot and take every probe.
    slots += [KeySlot](repeating: KeySlot(), count: Int(table.probes))
    return (table, slots)
  }

  private static func entry(_ key: Key, _ bytes: [UInt8]) -> (slot: KeySlot, folded: UInt64) {
    let words = KeyWords(bytes, Int(key.name.start)..<Int(key.name.end))
    let slot = KeySlot(
      first: words.first, last: words.last, length: key.name.count, offset: key.name.start, block: key.block,
      entry: key.entry)
    return (slot, words.folded(count: Int(key.name.count)))
  }
}
