/// Groups and alternatives, on a stack of our own (ECMA-262 22.2.1: Disjunction, Alternative, Atom, Assertion).
extension ECMAParser {
  /// A group whose `)` is still to come, or the pattern itself.
  struct OpenGroup {
    enum Kind {
      case plain
      case capture(Int)
      case lookaround(PatternLookaround)
    }

    let kind: Kind
    let start: Int
    /// The flags outside, to which `)` returns.
    let outerFlags: PatternFlags
    var terms: [PatternNode] = []
    var alternatives: [PatternNode] = []

    init(_ kind: Kind, start: Int, _ outerFlags: PatternFlags) {
      (self.kind, self.start, self.outerFlags) = (kind, start, outerFlags)
    }

    mutating func endAlternative() {
      alternatives.append(terms.isEmpty ? .empty : terms.count == 1 ? terms[0] : .sequence(terms))
      terms = []
    }

    var body: PatternNode {
      var whole = self
      whole.endAlternative()
      return whole.alternatives.count == 1 ? whole.alternatives[0] : .disjunction(whole.alternatives)
    }

    var node: PatternNode {
      switch kind {
      case .plain: body
      case .capture(let number): .capture(number, body)
      case .lookaround(let lookaround): .lookaround(body, lookaround)
      }
    }
  }

  /// A pattern that is too large to compile is read to its end, but not kept: a tree so deep could not even be freed.
  mutating func append(_ node: PatternNode) {
    guard excess == nil else { return }
    groups[groups.count - 1].terms.append(node)
  }

  mutating func nextAlternative() {
    position += 1
    groups[groups.count - 1].endAlternative()
    names.nextAlternative()
  }

  /// At the `(`.
  mutating func openGroup() throws(PatternError) {
    let start = position
    let outerFlags = flags
    let kind = try groupKind()
    groups.append(OpenGroup(kind, start: start, outerFlags))
    names.openGroup()
    if groups.count > Self.maximumDepth + 1, excess == nil {
      excess = error("groups are nested deeper than \(Self.maximumDepth): flatten the pattern", at: start)
    }
  }

  /// At the `)`, and with the quantifier behind it.
  mutating func closeGroup() throws(PatternError) {
    guard groups.count > 1, let group = groups.popLast() else {
      throw error("unmatched ')': escape it as '\\)' or remove it")
    }
    position += 1
    flags = group.outerFlags
    names.closeGroup()
    let node = excess == nil ? group.node : .empty
    if case .lookaround(let lookaround) = group.kind {
      append(try quantifiedLookaround(node, lookaround))
    } else {
      append(try quantified(node))
    }
  }

  private mutating func groupKind() throws(PatternError) -> OpenGroup.Kind {
    let start = position
    if skip("(?:") { return .plain }
    if let lookaround = lookaround() { return .lookaround(lookaround) }
    if skip("(?<") {
      let nameStart = position
      try names.insert(try groupName(), number: captureCount + 1, at: nameStart)
    } else if next(is: "(?") {
      flags = try modifiers()
      return .plain
    } else if next(is: "(*") {
      throw error("nothing to repeat: escape '(' as '\\(' if it is text; ECMA-262 has no (*VERB)", at: start + 1)
    } else {
      position += 1
    }
    captureCount += 1
    return .capture(captureCount)
  }

  private mutating func lookaround() -> PatternLookaround? {
    let start = position
    let looksBehind = next(is: "(?<=") || next(is: "(?<!")
    guard skip("(?=") || skip("(?!") || skip("(?<=") || skip("(?<!") else { return nil }
    let isNegated = bytes[position - 1] == UInt8(ascii: "!")
    return PatternLookaround(looksBehind: looksBehind, isNegated: isNegated, offset: start)
  }
}
