/// Makes maps outside of evaluations, where no budget counts.
// SAFETY: as for `MapBox`: entries and table have the capacity that is noted beside them.
struct MapBuilder {
  private(set) var box: MapBox

  init(arena: Arena, capacity: Int) {
    let count = max(capacity, 1)
    let entries = arena.allocate(2 * count * MemoryLayout<Slot>.stride).bindMemory(to: Slot.self, capacity: 2 * count)
    box = MapBox(entries: entries, count: 0, capacity: count, table: nil, mask: 0)
    guard capacity > MapBox.smallCount else { return }
    var size = 32
    while size < 2 * capacity { size *= 2 }
    let table = arena.allocate(size * 4).bindMemory(to: UInt32.self, capacity: size)
    table.initialize(repeating: 0, count: size)
    box.table = table
    box.mask = size - 1
  }

  /// False for a key that is there already.
  mutating func insert(_ key: Slot, _ value: Slot) -> Bool {
    guard box.count < box.capacity, !box.contains(key) else { return false }
    (box.entries + 2 * box.count).initialize(to: key)
    (box.entries + 2 * box.count + 1).initialize(to: value)
    box.count += 1
    box.link(box.count - 1)
    return true
  }
}

extension MapBox {
  /// Maps with more entries have a hash table.
  static let smallCount = 8

  func contains(_ key: Slot) -> Bool {
    guard let table else { return (0..<count).contains { entries[2 * $0].isSameKey(key) } }
    var position = key.keyHash & mask
    while table[position] != 0 {
      if entries[2 * (Int(table[position]) - 1)].isSameKey(key) { return true }
      position = (position + 1) & mask
    }
    return false
  }

  /// Puts an entry into the table, where there is one.
  func link(_ place: Int) {
    guard let table else { return }
    var position = entries[2 * place].keyHash & mask
    while table[position] != 0 { position = (position + 1) & mask }
    table[position] = UInt32(truncatingIfNeeded: place + 1)
  }
}

extension Slot {
  var mayBeKey: Bool { tag == .bool || tag == .int || tag == .uint || tag == .string }
}
