// Typed indexes: the index of one table cannot be used on another.

/// A block: the compiled form of one schema. Block 0 accepts everything.
struct BlockIndex: Hashable, Sendable {
  let raw: UInt32
  static let acceptAll = BlockIndex(raw: 0)
}

/// What is known of one keyword of the rule file; read only when something failed.
struct SiteIndex: Hashable, Sendable {
  let raw: UInt32
  static let none = SiteIndex(raw: .max)
}

/// A compiled pattern.
struct PatternIndex: Hashable, Sendable {
  let raw: UInt32
}

/// A half-open range of a table.
struct TableRange: Hashable, Sendable {
  var start: UInt32 = 0
  var count: UInt32 = 0

  var isEmpty: Bool { count == 0 }
  var end: UInt32 { start + count }
}
