/// What rule files may refer to by name: other documents by URI, formats and keywords of your own.
///
/// ```swift
/// var library = RuleLibrary()
/// try library.add(moneySchema, uri: "https://example.org/money")
/// library.addFormat("iban") { isIBAN($0) }
/// let rules = try RuleSet.compile(schema, library: library)
/// ```
///
/// Nothing is ever fetched: a reference to a document that is not here, and not built in, is an error of the rule file.
public struct RuleLibrary: Sendable {
  private var documents: [[UInt8]: RuleSource] = [:]
  private var lookup: (@Sendable (String) throws(LookupFailure) -> RuleSource?)?
  private(set) var formats: [String: CustomFormat] = [:]
  private(set) var keywords: [String: CustomKeyword] = [:]

  /// An empty library. The metaschemas of all drafts are known to every rule file.
  public init() {}

  /// Adds a document that references lead to.
  ///
  /// - Parameters:
  ///   - json: its text, a JSON Schema, or any JSON with schemas in it.
  ///   - uri: the absolute URI that references name, without fragment. An `$id` in the document counts as well.
  /// - Throws: ``RuleErrors`` when the text is no JSON.
  public mutating func add(_ json: RawSpan, uri: String) throws(RuleErrors) {
    add(try RuleSource(json: json, path: uri), uri: uri)
  }

  /// Adds a document given as a string.
  public mutating func add(_ json: String, uri: String) throws(RuleErrors) { try add(json.utf8.span.bytes, uri: uri) }

  /// Adds a document that was read elsewhere.
  package mutating func add(_ source: RuleSource, uri: String) {
    documents[Array(URIReference(uri).withoutFragment.utf8)] = RuleSource(source, uri: uri)
  }

  /// Asks for documents only when a reference leads to them, after those that were added. Nil: there is none.
  package mutating func setLookup(_ lookup: @escaping @Sendable (String) throws(LookupFailure) -> RuleSource?) {
    self.lookup = lookup
  }

  /// Adds a format: the name that `format` takes and what a string must satisfy. One of the standard's names replaces its
  /// check.
  ///
  /// - Parameters:
  ///   - name: what `format` takes in schemas.
  ///   - isValid: called on any thread, with each string that has the format. It must be a pure function.
  public mutating func addFormat(_ name: String, isValid: @escaping @Sendable (String) -> Bool) {
    formats[name] = CustomFormat(name: name, isValid: isValid)
  }

  /// Adds a keyword: its name in schemas, and what it makes of its value.
  ///
  /// A keyword that the draft has keeps the standard's meaning. Other validators see an unknown keyword: a name that starts
  /// with `x-` is never taken by a later draft.
  /// - Parameters:
  ///   - name: the keyword's name in schemas, and the code of its findings.
  ///   - compile: called once for each schema with the keyword, with the keyword's value. It throws what is wrong
  ///     with that value, and returns the check: called on any thread with each instance, it returns what is wrong with
  ///     the instance, or nil. Both must be pure functions.
  public mutating func addKeyword(
    _ name: String,
    compile: @escaping @Sendable (JSONValue) throws(KeywordError) -> @Sendable (JSONValue) -> String?
  ) {
    keywords[name] = CustomKeyword(name: name, compile: compile)
  }

  func keyword(_ name: String) -> CustomKeyword? { keywords[name] }

  var keywordNames: [String] { keywords.keys.sorted() }

  func source(_ uri: String) throws(LookupFailure) -> RuleSource? {
    if let known = documents[Array(uri.utf8)] { return known }
    return try lookup?(uri)
  }
}

/// Why a document that a reference leads to is not there.
package enum LookupFailure: Error {
  /// What is wrong, and what to do: told where the reference stands.
  case refused(String)
  /// The document was found and cannot be read: its own problems, with their own places.
  case problems(RuleErrors)
}

/// What is wrong with a custom keyword's value in a rule file.
public struct KeywordError: Error, Hashable, Sendable {
  /// A plain sentence, lower-case.
  public var message: String

  /// An error with its sentence.
  public init(_ message: String) { self.message = message }
}

struct CustomFormat: Sendable {
  let name: String
  let isValid: @Sendable (String) -> Bool
}

struct CustomKeyword: Sendable {
  let name: String
  let compile: @Sendable (JSONValue) throws(KeywordError) -> @Sendable (JSONValue) -> String?
}
