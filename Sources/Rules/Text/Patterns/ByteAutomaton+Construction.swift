/// From subsets to tables.
extension ByteAutomaton {
  /// 16 KiB, half of the first-level cache of a small processor.
  static let maximumTransitions = 8_192

  /// nil if the pattern is not regular or needs too large a table; PCRE2 runs it then.
  init?(_ tree: PatternTree) {
    guard tree.references.isEmpty, let nfa = ByteNFA(tree), let subsets = SubsetConstruction(nfa) else { return nil }
    let rows = AutomatonRows(subsets)
    guard rows.transitions.count <= Self.maximumTransitions else { return nil }
    self.init(
      classes: rows.classes, transitions: rows.transitions, ends: rows.ends, stateCount: rows.order.count)
  }
}

/// The subsets that are worth a row, in order, and the bytes that are worth a class.
private struct AutomatonRows {
  /// Subsets by row: what can still match, first those that do not match at the end of the text.
  let order: [Int]
  let classes: [UInt8]
  private(set) var transitions = [UInt16](repeating: 0, count: Int(ByteAutomaton.firstRow))
  private let start: UInt16
  private let accepting: UInt16

  init(_ construction: SubsetConstruction) {
    let subsets = construction.subsets
    let possible = Self.possible(construction)
    let live = possible.filter { !subsets[$0].isMatch }
    order = live.filter { !subsets[$0].isMatchAtEnd } + live.filter { subsets[$0].isMatchAtEnd }
    var isPossible = [Bool](repeating: false, count: subsets.count)
    for subset in possible { isPossible[subset] = true }
    let columns = Columns(construction, rows: order, isPossible)
    classes = columns.classes
    let stride = columns.starts.count
    var states = subsets.map { $0.isMatch ? ByteAutomaton.matched : ByteAutomaton.rejected }
    for (row, subset) in order.enumerated() { states[subset] = Self.state(row, stride) }
    start = states[0]
    accepting = Self.state(live.count { !subsets[$0].isMatchAtEnd }, stride)
    for subset in order { transitions += columns.starts.map { states[construction.targets[subset][$0]] } }
  }

  var ends: AutomatonEnds { AutomatonEnds(start: start, accepting: accepting, awaited: awaited) }

  private var awaited: UInt16 {
    guard start >= ByteAutomaton.firstRow else { return AutomatonEnds.anyByte }
    let leaving = (0...0xFF as ClosedRange<UInt16>).filter { transitions[Int(start) + Int(classes[Int($0)])] != start }
    return leaving.count == 1 ? leaving[0] : AutomatonEnds.anyByte
  }

  /// Clamped for tables that are refused anyway.
  private static func state(_ row: Int, _ stride: Int) -> UInt16 {
    UInt16(clamping: Int(ByteAutomaton.firstRow) + row * stride)
  }

  /// The subsets from which some text leads to a match, ascending.
  private static func possible(_ construction: SubsetConstruction) -> [Int] {
    var sources = [[Int]](repeating: [], count: construction.subsets.count)
    for (source, targets) in construction.targets.enumerated() {
      // Many classes lead to the same subset, mostly one behind the other.
      for target in targets where sources[target].last != source { sources[target].append(source) }
    }
    var isPossible = construction.subsets.map(\.isMatchAtEnd)
    var open = isPossible.indices.filter { isPossible[$0] }
    while let subset = open.popLast() {
      for source in sources[subset] where !isPossible[source] {
        isPossible[source] = true
        open.append(source)
      }
    }
    return isPossible.indices.filter { isPossible[$0] }
  }
}

/// Classes whose bytes lead to the same states from every row are one.
private struct Columns {
  /// By byte, its column.
  private(set) var classes: [UInt8] = []
  /// By column, some class of the construction.
  private(set) var starts: [Int] = []

  init(_ construction: SubsetConstruction, rows: [Int], _ isPossible: [Bool]) {
    var known: [[Int]] = []
    for (index, start) in construction.classStarts.enumerated() {
      let column = rows.map { row in
        let target = construction.targets[row][index]
        return isPossible[target] ? target : -1
      }
      let number = known.firstIndex(of: column) ?? known.count
      if number == known.count {
        known.append(column)
        starts.append(index)
      }
      let next = index + 1 < construction.classStarts.count ? Int(construction.classStarts[index + 1]) : 256
      classes += [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: next - Int(start))
    }
  }
}
