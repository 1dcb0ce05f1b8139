extension PatternParser {
  /// Behind a backslash, outside of classes.
  mutating func escape() throws(PatternError) -> PatternNode? {
    guard let scalar = peek() else { throw error("a backslash ends the pattern; write \\\\") }
    switch Unicode.Scalar(scalar) {
    case "A": return assertion(.textStart)
    case "z": return assertion(.textEnd)
    case "b": return assertion(.wordBoundary)
    case "B": return assertion(.noWordBoundary)
    case "Q": return quotation()
    case "E":
      index += 1
      return nil
    default: break
    }
    if let set = try classEscape() { return .set(folded(set)) }
    return literal(try characterEscape())
  }

  private mutating func assertion(_ assertion: PatternAssertion) -> PatternNode {
    index += 1
    return .assertion(assertion)
  }

  /// `\Q...\E`: everything is itself.
  private mutating func quotation() -> PatternNode? {
    index += 1
    var nodes: [PatternNode] = []
    while let scalar = peek() {
      index += 1
      if scalar == 0x5C, isNext("E") {
        index += 1
        break
      }
      nodes.append(literal(scalar))
    }
    return nodes.isEmpty ? nil : .sequence(nodes)
  }

  /// `\d`, `\p{L}` and their like; nil for an escape that is one character.
  mutating func classEscape() throws(PatternError) -> ScalarSet? {
    guard let scalar = peek(), scalar < 0x80 else { return nil }
    if let set = NamedClasses.perl(UInt8(scalar)) {
      index += 1
      return set
    }
    guard scalar == 0x70 || scalar == 0x50 else { return nil }
    index += 1
    return try unicodeClass(isInverted: scalar == 0x50)
  }

  private mutating func unicodeClass(isInverted: Bool) throws(PatternError) -> ScalarSet {
    var name = ""
    var isInverted = isInverted
    if accept("{") {
      if accept("^") { isInverted.toggle() }
      while let scalar = peek(), scalar != 0x7D, let part = Unicode.Scalar(scalar) {
        name.unicodeScalars.append(part)
        index += 1
      }
      guard accept("}") else { throw error("'}' is missing behind \\p{") }
    } else if let scalar = peek().flatMap(Unicode.Scalar.init) {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    guard let set = NamedClasses.category(name) else {
      throw error("\\p{\(name.prefix(20))} is no general category, such as L or Lu; scripts are not supported")
    }
    return isInverted ? set.inverted : set
  }

  /// An escape for one character, behind its backslash.
  mutating func characterEscape() throws(PatternError) -> UInt32 {
    guard let scalar = peek() else { throw error("a backslash ends the pattern; write \\\\") }
    index += 1
    switch Unicode.Scalar(scalar) {
    case "a": return 0x07
    case "f": return 0x0C
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "v": return 0x0B
    case "x": return try hexadecimal()
    case "0", "1", "2", "3", "4", "5", "6", "7": return try octal(scalar - 0x30)
    default: break
    }
    guard scalar < 0x80, !UInt8(scalar).isLetter, !UInt8(scalar).isDigit else {
      throw error("RE2 has no escape \\\(Unicode.Scalar(scalar).map(String.init) ?? "")")
    }
    return scalar
  }

  private mutating func hexadecimal() throws(PatternError) -> UInt32 {
    let isBraced = accept("{")
    var value: UInt32 = 0
    var count = 0
    while let scalar = peek(), scalar < 0x80, let digit = UInt8(scalar).hexValue, isBraced || count < 2, count < 8 {
      value = value << 4 | digit
      index += 1
      count += 1
    }
    guard isBraced ? accept("}") && count > 0 : count == 2, Unicode.Scalar(value) != nil else {
      throw error("\\x takes two hexadecimal digits, or a code point in braces")
    }
    return value
  }

  /// A single digit but zero would be a back reference.
  private mutating func octal(_ first: UInt32) throws(PatternError) -> UInt32 {
    var value = first
    var count = 1
    while count < 3, let scalar = peek(), (0x30...0x37).contains(scalar) {
      value = value << 3 | (scalar - 0x30)
      index += 1
      count += 1
    }
    guard first == 0 || count > 1 else { throw error("RE2 has no back references") }
    return value
  }

  // MARK: Classes

  /// Behind `[`.
  mutating func characterClass() throws(PatternError) -> ScalarSet {
    let isInverted = accept("^")
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while isFirst || !isNext("]") {
      guard peek() != nil else { throw error("a class is not closed; add ']'") }
      isFirst = false
      if let set = try namedMember() {
        ranges += set.ranges
      } else {
        ranges.append(try range())
      }
    }
    index += 1
    let set = ScalarSet(ranges)
    // Case is folded first: [^a] without case is neither a nor A.
    return isInverted ? folded(set).inverted : set
  }

  private mutating func namedMember() throws(PatternError) -> ScalarSet? {
    if scalars[index] == 0x5B, index + 1 < scalars.count, scalars[index + 1] == 0x3A { return try posixClass() }
    guard scalars[index] == 0x5C else { return nil }
    index += 1
    if let set = try classEscape() { return set }
    index -= 1
    return nil
  }

  /// `[:alpha:]`; nil where it does not end like one, and is text.
  private mutating func posixClass() throws(PatternError) -> ScalarSet? {
    let rest = scalars[(index + 2)...]
    guard let end = rest.indices.dropLast().first(where: { rest[$0] == 0x3A && rest[$0 + 1] == 0x5D }) else {
      return nil
    }
    var name = String(String.UnicodeScalarView(rest[..<end].compactMap(Unicode.Scalar.init)))
    let isInverted = name.hasPrefix("^")
    if isInverted { name.removeFirst() }
    guard let set = NamedClasses.posix[name] else { throw error("[:\(name.prefix(20)):] is no class") }
    index = end + 2
    return isInverted ? set.inverted : set
  }

  private mutating func range() throws(PatternError) -> ClosedRange<UInt32> {
    let low = try member()
    guard index + 1 < scalars.count, scalars[index] == 0x2D, scalars[index + 1] != 0x5D else { return low...low }
    index += 1
    let high = try member()
    guard low <= high else { throw error("a range of a class runs backwards") }
    return low...high
  }

  private mutating func member() throws(PatternError) -> UInt32 {
    guard let scalar = peek() else { throw error("a class is not closed; add ']'") }
    index += 1
    return scalar == 0x5C ? try characterEscape() : scalar
  }
}
