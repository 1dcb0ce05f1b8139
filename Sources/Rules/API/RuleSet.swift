/// Compiled rules: immutable, `Sendable`, used from any number of threads at once.
///
/// ```swift
/// let rules = try RuleSet.compile(#"{"type": "object", "required": ["name"]}"#)
/// rules.isValid(#"{"name": "Ada"}"#)                 // true
/// for finding in rules.check("{}").findings {
///   print(finding.instanceLocation, finding.message())
/// }
/// ```
///
/// A check takes bytes (`data.bytes`, `array.span.bytes`) and is synchronous; nothing is kept of them afterwards.
public struct RuleSet: Sendable {
  let program: LoadedProgram
  let pool: WorkspacePool

  /// The options that the rules were compiled with.
  public let options: CompileOptions
  /// Warnings about the rule file; errors keep it from compiling.
  public let warnings: [RuleProblem]

  /// Compiles a rule file in JSON.
  ///
  /// - Parameters:
  ///   - json: the text of the file, a JSON Schema of any draft from 4 on; 2020-12 where it has no `$schema`.
  ///   - path: how the file is named in problems and findings; nothing is read from it.
  ///   - library: documents that references lead to, custom formats and keywords.
  ///   - options: formats, unknown keywords, duplicates, limits, entry point.
  /// - Throws: ``RuleErrors`` with every problem of the file, each with its line and column.
  /// - Complexity: O(bytes of the file) plus the compilation of its patterns.
  public static func compile(
    _ json: RawSpan, path: String = "rules.json", library: RuleLibrary = RuleLibrary(),
    options: CompileOptions = CompileOptions()
  ) throws(RuleErrors) -> RuleSet {
    try RuleSet(RuleSource(json: json, path: path), library: library, options: options)
  }

  /// Compiles a rule file in JSON from a string.
  public static func compile(
    _ json: String, path: String = "rules.json", library: RuleLibrary = RuleLibrary(),
    options: CompileOptions = CompileOptions()
  ) throws(RuleErrors) -> RuleSet {
    try compile(json.utf8.span.bytes, path: path, library: library, options: options)
  }

  /// Compiles a rule file in JSON from an array of bytes.
  public static func compile(
    _ json: [UInt8], path: String = "rules.json", library: RuleLibrary = RuleLibrary(),
    options: CompileOptions = CompileOptions()
  ) throws(RuleErrors) -> RuleSet {
    try compile(json.span.bytes, path: path, library: library, options: options)
  }

  /// Compiles a source that was read elsewhere, such as YAML.
  package init(
    _ source: RuleSource, library: RuleLibrary = RuleLibrary(), options: CompileOptions
  ) throws(RuleErrors) {
    let compiled = try Compiler.compile(source, library: library, options: options) { graph in
      MetaschemaCheck.run(&graph, library: library, options: options)
    }
    self.init(compiled, options)
  }

  /// Compiles a metaschema for the check of others, itself unchecked.
  init(metaschema: RuleSource, library: RuleLibrary, options: CompileOptions) throws(RuleErrors) {
    self.init(try Compiler.compile(metaschema, library: library, options: options), options)
  }

  private init(_ compiled: Compiler.Compiled, _ options: CompileOptions) {
    program = LoadedProgram(compiled.program)
    warnings = compiled.warnings
    pool = WorkspacePool()
    self.options = options
  }

  /// Whether the document is valid: the fast question, answered without building findings.
  ///
  /// False for *invalid* and for *undecided*; ``check(_:)-(RawSpan)`` tells them apart.
  /// - Complexity: O(bytes) for rules without patterns, `uniqueItems` and combinators. No allocation once warm.
  public func isValid(_ document: RawSpan) -> Bool {
    pool.withWorkspace {
      var counters = CheckCounters()
      return $0.isValid(document, program, options, &counters)
    }
  }

  /// Whether the document, given as a string, is valid.
  public func isValid(_ document: String) -> Bool { isValid(document.utf8.span.bytes) }

  /// Whether the document, given as an array of bytes, is valid.
  public func isValid(_ document: [UInt8]) -> Bool { isValid(document.span.bytes) }

  /// The verdict and what was found.
  public func check(_ document: RawSpan) -> CheckResult {
    pool.withWorkspace {
      var counters = CheckCounters()
      return $0.check(document, program, options, &counters)
    }
  }

  /// The verdict on a document given as a string, and what was found.
  public func check(_ document: String) -> CheckResult { check(document.utf8.span.bytes) }

  /// The verdict on a document given as an array of bytes, and what was found.
  public func check(_ document: [UInt8]) -> CheckResult { check(document.span.bytes) }

  /// The document with its values normalized and, when asked, its defaults filled in. Transactional: what is not valid
  /// gives findings only.
  ///
  /// Laws: the output is valid, normalizing it again changes nothing, and applying the patch to the document gives it.
  public func normalize(_ document: RawSpan, defaults: Bool = false) -> NormalizeResult {
    pool.withWorkspace { $0.normalize(document, program, options, defaults: defaults) }
  }

  /// Normalizes a document given as a string.
  public func normalize(_ document: String, defaults: Bool = false) -> NormalizeResult {
    normalize(document.utf8.span.bytes, defaults: defaults)
  }

  /// Normalizes a document given as an array of bytes.
  public func normalize(_ document: [UInt8], defaults: Bool = false) -> NormalizeResult {
    normalize(document.span.bytes, defaults: defaults)
  }

  /// The result as the standard has it: `x-` keywords change nothing, and nothing is normalized.
  public func standardVerdict(_ document: RawSpan) -> Verdict {
    pool.withWorkspace { $0.standardVerdict(document, program, options) }
  }

  /// The annotations of a document that is valid as the standard has it; none otherwise, and none unless the rules were
  /// compiled with ``CompileOptions/annotations``.
  public func annotations(_ document: RawSpan) -> [Annotation] {
    pool.withWorkspace { $0.annotations(document, program, options) }
  }

  /// Identifies what was compiled: equal digests mean equal decisions. For caches and decision logs.
  public var digest: Digest { program.program.digest(options) }

  /// The compiled program, one line an instruction, for people.
  public var programListing: String { program.program.listing }

  /// A checker for a hot loop: it owns its memory, so nothing is locked and nothing is shared.
  public func makeChecker() -> Checker { Checker(self) }
}

/// 128 bits that identify a compiled rule set.
public struct Digest: Codable, Hashable, Sendable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  /// 32 hexadecimal digits.
  public var description: String { Self.hex(high) + Self.hex(low) }

  private static func hex(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
