/// Group names and the references to groups (ECMA-262 22.2.1, 22.2.1.1).
extension ECMAParser {
  /// A reference whose group may come later in the pattern.
  struct PendingReference {
    enum Target { case number(Int), name([UInt32]) }
    let target: Target
    let offset: Int
    let ignoresCase: Bool
  }

  /// `\k<name>`, from behind the `\k`.
  mutating func namedReference(at start: Int) throws(PatternError) -> PatternNode {
    guard skip("<") else { throw error("'\\k' needs the name of a group: write \\k<name>", at: start) }
    return reference(.name(try groupName()), at: start)
  }

  mutating func reference(_ target: PendingReference.Target, at start: Int) -> PatternNode {
    references.append(PendingReference(target: target, offset: start, ignoresCase: flags.ignoresCase))
    return .backReference(references.count - 1)
  }

  /// A reference is an error where its group does not exist anywhere in the pattern (22.2.1.1).
  mutating func resolvedReferences() throws(PatternError) -> [PatternReference] {
    var resolved: [PatternReference] = []
    var groupCount = 0
    for reference in references {
      let numbers = try numbers(of: reference)
      groupCount += numbers.count
      if groupCount > Self.maximumLength, excess == nil {
        excess = error("too many groups share names that are referred to: use fewer", at: reference.offset)
      }
      resolved.append(
        PatternReference(
          groups: excess == nil ? numbers : [], offset: reference.offset, ignoresCase: reference.ignoresCase))
    }
    return resolved
  }

  private func numbers(of reference: PendingReference) throws(PatternError) -> [Int] {
    switch reference.target {
    case .number(let number):
      guard number <= captureCount else {
        throw error("the pattern has only \(captureCount) groups: correct the number", at: reference.offset)
      }
      return [number]
    case .name(let name):
      guard let numbers = names.numbers[name] else {
        throw error("no group has this name: correct it or add (?<name>...)", at: reference.offset)
      }
      return numbers
    }
  }

  /// RegExpIdentifierName and the `>` behind it. Names are compared by code point, not by canonical equivalence.
  mutating func groupName() throws(PatternError) -> [UInt32] {
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
