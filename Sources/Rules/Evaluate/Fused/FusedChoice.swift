/// The branches of an `anyOf` or `oneOf` as objects enter them while they are read: which one is told by a look ahead at
/// names, and the value of one of them.
struct FusedChoice {
  /// In the table of choices.
  let choice: UInt32
  /// A block for each branch, in the table of entries: what the schema asks and the branch asks as one.
  var entries = TableRange()
  /// A branch that holds decides: an `anyOf`, or no two branches hold for the same object.
  let firstDecides: Bool
  /// The schema itself, for a tape.
  let origin: BlockIndex

  /// Stands for a branch that is not judged while it is read.
  static let noEntry = BlockIndex(raw: .max)
  /// Stands for a branch that takes no objects.
  static let refused = BlockIndex(raw: .max - 1)
  /// Stands for no choice.
  static let none = UInt32.max
}
