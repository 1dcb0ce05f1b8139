/// Quantifiers. PCRE2 counts to 65535 only.
extension PCRE2Translator {
  static let maximumCount = 65_535

  mutating func writeRepetition(_ body: PatternNode, _ count: PatternCount) throws(PatternError) {
    mark(count.offset)
    if count.maximum == 0 { return append("(?:)") }
    if count.minimum == 0, !capturedGroups(in: [body]).isEmpty { return try writeOptional(body, count) }
    try writeCounted(body, count)
  }

  mutating func writeCounted(_ body: PatternNode, _ count: PatternCount) throws(PatternError) {
    if count.minimum > Self.maximumCount || (!count.isUnbounded && count.maximum > Self.maximumCount) {
      return try writeLarge(body, count)
    }
    if isForAutomaton, count.isUnbounded, count.minimum > 0, body.isOneCharacter {
      try writeAtom(body)
      appendCount(PatternCount(minimum: count.minimum, maximum: count.minimum))
      return try writeCounted(body, PatternCount(minimum: 0, maximum: .max))
    }
    try writeAtom(body)
    appendCount(count)
  }

  /// What a quantifier may follow: one character or a parenthesis.
  private mutating func writeAtom(_ node: PatternNode) throws(PatternError) {
    switch node {
    case .character, .characters, .capture: try write(node)
    default: try writeGroup("(?:", node)
    }
  }

  private mutating func appendCount(_ count: PatternCount) {
    switch (count.minimum, count.maximum) {
    case (1, 1): return
    case (0, .max): append("*")
    case (1, .max): append("+")
    case (0, 1): append("?")
    case (let minimum, .max): append("{\(minimum),}")
    case (let minimum, let maximum): append(minimum == maximum ? "{\(minimum)}" : "{\(minimum),\(maximum)}")
    }
    if count.isLazy { append("?") }
  }

  /// `.{1,100000}` in parts that PCRE2 can count; for one character, since a group would be copied too often.
  private mutating func writeLarge(_ body: PatternNode, _ count: PatternCount) throws(PatternError) {
    guard body.isOneCharacter else {
      throw PatternError(
        offset: count.offset, message: "a group cannot be repeated more than 65535 times: use a smaller count")
    }
    try writeParts(body, count.minimum, isFixed: true, count)
    guard !count.isUnbounded else {
      return try writeCounted(body, PatternCount(minimum: 0, maximum: .max, isLazy: count.isLazy))
    }
    try writeParts(body, count.maximum - count.minimum, isFixed: false, count)
  }

  /// `total` characters, or up to that many.
  private mutating func writeParts(
    _ body: PatternNode, _ total: Int, isFixed: Bool, _ count: PatternCount
  ) throws(PatternError) {
    let (times, rest) = total.quotientAndRemainder(dividingBy: Self.maximumCount)
    guard times <= Self.maximumCount else {
      throw PatternError(offset: count.offset, message: "the repeat count is too large: no text is that long")
    }
    func part(_ size: Int) -> PatternCount {
      PatternCount(minimum: isFixed ? size : 0, maximum: size, isLazy: count.isLazy, offset: count.offset)
    }
    if times > 0 { try writeCounted(.repetition(body, part(Self.maximumCount)), part(times)) }
    if rest > 0 { try writeCounted(body, part(rest)) }
  }
}

extension PatternNode {
  fileprivate var isOneCharacter: Bool {
    switch self {
    case .character, .characters: true
    default: false
    }
  }
}
