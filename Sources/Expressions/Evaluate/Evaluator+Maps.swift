// SAFETY: a map's entries have twice the capacity that its box notes, its table one place more than its mask.
extension Evaluator {
  mutating func makeMap(capacity: Int) -> Slot {
    guard let box = allocate(MapBox.self, 1), let entries = allocate(Slot.self, 2 * max(capacity, 1)) else {
      return .exhausted
    }
    box.initialize(to: MapBox(entries: entries, count: 0, capacity: max(capacity, 1), table: nil, mask: 0))
    return Slot(.map, box: box)
  }

  /// Adds to a map that is being built. Keys are bool, int, uint or string, each once; 1 and 1u are one key.
  mutating func insert(_ key: Slot, _ value: Slot, into map: Slot) -> Slot {
    guard key.mayBeKey else { return fault(.keyType, key) }
    let known = findOwn(key, in: map)
    if known.isFailure { return known }
    guard known.tag == .absent else { return fault(.repeatedKey, key) }
    guard let box = map.box(MapBox.self), grow(box) else { return .exhausted }
    let place = box.pointee.count
    (box.pointee.entries + 2 * place).initialize(to: key)
    (box.pointee.entries + 2 * place + 1).initialize(to: value)
    box.pointee.count += 1
    return index(box, place) ? .absent : .exhausted
  }

  mutating func insertOptional(_ key: Slot, _ value: Slot, into map: Slot) -> Slot {
    guard value.tag == .optional else { return fault(.noSuchOverload, value) }
    guard let box = value.box(Slot.self) else { return .absent }
    return insert(key, box.pointee, into: map)
  }

  mutating func insertEntries(_ entries: Slot, into map: Slot) -> Slot {
    guard entries.isMap else { return fault(.noSuchOverload, entries) }
    for place in 0..<count(entries) {
      let entry = entry(entries, place)
      let failure = insert(entry.key, entry.value, into: map)
      if failure.tag != .absent { return failure }
    }
    return .absent
  }

  private mutating func grow(_ box: UnsafeMutablePointer<MapBox>) -> Bool {
    guard box.pointee.count == box.pointee.capacity else { return true }
    let capacity = box.pointee.capacity * 2
    guard let entries = allocate(Slot.self, 2 * capacity) else { return false }
    entries.initialize(from: box.pointee.entries, count: 2 * box.pointee.count)
    box.pointee.entries = entries
    box.pointee.capacity = capacity
    return true
  }

  /// Puts the newest entry into the table, which is made, and made anew, when it is half full.
  private mutating func index(_ box: UnsafeMutablePointer<MapBox>, _ place: Int) -> Bool {
    guard box.pointee.count > MapBox.smallCount else { return true }
    if box.pointee.table != nil, 2 * box.pointee.count <= box.pointee.mask {
      box.pointee.link(place)
      return true
    }
    let size = max(32, 2 * (box.pointee.mask + 1))
    guard let table = allocate(UInt32.self, size) else { return false }
    table.initialize(repeating: 0, count: size)
    box.pointee.table = table
    box.pointee.mask = size - 1
    for place in 0..<box.pointee.count { box.pointee.link(place) }
    return charge(box.pointee.count)
  }

  /// The value of a key in an own map; absent where there is none. Every key that is looked at costs a unit.
  mutating func findOwn(_ key: Slot, in map: Slot) -> Slot {
    guard let box = map.box(MapBox.self)?.pointee else { return .absent }
    guard charge(bytes: key.isText ? key.bytes.count : 0) else { return .exhausted }
    guard let table = box.table else { return scan(key, box) }
    var position = key.keyHash & box.mask
    while table[position] != 0 {
      guard charge(1) else { return .exhausted }
      let place = Int(table[position]) - 1
      if box.entries[2 * place].isSameKey(key) { return box.entries[2 * place + 1] }
      position = (position + 1) & box.mask
    }
    return .absent
  }

  private func scan(_ key: Slot, _ box: MapBox) -> Slot {
    for place in 0..<box.count where box.entries[2 * place].isSameKey(key) { return box.entries[2 * place + 1] }
    return .absent
  }
}

extension Slot {
  /// Whether two keys are one: numbers by value, whatever their type.
  func isSameKey(_ other: Slot) -> Bool {
    if isNumber, other.isNumber { return keyNumber != nil && keyNumber == other.keyNumber }
    guard tag == other.tag else { return false }
    return tag == .string ? bytes == other.bytes : tag == .bool && payload == other.payload
  }

  /// Equal for keys that are one.
  var keyHash: Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    if tag == .string {
      for byte in bytes.buffer { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    } else {
      hash = (hash ^ (keyNumber?.bits ?? payload)) &* 0x9E37_79B9_7F4A_7C15
    }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & Int.max
  }

  /// The integer that a number is exactly; nil for others.
  private var keyNumber: KeyNumber? {
    if let small = exactInt { return KeyNumber(bits: UInt64(bitPattern: small), isLarge: false) }
    let large = tag == .uint ? payload : tag == .double ? UInt64(exactly: double) : nil
    return large.map { KeyNumber(bits: $0, isLarge: true) }
  }
}

/// An integer of a map's key; large ones do not fit into int.
private struct KeyNumber: Equatable {
  let bits: UInt64
  let isLarge: Bool
}
