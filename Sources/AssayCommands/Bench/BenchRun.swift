import RuleFiles
import Rules

/// Whole passes over all documents, timed one kind after the other in every round, so that a busy moment hits all.
struct BenchRun: ~Copyable {
  private let source: RuleFile
  private let references: FileReferences
  private let rules: RuleSet
  private let documents: BenchDocuments
  private var checker: Checker
  private var expected: (parsed: Int, valid: Int)?
  private var parse = Samples()
  private var verdict = Samples()
  private var findings = Samples()
  private var compile = Samples()

  /// Two passes answered differently: the figures mean nothing.
  struct Disagreement: Error, CustomStringConvertible {
    let description: String
  }

  init(_ rules: RuleSet, _ source: RuleFile, _ references: FileReferences, _ documents: BenchDocuments) {
    self.rules = rules
    self.source = source
    self.references = references
    self.documents = documents
    checker = rules.makeChecker()
  }

  /// Times `passes` rounds after one that warms up.
  mutating func measure(passes: Int) throws {
    try round(isTimed: false)
    for _ in 0..<passes { try round(isTimed: true) }
  }

  private mutating func round(isTimed: Bool) throws {
    let parsing = time { documents, checker in documents.count { checker.parses($0) } }
    let deciding = time { documents, checker in documents.count { checker.isValid($0) } }
    let explaining = time { documents, checker in documents.count { checker.check($0).verdict == .valid } }
    try compare(parsing.count, [deciding.count, explaining.count])
    let compiling = try timeCompilation()
    if !isTimed { return }
    parse.add(parsing.nanoseconds)
    verdict.add(deciding.nanoseconds)
    findings.add(explaining.nanoseconds)
    compile.add(compiling)
  }

  private mutating func time(
    _ body: (BenchDocuments, inout Checker) -> Int
  ) -> (count: Int, nanoseconds: Int) {
    let start = ContinuousClock.now
    let count = body(documents, &checker)
    return (count, (ContinuousClock.now - start).nanoseconds)
  }

  private func timeCompilation() throws(RuleErrors) -> Int {
    let start = ContinuousClock.now
    _ = try source.compile(options: rules.options, references: references)
    return (ContinuousClock.now - start).nanoseconds
  }

  private mutating func compare(_ parsed: Int, _ valid: [Int]) throws(Disagreement) {
    let first = expected ?? (parsed, valid[0])
    expected = first
    if first.parsed != parsed || valid.contains(where: { $0 != first.valid }) {
      throw Disagreement(
        description: "two passes disagree: \(valid) documents are valid, \(first.valid) were in the first pass")
    }
  }

  /// The figures (DESIGN 8).
  var json: String {
    """
    {
      "documents": \(documents.lines.count),
      "bytes": \(documents.documentBytes),
      "valid": \(expected?.valid ?? 0),
      "fused_bytes": 0,
      "parse_ns": \(parse.json),
      "verdict_ns": \(verdict.json),
      "evaluate_ns": \(verdict.json(without: parse)),
      "findings_ns": \(findings.json),
      "compile_ns": \(compile.json)
    }

    """
  }
}

extension Duration {
  fileprivate var nanoseconds: Int {
    let parts = components
    return Int(parts.seconds) * 1_000_000_000 + Int(parts.attoseconds / 1_000_000_000)
  }
}
