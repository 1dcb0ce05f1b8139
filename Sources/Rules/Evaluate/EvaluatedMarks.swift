/// Which members and items of an instance were evaluated, for `unevaluatedProperties` and `unevaluatedItems`.
///
/// A stack of nodes: the key of a member, an item, or the object or array itself for all of it. A block that asks opens a
/// frame; a branch that fails takes back what was noted in it (2020-12 core, 11).
struct EvaluatedMarks {
  private var nodes: [NodeIndex] = []
  /// Taken back, but looked at all the same: findings do not call them unknown after a real error.
  private var seen: Set<NodeIndex> = []
  /// Where the innermost frame starts.
  private var start = 0
  /// Branches so far that were undecided, and could have evaluated more.
  private var undecided = 0
  private var undecidedBefore = 0

  struct Frame {
    fileprivate let start: Int
    fileprivate let undecided: Int
  }

  var count: Int { nodes.count }

  @inline(__always)
  mutating func add(_ node: NodeIndex) { nodes.append(node) }

  mutating func open() -> Frame {
    let frame = Frame(start: start, undecided: undecidedBefore)
    start = nodes.count
    undecidedBefore = undecided
    return frame
  }

  mutating func close(_ outer: Frame, keeps: Bool) {
    if !keeps { nodes.removeSubrange(start...) }
    start = outer.start
    undecidedBefore = outer.undecided
  }

  /// Takes back what a branch noted.
  mutating func rollBack(to count: Int, _ outcome: Outcome, remembers: Bool) {
    if outcome == .undecided { undecided += 1 }
    if nodes.count == count { return }
    if remembers { seen.formUnion(nodes[count...]) }
    nodes.removeSubrange(count...)
  }

  mutating func noteUndecided() { undecided += 1 }

  /// Whether something in this frame might have evaluated more.
  var isUncertain: Bool { undecided > undecidedBefore }

  func wasSeen(_ node: NodeIndex) -> Bool { seen.contains(node) }

  /// The nodes of the frame in ascending order, from `position` on; sorted in place, which no open branch can notice.
  mutating func sort() { nodes[start...].sort() }

  func node(at position: Int) -> NodeIndex? { start + position < nodes.count ? nodes[start + position] : nil }

  func containsWhole(_ node: NodeIndex) -> Bool { nodes[start...].contains(node) }
}
