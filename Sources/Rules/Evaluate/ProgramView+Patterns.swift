// Patterns, each in the form that the compiler found for it.
extension ProgramView {
  /// Scratch and limits are fetched for PCRE2 only. SAFETY: `text` is valid UTF-8, `count` bytes of a padded text.
  @inline(__always)
  func match(
    _ index: PatternIndex, _ text: UnsafePointer<UInt8>, _ count: Int, _ scratch: @autoclosure () -> PatternScratch,
    _ limits: @autoclosure () -> Limits
  ) -> PatternOutcome {
    let entry = patterns + Int(index.raw)
    // A test of its own: a jump for all forms is foretold worse than a branch.
    if entry.pointee.form == .lanes { return matchLanes(entry, text, count) ? .match : .mismatch }
    switch entry.pointee.form {
    case .lanes: return matchLanes(entry, text, count) ? .match : .mismatch
    case .classes: return matchClasses(entry, text, count) ? .match : .mismatch
    case .automaton: return matchAutomaton(entry, text, count) ? .match : .mismatch
    case .expression: return Self.matchExpression(entry, text, count, scratch(), limits())
    }
  }

  @inline(__always)
  private func matchLanes(_ entry: UnsafePointer<PatternEntry>, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    // SAFETY: the lanes lie in the program's table, which is aligned; the text of a document is padded.
    let lanes = UnsafeBufferPointer(
      start: classLanes + Int(entry.pointee.steps.start), count: Int(entry.pointee.steps.count))
    return ClassMatcher.matches(
      padded: text, count: count, lanes, isAnchoredAtEnd: entry.pointee.isAnchoredAtEnd)
  }

  @inline(__always)
  private func matchClasses(_ entry: UnsafePointer<PatternEntry>, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    // SAFETY: the steps lie in the program's table; the matcher reads `count` bytes of the content.
    Self.matchClasses(
      entry, classSteps + Int(entry.pointee.steps.start), text, count)
  }

  /// Static like the next: called out of line, a method that does not change `self` gets a copy of all of it.
  @inline(never)
  private static func matchClasses(
    _ entry: UnsafePointer<PatternEntry>, _ steps: UnsafePointer<ClassStep>, _ text: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    ClassMatcher.matches(
      UnsafeBufferPointer(start: steps, count: Int(entry.pointee.steps.count)),
      isAnchoredAtStart: entry.pointee.isAnchoredAtStart, isAnchoredAtEnd: entry.pointee.isAnchoredAtEnd,
      text, count: count)
  }

  @inline(__always)
  func matchAutomaton(_ entry: UnsafePointer<PatternEntry>, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    // SAFETY: the automaton's tables lie in the program's; the matcher reads `count` bytes of the content.
    Self.matchAutomaton(
      entry, byteClasses + Int(entry.pointee.byteClasses),
      transitions + Int(entry.pointee.transitions), text, count)
  }

  @inline(never)
  private static func matchAutomaton(
    _ entry: UnsafePointer<PatternEntry>, _ classes: UnsafePointer<UInt8>, _ transitions: UnsafePointer<UInt16>,
    _ text: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    AutomatonMatcher.matches(classes, transitions, entry.pointee.ends, text, count: count)
  }

  @inline(never)
  private static func matchExpression(
    _ entry: UnsafePointer<PatternEntry>, _ text: UnsafePointer<UInt8>, _ count: Int, _ scratch: PatternScratch,
    _ limits: Limits
  ) -> PatternOutcome {
    // SAFETY: the loaded program keeps its patterns alive for as long as it runs.
    entry.pointee.pattern._withUnsafeGuaranteedRef {
      $0.matches(text, count: count, scratch: scratch, steps: limits.patternSteps)
    }
  }
}
