/// The built-in sentences, one a finding code: plain, lower-case, one line, naming value, limit and unit.
///
/// A sentence whose arguments are missing is left out in favour of the code's name: a finding never traps.
enum EnglishMessages {
  @Sendable
  static func text(_ finding: Finding) -> String {
    let words = MessageArguments(finding)
    let sentence = sentence(words) ?? finding.code.rawValue
    let original = words["original"].map { " (normalized from \($0))" } ?? ""
    return EnglishWords.oneLine(sentence + original)
  }

  private static func sentence(_ words: MessageArguments) -> String? {
    value(words) ?? size(words) ?? number(words) ?? object(words) ?? combinator(words) ?? document(words)
  }

  private static func value(_ words: MessageArguments) -> String? {
    switch words.code {
    case "type": type(words)
    case "enum": words["value"].map { "\($0) is not allowed" }
    case "const": const(words)
    case "pattern": words.pair("value", "pattern").map { "\($0) does not match the pattern \($1)" }
    case "format":
      words.pair("value", "format").map { value, format in "\(value) is not \(EnglishFormats.name(format))" }
    case "contentEncoding": words.pair("value", "limit").map { "\($0) is not encoded as \($1)" }
    case "contentMediaType": words.pair("value", "limit").map { "\($0) does not hold \($1)" }
    case "false": refused(words)
    case "not": excluded(words) ?? "this value is one that the rules exclude"
    case "deprecated": words.quoted("name").map { "\($0) is deprecated" } ?? "this is deprecated"
    default: nil
    }
  }

  private static func refused(_ words: MessageArguments) -> String {
    tooMany(words) ?? words.quoted("name").map { "the property \($0) is not allowed" } ?? "no value is allowed here"
  }

  /// An item behind the last that is allowed.
  private static func tooMany(_ words: MessageArguments) -> String? {
    guard let limit = words["limit"] else { return nil }
    if limit == "0" { return "no items are allowed here; remove this one" }
    return "\(EnglishWords.counted(limit, "item")) at most \(limit == "1" ? "is" : "are") allowed; remove this one"
  }

  /// What a `not` of one keyword excludes.
  private static func excluded(_ words: MessageArguments) -> String? {
    guard let excluded = words.list("excluded"), let value = words["value"] else { return nil }
    let details = excluded.dropFirst()
    switch excluded.first {
    case "required":
      let names = EnglishWords.both(details.map(JSONWriter.quoted))
      return "\(names) must not be present\(details.count > 1 ? " together" : "")"
    case "type": return "\(value) must not be \(EnglishWords.either(details.map(EnglishWords.withArticle)))"
    case "pattern": return "\(value) must not match the pattern \(details.joined())"
    case "values": return "\(value) is excluded here"
    default: return nil
    }
  }

  private static func type(_ words: MessageArguments) -> String? {
    guard let expected = words.list("expected"), let actual = words["actual"] else { return nil }
    let wanted = EnglishWords.either(expected.map(EnglishWords.withArticle))
    let isShort = ["string", "number", "integer", "boolean"].contains(actual)
    let subject = isShort ? words["value"] ?? "this" : "this"
    return "expected \(wanted), but \(subject) is \(EnglishWords.withArticle(actual))"
  }

  private static func const(_ words: MessageArguments) -> String? {
    guard let value = words["value"] else { return nil }
    return words.expected.first.map { "expected \($0), but this is \(value)" } ?? "\(value) is not allowed"
  }

  private static func size(_ words: MessageArguments) -> String? {
    switch words.code {
    case "maxLength": atMost(words, "character")
    case "minLength": atLeast(words, "character")
    case "maxItems": atMost(words, "item")
    case "minItems": atLeast(words, "item")
    case "maxProperties": atMost(words, "property")
    case "minProperties": atLeast(words, "property")
    case "maxContains": atMost(words, "matching item")
    case "minContains", "contains": atLeast(words, "matching item")
    default: nil
    }
  }

  private static func atMost(_ words: MessageArguments, _ unit: String) -> String? {
    words.pair("limit", "actual").map { limit, actual in
      "\(EnglishWords.counted(limit, unit)) at most, but \(subject(words)) has \(actual)"
    }
  }

  private static func atLeast(_ words: MessageArguments, _ unit: String) -> String? {
    words.pair("limit", "actual").map { limit, actual in
      "\(EnglishWords.counted(limit, unit)) at least, but \(subject(words)) has \(actual)"
    }
  }

  /// Under `propertyNames` the instance is a name.
  private static func subject(_ words: MessageArguments) -> String {
    words.quoted("name").map { "the name \($0)" } ?? "this"
  }

