/// The branches of an `anyOf` or `oneOf`, and which of them a value can satisfy at all: a verdict tries no others.
///
/// Lists of branches are lists of positions, kept one after the other in a table.
struct Choice: Hashable, Sendable {
  /// A range of the table of block lists.
  var branches = TableRange()
  /// The first of the lists for each ``NodeKind``: the branches that take it.
  var kinds: UInt32 = 0
  /// How objects are told apart.
  var entrance = Entrance.kind
  /// The property whose value tells, in the table of bytes.
  var property = TableRange()
  /// The property's strings, or the names; the entry of a slot is the list of the branches that it leads to.
  var table = KeyTable()
  /// The first of the lists of the branches that the property leads to where its value is `null`, `false` or `true`, in
  /// the order of ``NodeKind``.
  var literals: UInt32 = 0
  /// The list where the value is a number, an array or an object, and where it is absent.
  var otherValues: UInt32 = 0
  var absent: UInt32 = 0
  /// The list of the branches that neither values nor names exclude.
  var always: UInt32 = 0
  /// Of the branches that take objects no two hold for the same one: the first that holds decides a `oneOf` too.
  var isExclusive = false

  /// The list to which a value of the property leads that is no string.
  @inline(__always)
  func list(ofValue kind: NodeKind) -> UInt32 {
    kind.rawValue <= NodeKind.true.rawValue ? literals &+ UInt32(kind.rawValue) : otherValues
  }

  enum Entrance: UInt8 {
    /// Not at all.
    case kind
    /// By the value of a property for which branches have `const` or `enum`.
    case value
    /// By the names that are present: each branch requires one.
    case names
  }
}
