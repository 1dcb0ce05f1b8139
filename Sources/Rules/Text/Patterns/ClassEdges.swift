/// The edges of a ``ByteNFA`` by classes: bytes that no edge tells apart are of one class.
struct ClassEdges {
  struct Edge {
    /// Its classes, as a part of ``lists``.
    let list: Range<Int>
    let target: Int
  }

  /// The classes of all edges.
  private(set) var lists: [UInt8] = []

  /// By byte, its class.
  let classes: [UInt8]
  let classCount: Int
  private var edges: [Edge] = []
  /// By state, where its edges start, and one more.
  private var starts: [Int] = [0]

  init(_ nfa: ByteNFA) {
    let segments = Self.segments(nfa)
    let segmentClasses = Self.grouped(nfa, segments)
    classCount = Int(segmentClasses.max() ?? 0) + 1
    classes = segments.map { segmentClasses[$0] }
    for state in nfa.states {
      if case .bytes(let ranges) = state {
        for edge in ranges {
          let covered = segmentClasses[segments[Int(edge.range.lowerBound)]...segments[Int(edge.range.upperBound)]]
          let start = lists.count
          lists += Self.distinct(covered)
          edges.append(Edge(list: start..<lists.count, target: edge.target))
        }
      }
      starts.append(edges.count)
    }
  }

  /// The numbers of a state's edges.
  func numbers(of state: Int) -> Range<Int> { starts[state]..<starts[state + 1] }

  subscript(_ number: Int) -> Edge { edges[number] }

  /// By byte, its segment: a new one starts wherever a range does, and behind its end.
  private static func segments(_ nfa: ByteNFA) -> [Int] {
    var isStart = [Bool](repeating: false, count: 0x101)
    for case .bytes(let edges) in nfa.states {
      for edge in edges {
        isStart[Int(edge.range.lowerBound)] = true
        isStart[Int(edge.range.upperBound) + 1] = true
      }
    }
    isStart[0] = false
    var segment = 0
    return (0...0xFF).map { byte in
      if isStart[byte] { segment += 1 }
      return segment
    }
  }

  /// By segment, its class: segments that the same edges of the same states cover are one, as `d` and `D` in `[dD]`.
  private static func grouped(_ nfa: ByteNFA, _ segments: [Int]) -> [UInt8] {
    var covering = [[Int]](repeating: [], count: (segments.last ?? 0) + 1)
    for (state, value) in nfa.states.enumerated() {
      guard case .bytes(let edges) = value else { continue }
      for edge in edges {
        let mark = state * nfa.states.count + edge.target
        for segment in segments[Int(edge.range.lowerBound)]...segments[Int(edge.range.upperBound)] {
          covering[segment].append(mark)
        }
      }
    }
    var known: [[Int]: UInt8] = [:]
    return covering.map { marks in
      if let known = known[marks] { return known }
      let next = UInt8(truncatingIfNeeded: known.count)
      known[marks] = next
      return next
    }
  }

  private static func distinct(_ classes: ArraySlice<UInt8>) -> [UInt8] {
    var seen = ByteSet()
    return classes.filter { index in
      defer { seen.insert(index...index) }
      return !seen.contains(index)
    }
  }
}