  private static func number(_ words: MessageArguments) -> String? {
    guard let (value, limit) = words.pair("value", "limit") else { return nil }
    switch words.code {
    case "minimum": return "\(value) is too small: \(limit) or more is allowed"
    case "maximum": return "\(value) is too large: \(limit) or less is allowed"
    case "exclusiveMinimum": return "\(value) is too small: it must be more than \(limit)"
    case "exclusiveMaximum": return "\(value) is too large: it must be less than \(limit)"
    case "multipleOf": return "\(value) is not a multiple of \(limit)"
    default: return nil
    }
  }

  private static func object(_ words: MessageArguments) -> String? {
    switch words.code {
    case "required": required(words)
    case "additionalProperties", "unevaluatedProperties": words.quoted("name").map { "unknown property \($0)" }
    case "unevaluatedItems": tooMany(words) ?? "no rule describes this item; remove it"
    case "dependentRequired", "dependencies":
      words.quotedList("names").map { names in
        words.quoted("name").map { "missing: \(names), because \($0) is present" } ?? "missing: \(names)"
      }
    case "uniqueItems": repeated(words)
    default: nil
    }
  }

  private static func required(_ words: MessageArguments) -> String? {
    guard let names = words.quotedList("names") else { return nil }
    guard let stranger = words.quoted("misspelt"), let meant = words.quoted("meant") else { return "missing: \(names)" }
    return "missing: \(names) (\(stranger) may be a misspelling of \(meant))"
  }

  private static func repeated(_ words: MessageArguments) -> String? {
    guard let (first, second) = words.pair("first", "second") else { return nil }
    let value = words["value"].map { ": \($0)" } ?? ""
    return "the items at index \(first) and \(second) are equal\(value)"
  }

  private static func combinator(_ words: MessageArguments) -> String? {
    guard ["anyOf", "oneOf"].contains(words.code) else { return nil }
    if let matched = words.list("matched"), matched.count > 1 {
      return "this matches the alternatives \(EnglishWords.both(matched)) (from 0), but exactly one is allowed"
    }
    return alternatives(words) ?? "this matches none of the alternatives"
  }

  /// What can be said when no alternative matches.
  private static func alternatives(_ words: MessageArguments) -> String? {
    if let property = words.quoted("discriminator") {
      return words["isMissing"] != nil
        ? "missing: \(property), which tells the alternatives apart"
        : words["value"].map { "\($0) is no known \(property)" }
    }
    if let names = words.list("names") { return "missing: \(EnglishWords.either(names))" }
    if words.list("expected") != nil { return type(words) }
    if let meant = words["meant"] { return "this matches none of the alternatives; the closest is \(meant)" }
    return words.expected.isEmpty ? nil : words["value"].map { "\($0) is not allowed" }
  }

  private static func document(_ words: MessageArguments) -> String? {
    switch words.code {
    case "malformed", "empty", "not-utf-8": words["advice"]
    case "duplicate-key": words.quoted("name").map { "the name \($0) stands twice in this object; remove one" }
    case "budget": budget(words)
    case "normalize-conflict":
      words.list("names").map { "two rules ask for different normalizations here: \(EnglishWords.both($0))" }
    case "normalize-range":
      words["value"].map { "\($0) cannot be normalized: the result is not in the years 0000 to 9999" }
    case "default-conflict": defaultConflict(words)
    case "default-invalid": words["reason"] ?? "with its defaults filled in, the document is not valid"
    default: nil
    }
  }

  private static func defaultConflict(_ words: MessageArguments) -> String? {
    let values = words.list("names").map { ": \(EnglishWords.both($0))" } ?? ""
    return words.quoted("name").map { "two rules give different defaults for \($0)\(values)" }
  }

  private static func budget(_ words: MessageArguments) -> String? {
    guard let name = words["budget"] else { return nil }
    func more(_ than: String, _ unit: String) -> String {
      words["limit"].map { "\(than) \(EnglishWords.counted($0, unit))" } ?? "\(than) its budget of \(unit)s"
    }
    switch Budget(rawValue: name) {
    case .bytes: return "undecided: the document is \(more("longer than", "byte"))"
    case .depth: return "undecided: arrays and objects are nested \(more("deeper than", "level"))"
    case .patternSteps: return "undecided: a pattern took \(more("more than", "step")) on this text"
    case .numberSteps: return "undecided: this number took \(more("more than", "step"))"
    case .recursion: return "undecided: rules inside rules go \(more("deeper than", "level")), or than the stack holds"
    case .evaluationSteps: return "undecided: the rules visit the values of this document too often"
    default: return "undecided: the budget \(name) ran out"
    }
  }
}
