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

  private static func joined(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }
}
