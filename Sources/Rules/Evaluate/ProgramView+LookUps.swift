// What both the evaluator and the fused path ask of a program's tables.
extension ProgramView {
  /// The slot of a name. SAFETY: the table lies inside the slots, with room for every probe; the text is padded.
  @inline(__always)
  func find(
    _ table: KeyTable, _ content: UnsafePointer<UInt8>, _ length: Int, _ words: KeyWords, _ hash: UInt32
  ) -> UnsafePointer<KeySlot>? {
    var rest = table.probes
    if rest == 0 { return nil }
    let hash = table.isWide ? Self.wideHash(content, length) : hash
    var slot = slots + (Int(table.slots.start) &+ Int(table.slot(hash)))
    while true {
      let different =
        (slot.pointee.first ^ words.first) | (slot.pointee.last ^ words.last)
        | UInt64(truncatingIfNeeded: Int(slot.pointee.length) ^ length)
      if different == 0, length <= 16 || isSame(slot, content, length) { return slot }
      rest &-= 1
      if rest == 0 || slot.pointee.length == .max { return nil }
      slot += 1
    }
  }

  /// SAFETY: the text is padded.
  @inline(never)
  private static func wideHash(_ content: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: SeededHash.hash(content, count: length))
  }

  /// What lies between the first and the last eight bytes.
  @inline(__always)
  private func isSame(_ slot: UnsafePointer<KeySlot>, _ content: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    Bytes.equal(bytes + Int(slot.pointee.offset) + 8, content + 8, count: length &- 16)
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
