/// What there is to know about one finding code: for people who meet it, and for those who word it in another language.
package struct FindingEntry: Sendable {
  package let code: FindingCode
  /// What is wrong with the document, in Markdown.
  package let meaning: String
  /// The arguments beyond ``FindingCatalogue/commonArguments``.
  package let arguments: [Argument]
  /// What to do.
  package let fix: String
  package let example: Example

  /// A named argument of a finding.
  package struct Argument: Sendable {
    package let name: String
    package let kind: Kind
    package let meaning: String

    init(_ name: String, _ kind: Kind, _ meaning: String) {
      self.name = name
      self.kind = kind
      self.meaning = meaning
    }
  }

  /// The kinds of ``FindingArgument``.
  package enum Kind: String, Sendable {
    case text, json, count, list
  }

  /// Rules with a document that gets the code, and one that does not.
  package struct Example: Sendable {
    package let rules: String
    package let bad: String
    /// The only finding of the bad document, in English.
    package let message: String
    package let good: String
    /// The bytes of the bad document, where a string cannot hold them.
    package var bytes: [UInt8]?
    /// Options that the example needs, in words and as they are.
    package var setting = ""
    package var options = CompileOptions()
    /// Whether the finding comes from filling in defaults.
    package var fillsDefaults = false

    init(_ rules: String, bad: String, _ message: String, good: String) {
      self.rules = rules
      self.bad = bad
      self.message = message
      self.good = good
    }
  }

  init(
    _ code: String, _ meaning: String, _ arguments: [Argument] = [], fix: String, _ example: Example
  ) {
    self.code = FindingCode(rawValue: code)
    self.meaning = meaning
    self.arguments = arguments
    self.fix = fix
    self.example = example
  }
}

extension FindingEntry.Argument {
  static let jsonLimit = Self("limit", .json, "what the rule allows")
  static let count = Self("count", .count, "how many values are allowed; `expected` has the first 100 of them")
  static let advice = Self("advice", .text, "what is wrong and what to write instead, in English")

  static func actual(_ unit: String) -> Self { Self("actual", .count, "how many \(unit) there are") }
}
