/// Alternatives and optional parts around captured groups.
///
/// ECMA-262 unsets a group at the start of each iteration (22.2.2.3.1, step 4); PCRE2 keeps what an earlier
/// iteration captured. As an unset group matches empty, the groups that are passed by are set to empty instead:
/// `(?:(a)|b)*` becomes `(?:(?|(a)|()b))*`, where `(?|` gives each alternative the same numbers.
extension PCRE2Translator {
  mutating func writeAlternatives(_ nodes: [PatternNode]) throws(PatternError) {
    let all = capturedGroups(in: nodes)
    if all.isEmpty { return try writeList(nodes) }
    append("(?|")
    for (index, node) in nodes.enumerated() {
      if index > 0 { append("|") }
      let own = capturedGroups(in: [node])
      // The groups of one alternative are consecutive, so those of earlier ones come before it.
      let earlier = all.count { group in own.first.map { group < $0 } ?? false }
      try writeEmptyGroups(earlier)
      try writeAlternative(node)
      try writeEmptyGroups(all.count - own.count - earlier)
    }
    append(")")
  }

  private mutating func writeList(_ nodes: [PatternNode]) throws(PatternError) {
    for (index, node) in nodes.enumerated() {
      if index > 0 { append("|") }
      try writeAlternative(node)
    }
  }

  /// An alternative may be alternatives itself, `(?:a|b)|c`, which then needs no parenthesis but may have one.
  private mutating func writeAlternative(_ node: PatternNode) throws(PatternError) {
    if case .disjunction = node { try writeGroup("(?:", node) } else { try write(node) }
  }

  private mutating func writeEmptyGroups(_ count: Int) throws(PatternError) {
    guard translation.text.count + 2 * count <= Self.maximumLength else { throw tooLarge }
    append(String(repeating: "()", count: count))
  }

  /// `X*` with captured groups in it as `(?|X+|())`: none left over from an earlier iteration of a loop around it.
  mutating func writeOptional(_ body: PatternNode, _ count: PatternCount) throws(PatternError) {
    let groups = capturedGroups(in: [body]).count
    var once = count
    once.minimum = 1
    append("(?|")
    if count.isLazy {
      try writeEmptyGroups(groups)
      append("|")
    }
    try writeCounted(body, once)
    if !count.isLazy {
      append("|")
      try writeEmptyGroups(groups)
    }
    append(")")
  }

  /// The captured groups inside, ascending.
  func capturedGroups(in nodes: [PatternNode]) -> [Int] {
    captured.isEmpty ? [] : nodes.flatMap(capturedGroups)
  }

  private func capturedGroups(in node: PatternNode) -> [Int] {
    switch node {
    case .sequence(let nodes), .disjunction(let nodes): capturedGroups(in: nodes)
    case .capture(let number, let body): (captured.contains(number) ? [number] : []) + capturedGroups(in: body)
    case .repetition(let body, _), .lookaround(let body, _): capturedGroups(in: body)
    default: []
    }
  }
}
