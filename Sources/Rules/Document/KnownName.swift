/// A name that is looked up in many objects, with the hash that keys have on the tape.
struct KnownName: Sendable {
  let bytes: [UInt8]
  let hash: UInt32

  init(_ name: String) {
    let padded = Array(name.utf8) + [UInt8](repeating: 0, count: 8)
    bytes = Array(name.utf8)
    hash = KeyWords(padded, 0..<bytes.count).hash(count: bytes.count)
  }
}

extension Document {
  /// Whether a key or a string is that name, whose hash is known to be the same.
  func isSame(_ name: KnownName, _ node: Node) -> Bool {
    node.length == name.bytes.count
      && name.bytes.withUnsafeBufferPointer { bytes in
        // SAFETY: both have `length` bytes; an empty name compares none.
        bytes.baseAddress.map { Bytes.equal($0, view.content(node), count: node.length) } ?? true
      }
  }

  /// The value of a member. O(members).
  func value(of name: KnownName, in index: NodeIndex) -> NodeIndex? {
    let object = node(index)
    guard object.kind == .object else { return nil }
    let (view, hash) = (view, Int(name.hash))
    var key = index + 1
    while key < object.auxiliary {
      let node = view.node(key)
      if node.auxiliary == hash, isSame(name, node) { return key + 1 }
      key = view.next(key + 1)
    }
    return nil
  }
}

/// Values of one kind by names, found by the hash of a key.
struct NameTable<Value: Sendable>: Sendable {
  private var entries: [(name: KnownName, value: Value)] = []
  /// Open addressing: places of entries plus one, 0 where a slot is free. At most half full.
  private var slots: [UInt16]

  init(_ values: [(String, Value)]) {
    var size = 4
    while size < 2 * values.count { size *= 2 }
    slots = [UInt16](repeating: 0, count: size)
    for (name, value) in values {
      entries.append((KnownName(name), value))
      var slot = Int(entries[entries.count - 1].name.hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(entries.count)
    }
  }

  /// What stands for the name of a key.
  func value(of key: NodeIndex, in document: Document) -> Value? {
    let node = document.node(key)
    var slot = node.auxiliary & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if entries[place].name.hash == node.auxiliary, document.isSame(entries[place].name, node) {
        return entries[place].value
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
