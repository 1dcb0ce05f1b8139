/// The stable name of a problem in a rule file. All of them, with examples: Documentation/RuleProblems.md.
public struct RuleProblemCode: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible {
  /// The name in reports.
  public let rawValue: String

  /// A code by its name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The name in reports.
  public var description: String { rawValue }
}

// MARK: - The text and its syntax

extension RuleProblemCode {
  /// The text is not JSON (RFC 8259) or not YAML 1.2.
  public static let malformed = RuleProblemCode(rawValue: "malformed")
  /// There is no value: no bytes, or white space and comments only.
  public static let empty = RuleProblemCode(rawValue: "empty")
  /// The bytes are not UTF-8.
  public static let notUTF8 = RuleProblemCode(rawValue: "not-utf-8")
  /// The text is longer than what is read.
  public static let bytes = RuleProblemCode(rawValue: "bytes")
  /// Lists and mappings are nested deeper than what is read.
  public static let depth = RuleProblemCode(rawValue: "depth")
  /// A file cannot be read, or not as a rule file.
  public static let unreadable = RuleProblemCode(rawValue: "unreadable")
  /// An object has the same name twice.
  public static let duplicateKey = RuleProblemCode(rawValue: "duplicate-key")
  /// An alias stands where none can, names nothing, or makes the text too large.
  public static let yamlAlias = RuleProblemCode(rawValue: "yaml-alias")
  /// A key is missing, or is no name.
  public static let yamlKey = RuleProblemCode(rawValue: "yaml-key")
  /// A merge key, which YAML 1.2 does not have.
  public static let yamlMerge = RuleProblemCode(rawValue: "yaml-merge")
  /// A number that JSON does not have, such as `.nan`.
  public static let yamlNumber = RuleProblemCode(rawValue: "yaml-number")
  /// A tag that JSON has no value for, or that the value does not fit.
  public static let yamlTag = RuleProblemCode(rawValue: "yaml-tag")
  /// A `*.cases.yaml` file that `assay test` cannot run.
  public static let caseFile = RuleProblemCode(rawValue: "case-file")
}

// MARK: - Keywords and their values

extension RuleProblemCode {
  /// No draft has the keyword: misspelt (an error), or ignored (a warning).
  public static let unknownKeyword = RuleProblemCode(rawValue: "unknown-keyword")
  /// The keyword belongs to another draft and is ignored.
  public static let otherDraft = RuleProblemCode(rawValue: "other-draft")
  /// The keyword still counts but has a new name.
  public static let oldKeyword = RuleProblemCode(rawValue: "old-keyword")
  /// The keyword stands beside `$ref`, where it is ignored up to draft 7.
  public static let ignoredKeyword = RuleProblemCode(rawValue: "ignored-keyword")
  /// The keyword counts only at other places.
  public static let misplacedKeyword = RuleProblemCode(rawValue: "misplaced-keyword")
  /// The keyword is known but not by this version of Assay.
  public static let unsupportedKeyword = RuleProblemCode(rawValue: "unsupported-keyword")
  /// `x-assay` asks for a version that is not this one.
  public static let unsupportedVersion = RuleProblemCode(rawValue: "unsupported-version")
  /// A schema is expected, and this is none.
  public static let notASchema = RuleProblemCode(rawValue: "not-a-schema")
  /// The keyword does not take this value.
  public static let wrongValue = RuleProblemCode(rawValue: "wrong-value")
  /// `type` names no type.
  public static let unknownType = RuleProblemCode(rawValue: "unknown-type")
  /// `format` names no format: misspelt (an error), or not checked (a warning).
  public static let unknownFormat = RuleProblemCode(rawValue: "unknown-format")
  /// A pattern is not ECMA-262, or cannot be run.
  public static let badPattern = RuleProblemCode(rawValue: "bad-pattern")
  /// `x-normalize` names no normalizer.
  public static let unknownNormalizer = RuleProblemCode(rawValue: "unknown-normalizer")
  /// `x-severity` names no severity.
  public static let unknownSeverity = RuleProblemCode(rawValue: "unknown-severity")
}

// MARK: - References and dialects

