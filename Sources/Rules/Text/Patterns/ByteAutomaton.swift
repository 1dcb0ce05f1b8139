/// A pattern as a deterministic automaton over bytes: two loads for each byte of the text, never backtracking.
///
/// States are offsets into `transitions`, so that the next one is at `state + class of the byte`. The first row is that of
/// what can no longer match; then come states that do not match at the end of the text, those that do, and last the one
/// that matches whatever follows. From the first and the last no byte leads away.
struct ByteAutomaton: Hashable, Sendable {
  static let rejected: UInt16 = 0

  /// By byte: its class. Bytes of a class lead to the same state everywhere.
  let classes: [UInt8]
  /// The rows.
  let transitions: [UInt16]
  let ends: AutomatonEnds
  /// The number of rows between the first and the last.
  let stateCount: Int
}

/// Where an automaton starts and what it accepts. Plain data, for the evaluator's tables.
struct AutomatonEnds: Hashable, Sendable {
  /// No byte is looked for.
  static let anyByte: UInt16 = 256

  let start: UInt16
  /// The first state that is a match if the text ends there.
  let accepting: UInt16
  /// The last state.
  let matched: UInt16
  /// The only byte that leads away from the start, as in `foo`, or `anyByte`.
  let awaited: UInt16
}

extension ByteAutomaton: CustomStringConvertible {
  /// For the disassembler: `automaton, 23 states`.
  var description: String { "automaton, \(stateCount) \(stateCount == 1 ? "state" : "states")" }
}
