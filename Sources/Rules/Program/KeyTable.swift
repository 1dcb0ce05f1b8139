/// A hash table over names, built when the rules are compiled so that a look-up is one probe (DESIGN 4).
struct KeyTable: Hashable, Sendable {
  var slots = TableRange()
  /// Chosen so that no two names share a slot, where that was found.
  var multiplier: UInt64 = 1
  /// The product's upper bits are the slot.
  var shift: UInt32 = 63
  /// Slots that may be looked at; 1 when the hash is perfect.
  var probes: UInt32 = 0

  /// The hash is that of all bytes: too many names share their first and last eight and their length.
  var isWide = false

  /// One probe is enough, and JSON writes all names as they are: text up to a quote that is in the table is a whole name,
  /// and well-formed.
  var isDirect = false

  @inline(__always)
  func slot(_ folded: UInt64) -> Int { Int(truncatingIfNeeded: (folded &* multiplier) &>> UInt64(shift)) }
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
