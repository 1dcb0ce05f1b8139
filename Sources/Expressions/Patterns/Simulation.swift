/// Follows all states of an automaton at once.
struct Simulation {
  private let automaton: ByteAutomaton
  private var marks: [Int]
  private var round = 0
  private var stack: [Int] = []

  init(_ automaton: ByteAutomaton) {
    self.automaton = automaton
    marks = Array(repeating: 0, count: automaton.states.count)
  }

  mutating func matches(_ text: ByteView) -> Bool {
    var states = [automaton.start]
    var previous: UInt8?
    for byte in text.buffer {
      guard let next = step(states, previous, byte) else { return true }
      states = next
      previous = byte
    }
    return step(states, previous, nil) == nil
  }

  /// The states behind a byte, or behind the end; nil where the pattern has matched before it. Steps that were taken so far are
  /// counted by the caller through ``taken``.
  mutating func step(_ states: [Int], _ previous: UInt8?, _ next: UInt8?) -> [Int]? {
    var reached: [Int] = []
    round += 1
    let first = round
    // A second round of marks for the states that are reached.
    round += 1
    stack.append(contentsOf: states)
    while let index = stack.popLast() {
      taken += 1
      guard marks[index] != first else { continue }
      marks[index] = first
      switch automaton.states[index] {
      case .match:
        stack.removeAll(keepingCapacity: true)
        return nil
      case .split(let one, let other):
        stack.append(other)
        stack.append(one)
      case .assertion(let assertion, let target):
        if assertion.holds(previous, next) { stack.append(target) }
      case .bytes(let low, let high, let target):
        if let next, next >= low, next <= high { reached.append(target) }
      }
    }
    return next == nil ? [] : unique(reached + [automaton.start])
  }

  private(set) var taken = 0

  private mutating func unique(_ states: [Int]) -> [Int] {
    var result: [Int] = []
    for state in states where marks[state] != -round {
      marks[state] = -round
      result.append(state)
    }
    return result
  }
}
