/// How a rule file is compiled.
public struct CompileOptions: Hashable, Sendable {
  /// What `format` does.
  public enum FormatMode: String, Codable, Hashable, Sendable {
    /// A value that does not match its format is a finding. The default.
    case assert
    /// `format` is only an annotation, as JSON Schema 2020-12 leaves it (validation, 7.2.1).
    case annotate
  }

  /// What happens to keywords that JSON Schema does not define.
  public enum UnknownKeywordMode: String, Codable, Hashable, Sendable {
    /// A misspelt keyword is an error; any other unknown keyword is a warning. The default.
    case report
    /// Unknown keywords are annotations, as JSON Schema has it (core, 4.3.1); nothing is said.
    case ignore
  }

  /// Whether formats assert.
  public var formats: FormatMode
  /// What unknown keywords mean.
  public var unknownKeywords: UnknownKeywordMode
  /// What a name that stands twice in one object of a document means.
  public var duplicates: DuplicatePolicy
  /// What one check may use.
  public var limits: Limits
  /// The schema to start from, as a URI reference into the rule file: `#` for its root, `#/$defs/money`, `#anchor`.
  public var entry: String

  /// The strict options: formats assert, unknown keywords are reported, duplicate keys are refused.
  public init(
    formats: FormatMode = .assert, unknownKeywords: UnknownKeywordMode = .report,
    duplicates: DuplicatePolicy = .refuse, limits: Limits = Limits(), entry: String = "#"
  ) {
    self.formats = formats
    self.unknownKeywords = unknownKeywords
    self.duplicates = duplicates
    self.limits = limits
    self.entry = entry
  }
}
