/// One block as the fused path runs it, while the text is read: what is asked of each kind of value, without sites and
/// severities, which a verdict does not need. Plain data; it stands in the program's memory, at the block's own index.
struct FusedBlock {
  /// The kinds that are taken, one bit a ``NodeKind``.
  var kinds: UInt16 = Block.allKinds
  /// The kinds for which more is asked than can be judged while reading: such a value is read to a tape first.
  var taped: UInt16 = 0
  var form = Form.length
  var shortcut = Shortcut.none
  var fixedLength: UInt8 = 0
  /// For lanes: nothing may follow.
  var isAnchoredAtEnd = false
  /// Of members no more is asked than their names' blocks: see `directObject`.
  var isDirect = false
  var integers = Integers.notAsked
  /// The list of normalizers for strings, plus one; 0 for none.
  var normalizerList: UInt16 = 0
  var minLength: UInt32 = 0
  var maxLength = UInt32.max
  /// What else is asked of strings: lanes, a value set, a pattern, or a part of the table of fused code, as `form` says.
  var strings = TableRange()
  /// What is asked of numbers, in the table of fused code.
  var numbers = TableRange()
  var minItems: UInt32 = 0
  var maxItems = UInt32.max
  /// The blocks of the first items, in the table of block lists, and the block of all others.
  var prefix = TableRange()
  var items = BlockIndex.acceptAll
  var minProperties: UInt32 = 0
  var maxProperties = UInt32.max
  /// What else is asked of an object as a whole, in the table of conditions.
  var conditions = TableRange()
  /// The branches that objects enter by a look ahead, in the table of fused choices. They are then marked as taped.
  var choice = FusedChoice.none
  /// The walk over an object's members.
  var plan: UInt32

  /// What is asked of strings beside their length. The common forms are run without a loop over instructions.
  enum Form: UInt8 { case length, lanes, listed, pattern, code }

  /// What is tried before a string is even known to be well-formed; what it does not take may still be valid.
  enum Shortcut: UInt8, CaseIterable {
    case none
    /// Plain ASCII within the limits of length.
    case length
    /// `fixedLength` bytes inside the first of the lanes, which takes no byte that JSON escapes.
    case fixed
    /// One of the listed strings.
    case listed
    /// Plain ASCII that an automaton accepts.
    case automaton
  }

  /// Whether numbers must be integers, and whether `1.0` is one (draft 4: it is not).
  enum Integers: UInt8 { case notAsked, byValue, byText }

  /// - Parameter plan: that of an object of which nothing is asked.
  init(plan: UInt32) { self.plan = plan }
}
