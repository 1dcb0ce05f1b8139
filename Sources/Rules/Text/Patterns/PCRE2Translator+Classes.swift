/// Literals and classes. Classes are written as ranges that we worked out ourselves, and properties by name.
extension PCRE2Translator {
  /// Matches no code point; `(?!)` would have another length in a lookbehind.
  private static let nothing = "[^\\x{0}-\\x{10ffff}]"

  mutating func writeLiteral(_ codePoint: UInt32) {
    // No UTF-8 text holds a lone surrogate.
    if (0xD800...0xDFFF).contains(codePoint) { return append(Self.nothing) }
    append(Self.literal(codePoint))
  }

  private static func literal(_ codePoint: UInt32) -> String {
    guard codePoint < 0x80, codePoint != 0x5F, CodePointSet.word.contains(codePoint) else {
      return "\\x{\(String(codePoint, radix: 16))}"
    }
    return String(UnicodeScalar(UInt8(codePoint)))
  }

  mutating func writeClass(_ set: PatternClass) throws(PatternError) {
    let scalars = set.set.scalars
    guard set.properties.isEmpty else { return try writeProperties(set, scalars) }
    if (scalars.isEmpty && !set.isNegated) || (set.set.isFull && set.isNegated) { return append(Self.nothing) }
    // `[^]` and `[\s\S]`: any code point, by DOTALL.
    if (scalars.isEmpty && set.isNegated) || set.set.isFull { return append(".") }
    if !set.isNegated, let single = scalars.single { return writeLiteral(single) }
    append(set.isNegated ? "[^" : "[")
    writeRanges(scalars)
    append("]")
  }

  private mutating func writeProperties(_ set: PatternClass, _ scalars: CodePointSet) throws(PatternError) {
    append(set.isNegated ? "[^" : "[")
    writeRanges(scalars)
    for property in set.properties {
      mark(property.offset)
      guard let name = property.name else {
        throw PatternError(offset: property.offset, message: "PCRE2 does not have this property: use another one")
      }
      append("\\\(property.isNegated ? "P" : "p"){\(name)}")
    }
    append("]")
  }

  private mutating func writeRanges(_ set: CodePointSet) {
    for range in set.ranges {
      append(Self.literal(range.lowerBound))
      if range.upperBound > range.lowerBound { append("-" + Self.literal(range.upperBound)) }
    }
  }
}
