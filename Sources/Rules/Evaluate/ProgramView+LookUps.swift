// What both the evaluator and the fused path ask of a program's tables.
extension ProgramView {
  /// The slot of a name. SAFETY: the table lies inside the slots, with room for every probe; the text is padded.
  @inline(__always)
  func find(
    _ table: KeyTable, _ content: UnsafePointer<UInt8>, _ length: Int
  ) -> UnsafePointer<KeySlot>? {
    if table.probes == 1 { return findDirectly(table, content, length) }
    return table.probes == 0 ? nil : Self.probe(slots, bytes, table, content, length)
  }

  /// The same where one probe is enough.
  @inline(__always)
  func findDirectly(_ table: KeyTable, _ content: UnsafePointer<UInt8>, _ length: Int) -> UnsafePointer<KeySlot>? {
    let words = KeyWords(content, count: length)
    let slot = slots + (Int(table.slots.start) &+ table.slot(words.folded(count: length)))
    return Self.isSame(slot, bytes, content, length, words) ? slot : nil
  }

  /// A table that is not perfect. Static: called out of line, a method that does not change `self` gets a copy of it.
  @inline(never)
  private static func probe(
    _ slots: UnsafePointer<KeySlot>, _ bytes: UnsafePointer<UInt8>, _ table: KeyTable,
    _ content: UnsafePointer<UInt8>, _ length: Int
  ) -> UnsafePointer<KeySlot>? {
    let words = KeyWords(content, count: length)
    let folded = table.isWide ? SeededHash.hash(content, count: length) : words.folded(count: length)
    var slot = slots + (Int(table.slots.start) &+ table.slot(folded))
    for _ in 0..<table.probes {
      if isSame(slot, bytes, content, length, words) { return slot }
      if slot.pointee.length == .max { return nil }
      slot += 1
    }
    return nil
  }

  @inline(__always)
  private static func isSame(
    _ slot: UnsafePointer<KeySlot>, _ bytes: UnsafePointer<UInt8>, _ content: UnsafePointer<UInt8>, _ length: Int,
    _ words: KeyWords
  ) -> Bool {
    let different =
      (slot.pointee.first ^ words.first) | (slot.pointee.last ^ words.last)
      | UInt64(truncatingIfNeeded: Int(slot.pointee.length) ^ length)
    if different != 0 { return false }
    return length <= 16 || Bytes.equalInside(bytes + Int(slot.pointee.offset), content, count: length)
  }

  /// The normalizers of a list that a block names.
  @inline(__always)
  func normalizers(ofList list: UInt16) -> UnsafeBufferPointer<Normalizer> {
    let range = normalizerLists[Int(list) &- 1]
    return UnsafeBufferPointer(start: normalizers + Int(range.start), count: Int(range.count))
  }

  /// A constant that is a number.
  @inline(__always)
  func number(_ constant: UInt32) -> ExactNumber {
    let value = constants.node(constantNodes[Int(constant)])
    return ExactNumber(constants.content(value), count: value.length)
  }
}

extension Opcode {
  /// Whether a number's order to the limit satisfies a keyword of limits.
  @inline(__always)
  func accepts(_ order: ExactOrder) -> Bool {
    switch self {
    case .minimum: order != .less
    case .maximum: order != .greater
    case .exclusiveMinimum: order == .greater
    default: order == .less
    }
  }
}
