// SAFETY: copies go to the pool's own arena, in pieces of the size that is asked for.
extension ConstantPool {
  /// Copies a value that an evaluation made, so that it outlives the evaluation; nil for what cannot be copied, and for what is
  /// large: a value that has one part many times is copied with each of them.
  func adopt(_ slot: Slot) -> Int? { copied(slot).map(number) }

  func copied(_ slot: Slot) -> Slot? {
    room -= 1 + (slot.isText ? slot.bytes.count / 16 : 0)
    guard room > 0 else { return nil }
    switch slot.tag {
    case .string, .bytes: return text(slot)
    case .address, .addressRange: return address(slot)
    case .list: return list(slot)
    case .map: return map(slot)
    case .optional: return optional(slot)
    case .hostList, .hostMap, .error, .exhausted, .absent: return nil
    default: return slot
    }
  }

  func text(_ slot: Slot) -> Slot {
    let memory = arena.allocate(slot.bytes.count).assumingMemoryBound(to: UInt8.self)
    for index in 0..<slot.bytes.count { memory[index] = slot.bytes[index] }
    return Slot(slot.tag, view: ByteView(memory, slot.bytes.count))
  }

  private func address(_ slot: Slot) -> Slot? {
    guard let box = slot.box(Address.self) else { return nil }
    let memory = arena.allocate(MemoryLayout<Address>.size).bindMemory(to: Address.self, capacity: 1)
    memory.initialize(to: box.pointee)
    return Slot(slot.tag, box: memory)
  }

  private func copied(_ slots: UnsafeMutablePointer<Slot>, _ count: Int) -> UnsafeMutablePointer<Slot>? {
    let memory = arena.allocate(count * MemoryLayout<Slot>.stride).bindMemory(to: Slot.self, capacity: max(count, 1))
    for index in 0..<count {
      guard let slot = copied(slots[index]) else { return nil }
      (memory + index).initialize(to: slot)
    }
    return memory
  }

  private func list(_ slot: Slot) -> Slot? {
    guard let box = slot.box(ListBox.self)?.pointee, let elements = copied(box.elements, box.count) else { return nil }
    let memory = arena.allocate(MemoryLayout<ListBox>.size).bindMemory(to: ListBox.self, capacity: 1)
    memory.initialize(to: ListBox(elements: elements, count: box.count, capacity: box.count))
    return Slot(.list, box: memory)
  }

  private func map(_ slot: Slot) -> Slot? {
    guard let box = slot.box(MapBox.self)?.pointee, let entries = copied(box.entries, box.count * 2) else { return nil }
    var copy = MapBox(entries: entries, count: box.count, capacity: box.count, table: nil, mask: box.mask)
    if let table = box.table {
      let size = box.mask + 1
      let places = arena.allocate(size * 4).bindMemory(to: UInt32.self, capacity: size)
      places.update(from: table, count: size)
      copy.table = places
    }
    let memory = arena.allocate(MemoryLayout<MapBox>.size).bindMemory(to: MapBox.self, capacity: 1)
    memory.initialize(to: copy)
    return Slot(.map, box: memory)
  }

  private func optional(_ slot: Slot) -> Slot? {
    guard let box = slot.box(Slot.self) else { return Slot.none }
    guard let value = copied(box.pointee) else { return nil }
    let memory = arena.allocate(MemoryLayout<Slot>.stride).bindMemory(to: Slot.self, capacity: 1)
    memory.initialize(to: value)
    return Slot(.optional, box: memory)
  }
}
