/// A pattern of RE2's syntax that is matched in time linear in the text. Immutable, shared between threads.
///
/// Small patterns become a table: one step a byte. Others follow all states of the automaton at once, which is linear too.
struct LinearPattern: Sendable {
  private let automaton: ByteAutomaton
  private let table: TransitionTable?

  /// - Parameter steps: how long to work on the table, which is worth it for a pattern that is used again; 0 for no table.
  static func compile(_ bytes: [UInt8], steps: Int) throws(PatternError) -> LinearPattern {
    let automaton = try ByteAutomaton(PatternParser.parse(bytes))
    return LinearPattern(automaton: automaton, table: steps > 0 ? TransitionTable(automaton, steps) : nil)
  }

  /// Steps for the table of one pattern.
  static let tableSteps = 300_000

  /// The number of the automaton's states.
  var size: Int { automaton.states.count }

  var hasTable: Bool { table != nil }

  /// Whether the pattern is found anywhere in the text.
  ///
  /// - Complexity: O(bytes) with a table, O(bytes * states) without.
  func matches(_ text: ByteView) -> Bool {
    if let table { return table.matches(text) }
    var simulation = Simulation(automaton)
    return simulation.matches(text)
  }

  /// Units for a text of so many bytes.
  func cost(of bytes: Int) -> Int { table == nil ? (bytes + 1) * (size / 4 + 1) : bytes / 8 + 1 }
}
