/// Sees what each instruction gives. Without one, the loop is compiled as if there were none.
protocol EvaluationObserver {
  static var isObserving: Bool { get }
  /// The instruction at a place comes next.
  mutating func begin(_ instruction: Int)
  /// It gave a value, or failed.
  mutating func note(_ slot: Slot)
}

/// Sees nothing.
struct NoObserver: EvaluationObserver {
  static let isObserving = false
  mutating func begin(_ instruction: Int) {}
  mutating func note(_ slot: Slot) {}
}

/// Remembers the last value of each node of the tree.
struct NodeObserver: EvaluationObserver {
  static let isObserving = true
  /// For each instruction the number of its node.
  private let nodes: [Int]
  private(set) var values: [Int: Slot] = [:]
  private var current = 0

  init(nodes: [Int]) { self.nodes = nodes }

  mutating func begin(_ instruction: Int) { current = nodes[instruction] }

  mutating func note(_ slot: Slot) { values[current] = slot }
}
