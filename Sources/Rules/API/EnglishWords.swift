/// English grammar, as far as messages need it.
enum EnglishWords {
  /// `a string`, `an object`, `null`.
  static func withArticle(_ type: String) -> String {
    switch type {
    case "null": "null"
    case "array", "object", "integer": "an \(type)"
    default: "a \(type)"
    }
  }

  /// `1 character`, `200 characters`, `2 properties`.
  static func counted(_ count: String, _ unit: String) -> String {
    if count == "1" { return "1 \(unit)" }
    return unit.hasSuffix("y") ? "\(count) \(unit.dropLast())ies" : "\(count) \(unit)s"
  }

  /// `a, b or c`.
  static func either(_ words: [String]) -> String { joined(words, "or") }

  /// `a, b and c`.
  static func both(_ words: [String]) -> String { joined(words, "and") }

  /// Line ends in a quoted name or a pattern as escapes.
  static func oneLine(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
    guard text.unicodeScalars.contains(where: endsLine) else { return text }
    return text.unicodeScalars.reduce(into: "") { line, scalar in
      guard endsLine(scalar) else { return line.unicodeScalars.append(scalar) }
      let digits = String(scalar.value, radix: 16)
      line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }

  /// Unicode, 5.8: LF, VT, FF, CR, NEL, LS, PS.
  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value)
  }

  private static func joined(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }
}