extension RuleProblemCode {
  /// A reference is no URI reference with a JSON Pointer or an anchor.
  public static let badReference = RuleProblemCode(rawValue: "bad-reference")
  /// A JSON Pointer leads to nothing.
  public static let unknownReference = RuleProblemCode(rawValue: "unknown-reference")
  /// No schema has the anchor that is named.
  public static let unknownAnchor = RuleProblemCode(rawValue: "unknown-anchor")
  /// A reference leads to a document that was not given.
  public static let unknownDocument = RuleProblemCode(rawValue: "unknown-document")
  /// Two schemas have the same anchor.
  public static let duplicateAnchor = RuleProblemCode(rawValue: "duplicate-anchor")
  /// Two schemas of one file have the same URI.
  public static let duplicateID = RuleProblemCode(rawValue: "duplicate-id")
  /// References lead back to a schema without going into the instance.
  public static let endlessReference = RuleProblemCode(rawValue: "endless-reference")
  /// Dynamic references can be reached in too many ways.
  public static let tooManyScopes = RuleProblemCode(rawValue: "too-many-scopes")
  /// Schemas are nested deeper than the thread's stack.
  public static let tooDeep = RuleProblemCode(rawValue: "too-deep")
  /// `$schema` names no dialect that is known.
  public static let unknownDialect = RuleProblemCode(rawValue: "unknown-dialect")
  /// `$schema` is misspelt, but there is no doubt what is meant.
  public static let dialectURI = RuleProblemCode(rawValue: "dialect-uri")
  /// The file's own metaschema refuses it.
  public static let metaschema = RuleProblemCode(rawValue: "metaschema")
  /// A metaschema requires a vocabulary that is not known.
  public static let unknownVocabulary = RuleProblemCode(rawValue: "unknown-vocabulary")
}

// MARK: - Keywords of Assay

extension RuleProblemCode {
  /// `x-normalize` is reached under a condition.
  public static let conditionalNormalize = RuleProblemCode(rawValue: "conditional-normalize")
  /// Two schemas of one value ask for different normalizers.
  public static let normalizeConflict = RuleProblemCode(rawValue: "normalize-conflict")
  /// `x-severity` stands where it is ignored: inside `anyOf`, `oneOf`, `not`, `if` or `contains`.
  public static let ignoredSeverity = RuleProblemCode(rawValue: "ignored-severity")
}

// MARK: - Suspicious rules, told by `rules check` only

extension RuleProblemCode {
  /// The keyword says something of values that the schema's type excludes.
  public static let inapplicableKeyword = RuleProblemCode(rawValue: "inapplicable-keyword")
  /// All `type`s that apply together leave no type.
  public static let contradictoryTypes = RuleProblemCode(rawValue: "contradictory-types")
  /// A lower limit is above an upper one.
  public static let contradictoryLimits = RuleProblemCode(rawValue: "contradictory-limits")
  /// A required property is forbidden by the same schema.
  public static let forbiddenRequired = RuleProblemCode(rawValue: "forbidden-required")
  /// The keyword does nothing without another one, or beside this one.
  public static let keywordWithoutEffect = RuleProblemCode(rawValue: "keyword-without-effect")
  /// A branch that no value takes, or that never matters.
  public static let unreachableBranch = RuleProblemCode(rawValue: "unreachable-branch")
  /// A branch that is the same as an earlier one.
  public static let duplicateBranch = RuleProblemCode(rawValue: "duplicate-branch")
  /// Values that two branches of `oneOf` take, so that `oneOf` refuses them.
  public static let overlappingBranches = RuleProblemCode(rawValue: "overlapping-branches")
  /// A value of `enum` that the same schema refuses.
  public static let unreachableEnumValue = RuleProblemCode(rawValue: "unreachable-enum-value")
  /// Every value of `enum`, or the one of `const`, is refused by the same schema.
  public static let unsatisfiableEnum = RuleProblemCode(rawValue: "unsatisfiable-enum")
  /// A value that `enum` lists twice.
  public static let duplicateEnumValue = RuleProblemCode(rawValue: "duplicate-enum-value")
  /// A `default` that its own schema refuses.
  public static let invalidDefault = RuleProblemCode(rawValue: "invalid-default")
  /// One of `examples` that its own schema refuses.
  public static let invalidExample = RuleProblemCode(rawValue: "invalid-example")
  /// A definition that no reference of the file leads to.
  public static let unusedDefinition = RuleProblemCode(rawValue: "unused-definition")
  /// A format that the draft does not have yet.
  public static let laterFormat = RuleProblemCode(rawValue: "later-format")
  /// A pattern that can take exponential time.
  public static let slowPattern = RuleProblemCode(rawValue: "slow-pattern")
  /// A pattern that ECMA-262 reads only in its older syntax.
  public static let lenientPattern = RuleProblemCode(rawValue: "lenient-pattern")
}

extension RuleProblemCode {
  /// A value that its keyword cannot have: the metaschema says so. Where that is tolerated the keyword asserts nothing.
  var isViolation: Bool { [.wrongValue, .unknownType].contains(self) }
}
