/// One schema, compiled: which kinds it takes, and what to run for each kind.
struct Block: Hashable, Sendable {
  /// One bit a ``NodeKind``; keys count as strings.
  var kinds: UInt16 = Block.allKinds
  /// Of numbers only those without fraction.
  var integersOnly = false
  /// Draft 4: `1.0` is no integer.
  var integersAreLexical = false
  /// Has an `unevaluated*` of its own: what is evaluated of the instance is noted from here on.
  var opensFrame = false
  /// What was noted is asked for further up.
  var keepsMarks = false
  /// The value is never printed.
  var isSensitive = false
  /// A value that is never printed can be reached from here.
  var reachesSensitive = false
  /// How much a wrong type counts.
  var typeRank = SeverityRank.error
  /// Takes everything: nothing to run.
  var isTrivial = false
  /// Nothing in it goes to another block.
  var isLeaf = false
  /// A normalizer is reached from here through unconditional places.
  var reachesNormalizer = false
  /// The list of normalizers for strings here, plus one; 0 for none.
  var normalizerList: UInt16 = 0
  var typeSite = SiteIndex.none
  /// The schema itself; only in programs that keep annotations.
  var schemaSite = SiteIndex.none
  /// What to run for each kind of value. All end with the instructions for every kind, which are thus there several
  /// times: one range a value, one loop.
  var strings = TableRange()
  var numbers = TableRange()
  var arrays = TableRange()
  var objects = TableRange()
  var any = TableRange()

  /// What to run for one kind of value.
  @inline(__always)
  func instructions(for kind: NodeKind) -> TableRange {
    switch kind {
    case .string, .key: strings
    case .number: numbers
    case .array: arrays
    case .object: objects
    case .null, .false, .true: any
    }
  }

  static let allKinds: UInt16 = 0xFF

  static func bit(_ kind: NodeKind) -> UInt16 { 1 << UInt16(kind.rawValue) }
}
