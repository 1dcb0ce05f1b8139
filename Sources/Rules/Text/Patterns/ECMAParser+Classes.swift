/// CharacterClass (ECMA-262 22.2.1): `[...]` and `[^...]`.
extension ECMAParser {
  /// One ClassAtom: a code point, which may end a range, or a set, which may not.
  enum ClassAtom {
    case codePoint(UInt32)
    case set(PatternClass)
  }

  mutating func characterClass() throws(PatternError) -> PatternClass {
    let start = position
    position += 1
    let isNegated = skip("^")
    var ranges: [ClosedRange<UInt32>] = []
    var properties: [PatternProperty] = []
    while !skip("]") {
      guard !isAtEnd else { throw error("this class is never closed: add ']' or escape it as '\\['", at: start) }
      switch try classItem() {
      case .set(let set):
        ranges += set.set.ranges
        properties += set.properties
      case .codePoint(let codePoint): ranges.append(codePoint...codePoint)
      }
    }
    return classNode(isNegated, CodePointSet(ranges), properties)
  }

  /// Under `i` a class has all that is equal to one of its members, and is negated then (22.2.2.7.1, step 1.f).
  private func classNode(_ isNegated: Bool, _ set: CodePointSet, _ properties: [PatternProperty]) -> PatternClass {
    PatternClass(
      isNegated: isNegated, set: flags.ignoresCase ? CaseFolding.closure(of: set) : set, properties: properties,
      ignoresCase: flags.ignoresCase && !properties.isEmpty)
  }

  /// An atom, or two with `-` between them. A `-` before `]` is itself.
  private mutating func classItem() throws(PatternError) -> ClassAtom {
    let start = position
    let lower = try classAtom()
    guard next(is: "-"), let following = peek(1), following != UInt8(ascii: "]") else { return lower }
    position += 1
    let upper = try classAtom()
    if let union = lenientRange(lower, upper, at: start) { return .set(union) }
    return .set(PatternClass(set: CodePointSet([try range(from: lower, to: upper, at: start)])))
  }

  private func range(
    from lower: ClassAtom, to upper: ClassAtom, at start: Int
  ) throws(PatternError) -> ClosedRange<UInt32> {
    guard case .codePoint(let first) = lower, case .codePoint(let last) = upper else {
      throw error("a set such as \\d cannot start or end a range: move '-' to the end of the class", at: start)
    }
    guard first <= last else {
      throw error("the range is out of order: write the smaller character first", at: start)
    }
    return first...last
  }

  private mutating func classAtom() throws(PatternError) -> ClassAtom {
    let start = position
    guard next(is: "\\") else {
      warnOfPOSIXClass()
      return .codePoint(nextCodePoint())
    }
    if skip("\\b") { return .codePoint(0x08) }
    if skip("\\-") { return .codePoint(0x2D) }
    if let set = try classEscape() { return .set(set) }
    if let control = lenientClassControl() { return .codePoint(control) }
    position += 1
    return .codePoint(try characterEscape(at: start))
  }
}
