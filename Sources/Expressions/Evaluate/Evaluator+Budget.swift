extension Evaluator {
  /// Takes units from the budget; false when there are not enough.
  @inline(__always)
  mutating func charge(_ units: Int) -> Bool {
    budget -= units
    return budget >= 0
  }

  /// Pays for reading or making so many bytes.
  @inline(__always)
  mutating func charge(bytes: Int) -> Bool { charge(bytes >> 4) }

  /// Memory of the arena, 16 bytes a unit, so that the budget bounds it; nil when it has run out.
  mutating func allocate<Value>(_: Value.Type, _ count: Int) -> UnsafeMutablePointer<Value>? {
    let bytes = max(count, 1) * MemoryLayout<Value>.stride
    guard count < 1 << 32, charge(bytes / 16 + 1) else { return nil }
    return arena.allocate(bytes).bindMemory(to: Value.self, capacity: max(count, 1))
  }

  /// An error on its way.
  mutating func fault(_ code: FaultCode, _ first: Slot = .absent, _ second: Slot = .absent) -> Slot {
    guard let box = allocate(FaultBox.self, 1) else { return .exhausted }
    box.initialize(to: FaultBox(code: code, instruction: -1, first: first, second: second))
    return Slot(.error, box: box)
  }

  /// A text of the evaluation's own. What made the bytes has been paid for where they are more than the arguments.
  mutating func make(_ bytes: [UInt8], _ tag: Slot.Tag = .string) -> Slot {
    guard let memory = allocate(UInt8.self, bytes.count) else { return .exhausted }
    bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { memory.initialize(from: base, count: $0.count) } }
    return Slot(tag, view: ByteView(memory, bytes.count))
  }

  mutating func make(_ text: String) -> Slot { make(Array(text.utf8)) }

  /// Two texts in one.
  mutating func concatenate(_ left: Slot, _ right: Slot) -> Slot {
    let (first, second) = (left.bytes, right.bytes)
    guard let memory = allocate(UInt8.self, first.count + second.count) else { return .exhausted }
    if let base = first.buffer.baseAddress { memory.initialize(from: base, count: first.count) }
    if let base = second.buffer.baseAddress { (memory + first.count).initialize(from: base, count: second.count) }
    return Slot(left.tag, view: ByteView(memory, first.count + second.count))
  }

  mutating func makeOptional(_ slot: Slot) -> Slot {
    guard !slot.isFailure else { return slot }
    guard let box = allocate(Slot.self, 1) else { return .exhausted }
    box.initialize(to: slot)
    return Slot(.optional, box: box)
  }
}

/// The arguments of a function with more than two.
struct Arguments {
  // SAFETY: the slots are temporaries of the evaluation that makes this for one call.
  private let slots: UnsafeBufferPointer<Slot>

  init(_ slots: UnsafeBufferPointer<Slot>) { self.slots = slots }

  var count: Int { slots.count }

  subscript(_ index: Int) -> Slot { index < slots.count ? slots[index] : .absent }
}
