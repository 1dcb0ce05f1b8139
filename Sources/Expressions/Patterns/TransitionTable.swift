/// The deterministic automaton of a pattern: for each state and class of bytes the next state.
struct TransitionTable: Sendable {
  private let classes: [UInt8]
  private let next: [UInt16]
  private let width: Int

  /// The state that has matched. State 0 is the first one.
  private static let matched: UInt16 = .max
  private static let stateLimit = 512

  /// Nil where the table would be large, or would take more steps of the simulation.
  init?(_ automaton: ByteAutomaton, _ steps: Int) {
    let classes = ByteClasses(automaton)
    width = classes.count + 1
    self.classes = classes.ofByte
    var builder = Builder(automaton, classes.representatives, steps)
    guard let table = builder.build() else { return nil }
    next = table
  }

  func matches(_ text: ByteView) -> Bool {
    var state = 0
    for byte in text.buffer {
      let following = next[state * width + Int(classes[Int(byte)])]
      if following == Self.matched { return true }
      state = Int(following)
    }
    // The last column is the end of the text.
    return next[state * width + width - 1] == Self.matched
  }

  /// States that are known by the automaton's states and, where assertions look back, by the byte before.
  private struct Builder {
    private struct Key: Hashable {
      let states: [Int]
      let context: UInt8
    }

    private var simulation: Simulation
    private let representatives: [UInt8]
    private let looksBack: Bool
    private let steps: Int
    private var numbers: [Key: UInt16] = [:]
    private var pending: [(states: [Int], previous: UInt8?)] = []

    init(_ automaton: ByteAutomaton, _ representatives: [UInt8], _ steps: Int) {
      simulation = Simulation(automaton)
      self.representatives = representatives
      looksBack = automaton.hasAssertions
      self.steps = steps
      _ = number([automaton.start], nil)
    }

    mutating func build() -> [UInt16]? {
      var table: [UInt16] = []
      var done = 0
      while done < pending.count {
        let state = pending[done]
        for byte in representatives {
          guard let number = follow(state.states, state.previous, byte) else { return nil }
          table.append(number)
        }
        let isMatch = simulation.step(state.states, state.previous, nil) == nil
        table.append(isMatch ? TransitionTable.matched : 0)
        done += 1
      }
      return table
    }

    private mutating func follow(_ states: [Int], _ previous: UInt8?, _ byte: UInt8) -> UInt16? {
      guard simulation.taken < steps else { return nil }
      guard let next = simulation.step(states, previous, byte) else { return TransitionTable.matched }
      return number(next.sorted(), byte)
    }

    private mutating func number(_ states: [Int], _ previous: UInt8?) -> UInt16? {
      let key = Key(states: states, context: looksBack ? Self.context(previous) : 0)
      if let known = numbers[key] { return known }
      guard pending.count < TransitionTable.stateLimit else { return nil }
      let number = UInt16(truncatingIfNeeded: pending.count)
      numbers[key] = number
      pending.append((states, previous))
      return number
    }

    /// What assertions ask of the byte before.
    private static func context(_ byte: UInt8?) -> UInt8 {
      guard let byte else { return 0 }
      return byte == 0x0A ? 1 : PatternAssertion.isWord(byte) ? 2 : 3
    }
  }
}

/// Bytes that a pattern does not tell apart.
struct ByteClasses {
  private(set) var ofByte: [UInt8] = []
  private(set) var representatives: [UInt8] = []

  var count: Int { representatives.count }

  init(_ automaton: ByteAutomaton) {
    var starts = Array(repeating: false, count: 257)
    starts[0] = true
    func mark(_ low: UInt8, _ high: UInt8) {
      starts[Int(low)] = true
      starts[Int(high) + 1] = true
    }
    for case .bytes(let low, let high, _) in automaton.states where low <= high { mark(low, high) }
    if automaton.hasAssertions {
      mark(0x0A, 0x0A)
      for range in NamedClasses.word.ranges { mark(UInt8(range.lowerBound), UInt8(range.upperBound)) }
    }
    for byte in 0...255 {
      if starts[byte] { representatives.append(UInt8(byte)) }
      ofByte.append(UInt8(representatives.count - 1))
    }
  }
}
