/// What a name that stands twice in one object means. The choice belongs to the document, not to a rule.
@frozen
public enum DuplicatePolicy: String, Codable, Hashable, Sendable {
  /// The document is invalid: two parsers would read it differently, which is how checks are circumvented.
  case refuse
  /// The last member counts, as in ECMAScript; the earlier ones are ignored. Such a document cannot be normalized.
  case useLast
}
