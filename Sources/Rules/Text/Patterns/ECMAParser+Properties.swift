/// UnicodePropertyValueExpression (ECMA-262 22.2.1, 22.2.2.9.7): `\p{L}`, `\P{Script=Greek}`.
extension ECMAParser {
  /// At the backslash.
  mutating func property() throws(PatternError) -> PatternClass {
    let start = position
    let isNegated = next(is: "\\P")
    position += 2
    guard skip("{"), let name = propertyName() else {
      throw error("'\(text(start, 2))' needs a name in braces: write \(text(start, 2)){L}", at: start)
    }
    let value = skip("=") ? propertyName() ?? "" : nil
    guard skip("}") else { throw error("the property is never closed: add '}'", at: start) }
    guard let translation = UnicodePropertyNames.translation(name, value: value) else {
      throw error("'\(name)\(value.map { "=" + $0 } ?? "")' is not a property of ECMA-262: mind upper case", at: start)
    }
    guard let translated = translation.name else {
      let set = CodePointSet.changesWhenNFKCCaseFolded
      return classOfProperty(set: isNegated ? set.complement : set)
    }
    return classOfProperty(
      PatternProperty(name: translated, isNegated: isNegated != translation.isComplement, offset: start))
  }

  private func classOfProperty(_ property: PatternProperty) -> PatternClass {
    PatternClass(properties: [property], ignoresCase: flags.ignoresCase)
  }

  private func classOfProperty(set: CodePointSet) -> PatternClass {
    PatternClass(set: flags.ignoresCase ? CaseFolding.closure(of: set) : set)
  }

  private mutating func propertyName() -> String? {
    let start = position
    while let byte = peek(), byte < 0x80, CodePointSet.word.contains(UInt32(byte)) { position += 1 }
    return position > start ? text(start, position - start) : nil
  }
}

extension CodePointSet {
  /// The one property of ECMA-262 that PCRE2 does not have.
  static let changesWhenNFKCCaseFolded = CodePointSet(
    (0...last).compactMap { codePoint in
      guard let scalar = Unicode.Scalar(codePoint) else { return nil }
      return scalar.properties.changesWhenNFKCCaseFolded ? codePoint...codePoint : nil
    })
}
