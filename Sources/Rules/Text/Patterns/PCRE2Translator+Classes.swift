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
      append(Self.text(property))
      if set.ignoresCase { writeRanges(try Self.equals(of: property)) }
    }
    append("]")
  }

  /// Inside brackets.
  private static func text(_ property: PatternProperty) -> String {
    if let set = ScriptExtensions.members(of: property.name) {
      return text((property.isNegated ? set.complement : set).scalars)
    }
    return "\\\(property.isNegated ? "P" : "p"){\(property.name)}"
  }

  /// What is equal to a code point with the property but for case. PCRE2 has rules of its own for `(?i)\p{Lu}`.
  private static func equals(of property: PatternProperty) throws(PatternError) -> CodePointSet {
    let members = try PCRE2Code.members(of: "[\(text(property))]", among: CaseFolding.members, at: property.offset)
    return CodePointSet(members.flatMap { CaseFolding.classes[$0] ?? [] }.map { $0...$0 })
  }

  private mutating func writeRanges(_ set: CodePointSet) {
    append(Self.text(set))
  }

  private static func text(_ set: CodePointSet) -> String {
    set.ranges.map { range in
      let first = literal(range.lowerBound)
      return range.upperBound > range.lowerBound ? first + "-" + literal(range.upperBound) : first
    }.joined()
  }
}
