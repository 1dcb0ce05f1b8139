/// RegularExpressionModifiers (ECMA-262 22.2.1): `(?i:...)`, `(?s-im:...)`, and what other languages have in its place.
extension ECMAParser {
  /// At the `(?`. The flags inside the group.
  mutating func modifiers() throws(PatternError) -> PatternFlags {
    let start = position
    position += 2
    var changed: Set<UInt8> = []
    let added = try flagLetters(&changed, from: start)
    let hasMinus = skip("-")
    let removed = hasMinus ? try flagLetters(&changed, from: start) : []
    guard !changed.isEmpty, skip(":") else { throw unknownGroup(at: start) }
    var result = flags
    for letter in added { Self.set(letter, true, &result) }
    for letter in removed { Self.set(letter, false, &result) }
    return result
  }

  /// No flag may stand twice, not even on both sides of the minus (22.2.1.1).
  private mutating func flagLetters(_ changed: inout Set<UInt8>, from start: Int) throws(PatternError) -> [UInt8] {
    var letters: [UInt8] = []
    while let letter = peek(), "ims".utf8.contains(letter) {
      guard changed.insert(letter).inserted else {
        throw error("the flag '\(text(position, 1))' stands twice: remove one of them")
      }
      letters.append(letter)
      position += 1
    }
    return letters
  }

  private static func set(_ letter: UInt8, _ isOn: Bool, _ flags: inout PatternFlags) {
    switch letter {
    case UInt8(ascii: "i"): flags.ignoresCase = isOn
    case UInt8(ascii: "m"): flags.isMultiline = isOn
    default: flags.matchesAll = isOn
    }
  }

  private func unknownGroup(at start: Int) -> PatternError {
    error("'\(text(start, 3))' is not a group of ECMA-262: \(advice(on: start))", at: start)
  }

  private func advice(on start: Int) -> String {
    if hasFlags(start + 2) {
      return position < bytes.count && bytes[position] == UInt8(ascii: ")")
        ? "a flag needs a group of its own, write (?i:...)" : "its flags are i, m and s, as in (?i:...)"
    }
    switch text(start + 2, 2) {
    case "P<": return "write (?<name>...)"
    case "P=": return "write \\k<name>"
    case _ where text(start + 2, 1) == "#": return "it has no comments, remove this one"
    case _ where text(start + 2, 1) == ">": return "it has no atomic groups, write (?:...)"
    case _ where text(start + 2, 1) == "'": return "write (?<name>...)"
    case _ where text(start + 2, 1) == "(": return "it has no conditions, write alternatives"
    case _ where text(start + 2, 1) == "|": return "give each alternative groups of its own"
    case _ where "R0123456789&P+".contains(text(start + 2, 1)): return "it has no recursion, write the group out"
    default: return "use (?:, (?=, (?!, (?<=, (?<!, (?<name> or (?i:"
    }
  }

  private func hasFlags(_ offset: Int) -> Bool {
    let letter = offset < bytes.count ? bytes[offset] : 0
    return
      (letter | 0x20 >= UInt8(ascii: "a") && letter | 0x20 <= UInt8(ascii: "z")
      && letter != UInt8(ascii: "P") && letter != UInt8(ascii: "R")) || letter == UInt8(ascii: "-")
      || letter == UInt8(ascii: "^")
  }
}
