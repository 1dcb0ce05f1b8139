/// The constants of a program and the memory that they point to.
// SAFETY: filled while compiling by one thread, and only read once the program is shared; the arena lives as long as the slots.
final class ConstantPool: @unchecked Sendable {
  private(set) var slots: [Slot] = []
  let arena = Arena()
  private var small: [Key: Int] = [:]
  /// How much may still be copied from evaluations, in pieces of 16 bytes.
  var room = 65_536

  private struct Key: Hashable {
    let tag: Slot.Tag
    let payload: UInt64
    let text: [UInt8]
  }

  /// The number of a constant. Equal scalars and texts are kept once.
  func number(of slot: Slot) -> Int {
    guard let key = key(slot) else { return append(slot) }
    if let index = small[key] { return index }
    small[key] = slots.count
    return append(slot.isText ? text(slot) : slot)
  }

  func number(ofText text: [UInt8], _ tag: Slot.Tag) -> Int {
    text.withUnsafeBufferPointer { number(of: Slot(tag, view: ByteView($0.baseAddress, $0.count))) }
  }

  private func append(_ slot: Slot) -> Int {
    slots.append(slot)
    return slots.count - 1
  }

  private func key(_ slot: Slot) -> Key? {
    switch slot.tag {
    case .null, .bool, .int, .uint, .double, .duration, .type: Key(tag: slot.tag, payload: slot.payload, text: [])
    case .string, .bytes: Key(tag: slot.tag, payload: 0, text: slot.bytes.array)
    default: nil
    }
  }
}

extension Slot {
  var isText: Bool { tag == .string || tag == .bytes }
}
