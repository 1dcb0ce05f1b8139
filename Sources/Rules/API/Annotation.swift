/// What a keyword of a valid schema says about a value (2020-12 core, 7.7).
public struct Annotation: Codable, Hashable, Sendable {
  /// The keyword: `title`, `default`, `properties`, one of your own.
  public var keyword: String
  /// The value that it is about, as a JSON Pointer.
  public var instanceLocation: String
  /// The path of keywords that evaluation took, through every `$ref`, as a JSON Pointer.
  public var keywordLocation: String
  /// The keyword's own place: the schema's URI, or the rule file's path, with a JSON Pointer as its fragment.
  public var absoluteKeywordLocation: String
  /// The keyword's place in the rule file, as a JSON Pointer from the root of the document.
  public var documentLocation: String
  /// Its value as JSON text.
  public var value: String

  /// ``documentLocation`` as a URI fragment (RFC 6901, 6), without `#`.
  public var documentFragment: String { PercentEncoding.fragment(documentLocation) }
}
