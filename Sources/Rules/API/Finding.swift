/// One thing that is wrong, or worth knowing, at one place of a document.
///
/// The text is not stored: ``code`` and ``arguments`` say what happened, and a ``MessageCatalogue`` turns them into a
/// sentence, so that services can answer in another language.
public struct Finding: Codable, Hashable, Sendable {
  /// Only `error` makes the document invalid.
  public var severity: Severity
  /// What happened, as a stable name: the keyword for validation keywords (`maxLength`), else one of ``FindingCode``.
  public var code: FindingCode
  /// The values that the message speaks of, by name.
  public var arguments: [String: FindingArgument]
  /// The rule author's own text (`x-message`), already filled in; it stands in place of the catalogue's.
  public var customMessage: String?
  /// Where in the document, as a JSON Pointer (RFC 6901); empty for the whole document.
  public var instanceLocation: String
  /// The path of keywords that evaluation took, through every `$ref`, as a JSON Pointer.
  public var keywordLocation: String
  /// The keyword's own place: the schema's URI, or the rule file's path, with a JSON Pointer as its fragment.
  public var absoluteKeywordLocation: String
  /// The bytes of the document that the finding is about.
  public var span: ByteSpan
  /// Where the keyword stands in the rule file; nil for what no keyword asks for, such as well-formed JSON.
  public var rule: RuleLocation?
  /// The value or values that would have been accepted, as JSON text, best first.
  public var expected: [String]
  /// What was probably meant, as JSON text.
  public var suggestion: String?
  /// For a failed `anyOf` or `oneOf`: the findings of the branch that was meant, where one stands out.
  public var causes: [Finding]
  /// For a failed `anyOf` or `oneOf`, with ``CompileOptions/allBranches``: every branch.
  public var branches: [BranchFindings]

  package init(
    severity: Severity, code: FindingCode, arguments: [String: FindingArgument] = [:], customMessage: String? = nil,
    instanceLocation: String, keywordLocation: String = "", absoluteKeywordLocation: String = "", span: ByteSpan,
    rule: RuleLocation? = nil, expected: [String] = [], suggestion: String? = nil, causes: [Finding] = [],
    branches: [BranchFindings] = []
  ) {
    self.severity = severity
    self.code = code
    self.arguments = arguments
    self.customMessage = customMessage
    self.instanceLocation = instanceLocation
    self.keywordLocation = keywordLocation
    self.absoluteKeywordLocation = absoluteKeywordLocation
    self.span = span
    self.rule = rule
    self.expected = expected
    self.suggestion = suggestion
    self.causes = causes
    self.branches = branches
  }

  /// The finding as one plain sentence, lower-case, in English or in the words of `catalogue`.
  public func message(_ catalogue: MessageCatalogue = .english) -> String {
    customMessage ?? catalogue.text(self)
  }
}

/// What one branch of an `anyOf` or `oneOf` says.
public struct BranchFindings: Codable, Hashable, Sendable {
  /// Its place in the list, from 0.
  public var index: Int
  /// Its `title`, or the name under which it is defined; empty when it has none.
  public var name: String
  /// What is wrong as far as this branch goes.
  public var findings: [Finding]
}

/// A range of bytes in the document, half-open, from 0.
public struct ByteSpan: Codable, Hashable, Sendable {
  /// The first byte.
  public var offset: Int
  /// How many bytes; 0 marks a place between two bytes.
  public var length: Int

  /// `length` bytes from `offset`.
  public init(offset: Int, length: Int) {
    self.offset = offset
    self.length = length
  }
}

/// A place in a rule file.
public struct RuleLocation: Codable, Hashable, Sendable {
  /// The file, as it was named when it was compiled.
  public var path: String
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode code points, from 1.
  public var column: Int

  /// `path:line:column`.
  public init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }
}

/// A typed argument of a finding.
public struct FindingArgument: Codable, Hashable, Sendable {
  /// The kinds of argument. A struct around it keeps room for more.
  enum Value: Codable, Hashable, Sendable {
    case text(String)
    case json(String)
    case count(Int)
    case list([String])
  }

  let value: Value

  /// Plain words: a property name, a format's name.
  public static func text(_ text: String) -> Self { .init(value: .text(text)) }
  /// A JSON value as JSON text, shortened when it is long.
  public static func json(_ text: String) -> Self { .init(value: .json(text)) }
  /// A number of things.
  public static func count(_ count: Int) -> Self { .init(value: .count(count)) }
  /// Several plain words.
  public static func list(_ list: [String]) -> Self { .init(value: .list(list)) }

  /// The argument as text for a message; lists are joined with commas.
  public var text: String {
    switch value {
    case .text(let text), .json(let text): text
    case .count(let count): String(count)
    case .list(let list): list.joined(separator: ", ")
    }
  }

  /// The elements of a list, or the argument itself.
  public var elements: [String] {
    if case .list(let list) = value { return list }
    return [text]
  }

  /// The number, when the argument is a count.
  public var count: Int? {
    if case .count(let count) = value { return count }
    return nil
  }
}
