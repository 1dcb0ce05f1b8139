/// Groups, lookaround, group names and the references to them (ECMA-262 22.2.1, 22.2.1.1).
extension ECMAParser {
  /// A reference whose group may come later in the pattern.
  struct PendingReference {
    enum Target { case number(Int), name([UInt32]) }
    let target: Target
    let offset: Int
  }

  mutating func lookaround() throws(PatternError) -> PatternNode? {
    let start = position
    let looksBehind = next(is: "(?<=") || next(is: "(?<!")
    guard skip("(?=") || skip("(?!") || skip("(?<=") || skip("(?<!") else { return nil }
    let isNegated = bytes[position - 1] == UInt8(ascii: "!")
    let body = try groupBody(from: start)
    return .lookaround(body, PatternLookaround(looksBehind: looksBehind, isNegated: isNegated, offset: start))
  }

  mutating func group() throws(PatternError) -> PatternNode {
    let start = position
    if skip("(?:") { return try groupBody(from: start) }
    if skip("(?<") { return try namedGroup(from: start) }
    if next(is: "(?") { throw unknownGroup() }
    position += 1
    return try captureGroup(from: start)
  }

  private mutating func captureGroup(from start: Int) throws(PatternError) -> PatternNode {
    captureCount += 1
    let number = captureCount
    return .capture(number, try groupBody(from: start))
  }

  private mutating func namedGroup(from start: Int) throws(PatternError) -> PatternNode {
    let nameStart = position
    let name = try groupName()
    guard groupsByName.updateValue(captureCount + 1, forKey: name) == nil else {
      throw error("two groups have this name: rename one of them", at: nameStart)
    }
    return try captureGroup(from: start)
  }

  private mutating func groupBody(from start: Int) throws(PatternError) -> PatternNode {
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw error("groups are nested deeper than \(Self.maximumDepth): flatten the pattern", at: start)
    }
    let body = try disjunction()
    guard skip(")") else { throw error("this group is never closed: add ')' or escape it as '\\('", at: start) }
    depth -= 1
    return body
  }

  private func unknownGroup() -> PatternError {
    error("'\(text(position, 3))' is not a group of ECMA-262: use (?:, (?=, (?!, (?<=, (?<! or (?<name>")
  }

  /// `\k<name>`, from behind the `\k`.
  mutating func namedReference(at start: Int) throws(PatternError) -> PatternNode {
    guard skip("<") else { throw error("'\\k' needs the name of a group: write \\k<name>", at: start) }
    return reference(.name(try groupName()), at: start)
  }

  mutating func reference(_ target: PendingReference.Target, at start: Int) -> PatternNode {
    references.append(PendingReference(target: target, offset: start))
    return .backReference(references.count - 1)
  }

  /// A reference is an error where its group does not exist anywhere in the pattern (22.2.1.1).
  func resolvedReferences() throws(PatternError) -> [PatternReference] {
    var resolved: [PatternReference] = []
    for reference in references {
      switch reference.target {
      case .number(let number) where number <= captureCount:
        resolved.append(PatternReference(group: number, offset: reference.offset))
      case .number:
        throw error("the pattern has only \(captureCount) groups: correct the number", at: reference.offset)
      case .name(let name):
        guard let number = groupsByName[name] else {
          throw error("no group has this name: correct it or add (?<name>...)", at: reference.offset)
        }
        resolved.append(PatternReference(group: number, offset: reference.offset))
      }
    }
    return resolved
  }

  /// RegExpIdentifierName and the `>` behind it. Names are compared by code point, not by canonical equivalence.
  private mutating func groupName() throws(PatternError) -> [UInt32] {
    let start = position
    var name: [UInt32] = []
    while !skip(">") {
      let offset = position
      guard !isAtEnd else { throw error("the group name is never closed: add '>'", at: start) }
      let codePoint = skip("\\u") ? try unicodeEscape(at: offset) : nextCodePoint()
      guard Self.isNamePart(codePoint, isFirst: name.isEmpty) else {
        throw error("a group name is letters, digits, '_' and '$' and starts with no digit", at: offset)
      }
      name.append(codePoint)
    }
    guard !name.isEmpty else { throw error("the group name is empty: write (?<name>...)", at: start) }
    return name
  }

  private static func isNamePart(_ codePoint: UInt32, isFirst: Bool) -> Bool {
    guard let scalar = Unicode.Scalar(codePoint) else { return false }
    if scalar == "$" || scalar == "_" { return true }
    if isFirst { return scalar.properties.isIDStart }
    return scalar.properties.isIDContinue || scalar == "\u{200C}" || scalar == "\u{200D}"
  }
}
