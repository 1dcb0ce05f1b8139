/// A pattern as the evaluator runs it, from the tables where that is possible, so that PCRE2's object is not touched.
struct PatternEntry {
  enum Form: UInt8 { case lanes, classes, automaton, expression }

  let pattern: Unmanaged<Pattern>
  let form: Form
  let isAnchoredAtStart: Bool
  let isAnchoredAtEnd: Bool
  /// Among the lanes or the steps of classes.
  let steps: TableRange
  /// Where the automaton's tables start.
  let byteClasses: UInt32
  let transitions: UInt32
  let ends: AutomatonEnds
}

/// The tables of all patterns one after the other.
struct PatternTable {
  private(set) var entries: [PatternEntry] = []
  private(set) var steps: [ClassStep] = []
  private(set) var lanes: [ClassLanes] = []
  /// See ``ClassLanes/plainLength``; one for each of the lanes.
  private(set) var plainLengths: [Int?] = []
  private(set) var byteClasses: [UInt8] = []
  private(set) var transitions: [UInt16] = []

  init(_ patterns: [Pattern]) {
    for pattern in patterns { add(pattern) }
  }

  private mutating func add(_ pattern: Pattern) {
    let (program, automaton) = (pattern.classProgram, pattern.automaton)
    let added = program.flatMap(ClassLanes.lanes)
    let range = added.map { TableRange(start: UInt32(lanes.count), count: UInt32($0.count)) }
    entries.append(
      PatternEntry(
        pattern: .passUnretained(pattern),
        form: added != nil ? .lanes : program != nil ? .classes : automaton != nil ? .automaton : .expression,
        isAnchoredAtStart: program?.isAnchoredAtStart ?? false, isAnchoredAtEnd: program?.isAnchoredAtEnd ?? false,
        steps: range ?? TableRange(start: UInt32(steps.count), count: UInt32(program?.steps.count ?? 0)),
        byteClasses: UInt32(byteClasses.count), transitions: UInt32(transitions.count),
        ends: automaton?.ends ?? AutomatonEnds(start: 0, accepting: 0, matched: 0, awaited: 0)))
    if let added {
      lanes += added
      plainLengths += added.map(\.plainLength)
    } else if let program {
      steps += program.steps
    }
    if let automaton {
      byteClasses += automaton.classes
      transitions += automaton.transitions
    }
  }
}
