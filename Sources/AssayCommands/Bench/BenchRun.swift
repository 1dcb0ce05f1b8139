import RuleFiles
import Rules

/// Whole passes over all documents, timed one kind after the other in every round, so that a busy moment hits all.
struct BenchRun: ~Copyable {
  private let source: RuleFile
  private let references: FileReferences
  private let rules: RuleSet
  private let documents: BenchDocuments
  private let kinds: [BenchKind]
  private var checker: Checker
  /// How many documents the first pass of each kind accepted.
  private var accepted: [BenchKind: Int] = [:]
  /// Bytes of one pass that were judged while they were read; nil until verdicts are asked for.
  private var fusedBytes: Int?
  private var samples: [BenchKind: Samples] = [:]

  /// Two passes answered differently: the figures mean nothing.
  struct Disagreement: Error, CustomStringConvertible {
    let description: String
  }

  init(
    _ rules: RuleSet, _ source: RuleFile, _ references: FileReferences, _ documents: BenchDocuments,
    _ kinds: [BenchKind]
  ) {
    self.kinds = BenchKind.allCases.filter(kinds.contains)
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
    for kind in kinds {
      let pass = try pass(kind)
      try compare(pass.count, kind)
      if isTimed { samples[kind, default: Samples()].add(pass.nanoseconds) }
    }
  }

  private mutating func pass(_ kind: BenchKind) throws(RuleErrors) -> (count: Int, nanoseconds: Int) {
    switch kind {
    case .parse: time { documents, checker in documents.count { checker.parses($0) } }
    case .verdict: timeVerdicts()
    case .findings: time { documents, checker in documents.count { checker.check($0).verdict == .valid } }
    case .compile: try timeCompilation()
    }
  }

  private mutating func time(
    _ body: (BenchDocuments, inout Checker) -> Int
  ) -> (count: Int, nanoseconds: Int) {
    let start = ContinuousClock.now
    let count = body(documents, &checker)
    return (count, (ContinuousClock.now - start).nanoseconds)
  }

  private mutating func timeVerdicts() -> (count: Int, nanoseconds: Int) {
    let before = checker.counters.bytesJudgedWhileRead
    let pass = time { documents, checker in documents.count { checker.isValid($0) } }
    fusedBytes = checker.counters.bytesJudgedWhileRead - before
    return pass
  }

  private func timeCompilation() throws(RuleErrors) -> (count: Int, nanoseconds: Int) {
    let start = ContinuousClock.now
    _ = try source.compile(options: rules.options, references: references)
    return (0, (ContinuousClock.now - start).nanoseconds)
  }

  /// Verdicts and findings tell the same of every document, in every pass.
  private mutating func compare(_ count: Int, _ kind: BenchKind) throws(Disagreement) {
    let question = kind == .findings ? .verdict : kind
    let first = accepted[question] ?? count
    accepted[question] = first
    if first != count {
      throw Disagreement(
        description: "two passes disagree: \(count) documents are valid, \(first) were in the first pass")
    }
  }

  /// The figures (DESIGN 8), of what was measured.
  var json: String {
    let counts = [
      ("documents", documents.lines.count), ("bytes", documents.documentBytes), ("valid", accepted[.verdict]),
      ("fused_bytes", fusedBytes),
    ]
    let times = [
      ("parse_ns", samples[.parse]?.json), ("verdict_ns", samples[.verdict]?.json), ("evaluate_ns", evaluation),
      ("findings_ns", samples[.findings]?.json), ("compile_ns", samples[.compile]?.json),
    ]
    let members = counts.map { ($0, $1.map { "\($0)" }) } + times
    return "{\n" + members.compactMap { name, value in value.map { "  \"\(name)\": \($0)" } }.joined(separator: ",\n")
      + "\n}\n"
  }

  /// What a verdict takes beside reading.
  private var evaluation: String? {
    guard let parse = samples[.parse], let verdict = samples[.verdict] else { return nil }
    return verdict.json(without: parse)
  }
}

extension Duration {
  fileprivate var nanoseconds: Int {
    let parts = components
    return Int(parts.seconds) * 1_000_000_000 + Int(parts.attoseconds / 1_000_000_000)
  }
}
