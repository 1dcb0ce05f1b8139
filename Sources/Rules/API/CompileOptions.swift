/// How a rule file is compiled.
public struct CompileOptions: Hashable, Sendable {
  /// What `format` does.
  public enum FormatMode: String, Codable, Hashable, Sendable {
    /// A value that does not match its format is a finding. The default.
    case assert
    /// `format` is only an annotation, as JSON Schema 2020-12 leaves it (validation, 7.2.1).
    case annotate
    /// What the dialect says: an annotation, unless its metaschema asks for the format-assertion vocabulary
    /// (2020-12 validation, 7.2.2).
    case standard
  }

  /// What happens to keywords that JSON Schema does not define.
  public enum UnknownKeywordMode: String, Codable, Hashable, Sendable {
    /// A misspelt keyword is an error; any other unknown keyword is a warning. The default.
    case report
    /// Unknown keywords are annotations, as JSON Schema has it (core, 4.3.1); nothing is said.
    case ignore
  }

  /// What happens to values that a keyword must not have, though their meaning is plain: a name that `required` lists
  /// twice, an empty `allOf`, a keyword that v1 does not have.
  public enum MetaschemaMode: String, Codable, Hashable, Sendable {
    /// They are errors of the rule file. The default.
    case enforce
    /// They are warnings.
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
  /// The URI of the metaschema for files without `$schema`.
  public var dialect: String
  /// What the metaschema refuses.
  public var metaschema: MetaschemaMode
  /// Tells the findings of every branch of a failed `anyOf` or `oneOf`, not only of the one that was meant.
  public var allBranches: Bool
  /// Keeps annotations in the program, for ``RuleSet/output(_:format:)-(RawSpan,_)``. Checks are slower then.
  public var annotations: Bool
  /// The schema to start from, as a URI reference into the rule file: `#` for its root, `#/$defs/money`, `#anchor`.
  public var entry: String

  /// The strict options: formats assert, unknown keywords are reported, duplicate keys are refused.
  public init(
    formats: FormatMode = .assert, unknownKeywords: UnknownKeywordMode = .report,
    duplicates: DuplicatePolicy = .refuse, limits: Limits = Limits(), entry: String = "#",
    dialect: String = "https://json-schema.org/draft/2020-12/schema", metaschema: MetaschemaMode = .enforce,
    annotations: Bool = false, allBranches: Bool = false
  ) {
    self.formats = formats
    self.unknownKeywords = unknownKeywords
    self.duplicates = duplicates
    self.limits = limits
    self.entry = entry
    self.dialect = dialect
    self.metaschema = metaschema
    self.annotations = annotations
    self.allBranches = allBranches
  }
}
