/// From subsets to tables.
extension ByteAutomaton {
  /// 16 KiB, half of the first-level cache of a small processor.
  static let maximumTransitions = 8_192

  /// nil if the pattern is not regular or needs too large a table; PCRE2 runs it then.
  init?(_ tree: PatternTree) {
    guard let pattern = FlatPattern(tree) else { return nil }
    self.init(pattern)
  }

  init?(_ pattern: FlatPattern) {
    guard let nfa = ByteNFA(pattern), let subsets = SubsetConstruction(nfa) else { return nil }
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
  private(set) var transitions: [UInt16]
  private let start: UInt16
  private let accepting: UInt16
  private let matched: UInt16

  init(_ construction: SubsetConstruction) {
    let possible = Self.possible(construction)
    let live = possible.filter { !construction.isMatch($0) }
    order = live.filter { !construction.isMatchAtEnd($0) } + live.filter { construction.isMatchAtEnd($0) }
    // Which row a subset has tells columns apart, and so do the match and what can no longer match.
    var rows = [Int](repeating: -1, count: construction.count)
    for subset in possible { rows[subset] = -2 }
    for (row, subset) in order.enumerated() { rows[subset] = row }
    let columns = Columns(construction, order: order, rows: rows)
    classes = columns.classes
    let stride = columns.starts.count
    let matched = Self.state(order.count, stride)
    let states = rows.map { row in
      switch row {
      case -2: matched
      case -1: ByteAutomaton.rejected
      default: Self.state(row, stride)
      }
    }
    self.matched = matched
    start = states[0]
    accepting = Self.state(live.count { !construction.isMatchAtEnd($0) }, stride)
    transitions = []
    transitions.reserveCapacity((order.count + 2) * stride)
    for _ in 0..<stride { transitions.append(ByteAutomaton.rejected) }
    let (all, width) = (construction.targets.span, construction.classCount)
    for subset in order {
      for index in columns.starts { transitions.append(states[all[subset * width + index]]) }
    }
    for _ in 0..<stride { transitions.append(matched) }
  }

  var ends: AutomatonEnds {
    AutomatonEnds(start: start, accepting: accepting, matched: matched, awaited: awaited)
  }

  private var awaited: UInt16 {
    guard start != ByteAutomaton.rejected, start != matched else { return AutomatonEnds.anyByte }
    var (leaving, awaited) = (0, AutomatonEnds.anyByte)
    for byte in 0..<classes.count where transitions[Int(start) &+ Int(classes[byte])] != start {
      leaving += 1
      if leaving > 1 { return AutomatonEnds.anyByte }
      awaited = UInt16(truncatingIfNeeded: byte)
    }
    return awaited
  }

  /// Behind the row of `rejected`; clamped for tables that are refused anyway.
  private static func state(_ row: Int, _ stride: Int) -> UInt16 { UInt16(clamping: (row + 1) * stride) }

  /// The subsets from which some text leads to a match, ascending.
  private static func possible(_ construction: SubsetConstruction) -> [Int] {
    let (stride, targets) = (construction.classCount, construction.targets.span)
    var isPossible: [Bool] = []
    isPossible.reserveCapacity(construction.count)
    for subset in 0..<construction.count { isPossible.append(construction.isMatchAtEnd(subset)) }
    // Subsets are numbered as they are found, so that nearly all of a way to a match lies ahead of its start.
    var isDone = false
    while !isDone {
      isDone = true
      for subset in (0..<construction.count).reversed() where !isPossible[subset] {
        for place in subset * stride..<(subset + 1) * stride where isPossible[targets[place]] {
          isPossible[subset] = true
          isDone = false
          break
        }
      }
    }
    return isPossible.indices.filter { isPossible[$0] }
  }
}

/// Classes whose bytes lead to the same states from every row are one.
private struct Columns {
  /// By byte, its column.
  let classes: [UInt8]
  /// By column, some class of the construction.
  private(set) var starts: [Int] = []

  /// Tables of so many cells stay as they are: finding equal columns would take longer than they are large.
  private static let small = 1_024

  init(_ construction: SubsetConstruction, order: [Int], rows: [Int]) {
    if order.count * construction.classCount <= Self.small {
      classes = construction.classes
      starts = Array(0..<construction.classCount)
      return
    }
    let marks = Self.marks(construction, order, rows)
    var columns: [UInt8] = []
    for index in 0..<construction.classCount {
      let number =
        starts.firstIndex {
          marks[index] == marks[$0] && Self.areSame(index, $0, construction, order, rows)
        } ?? starts.count
      if number == starts.count { starts.append(index) }
      columns.append(UInt8(truncatingIfNeeded: number))
    }
    classes = construction.classes.map { columns[Int($0)] }
  }

  /// By class, a hash of where it leads.
  private static func marks(_ construction: SubsetConstruction, _ order: [Int], _ rows: [Int]) -> [UInt64] {
    let (targets, rows, width) = (construction.targets.span, rows.span, construction.classCount)
    var marks = [UInt64](repeating: 0, count: width)
    for subset in order {
      for index in 0..<width {
        let row = UInt64(truncatingIfNeeded: rows[targets[subset &* width &+ index]])
        marks[index] = (marks[index] ^ row) &* 0x9E37_79B9_7F4A_7C15
      }
    }
    return marks
  }

  private static func areSame(
    _ one: Int, _ other: Int, _ construction: SubsetConstruction, _ order: [Int], _ rows: [Int]
  ) -> Bool {
    let (targets, rows, width) = (construction.targets.span, rows.span, construction.classCount)
    for subset in order where rows[targets[subset * width + one]] != rows[targets[subset * width + other]] {
      return false
    }
    return true
  }
}
