/// A hash table over names, built when the rules are compiled so that a look-up is one probe (DESIGN 4).
struct KeyTable: Hashable, Sendable {
  var slots = TableRange()
  /// Chosen so that no two names share a slot, where that was found.
  var seed: UInt32 = 1
  /// The hash's upper bits are the slot.
  var shift: UInt32 = 31
  /// Slots that may be looked at; 1 when the hash is perfect.
  var probes: UInt32 = 0

  /// The hash is that of all bytes: too many names share their first and last eight and their length.
  var isWide = false

  @inline(__always)
  func slot(_ hash: UInt32) -> UInt32 { (hash &* seed) &>> shift }
}

/// One name: its first and last eight bytes, its length; names longer than 16 bytes are compared whole.
struct KeySlot: Hashable, Sendable {
  var first: UInt64 = 0
  var last: UInt64 = 0
  /// `UInt32.max` marks an empty slot.
  var length: UInt32 = .max
  /// Where the name starts in the table of bytes.
  var offset: UInt32 = 0
  /// The block of a property.
  var block = BlockIndex.acceptAll
  /// The property's index, counted from the plan's first, and in the top bit whether it is required.
  var entry: UInt32 = 0

  /// The name in the table of bytes.
  var range: Range<Int> { Int(offset)..<Int(offset) + Int(length) }

  static let requiredBit: UInt32 = 1 << 31
  static let propertyBit: UInt32 = 1 << 30
  static let entryMask: UInt32 = (1 << 30) - 1
}
