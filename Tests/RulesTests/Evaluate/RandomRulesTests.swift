import Testing

@testable import Rules

/// Laws on thousands of random rules and documents.
@Suite struct RandomRulesTests {
  private static let schemas = 80
  private static let documents = 12
  static let seeds: [UInt64] = [1, 1_000, 2_000]

  /// Calls `body` with rules, documents and the seed to report.
  private func forEach(
    from first: UInt64, hasExtensions: Bool, _ body: (RuleSet, String, [String], Comment) throws -> Void
  ) throws {
    for seed in first..<first + UInt64(Self.schemas) {
      var random = RandomRules(seed: seed, hasExtensions: hasExtensions)
      let text = random.ruleFile()
      let documents = (0..<Self.documents).map { _ in random.document() }
      try body(RuleSet.compile(text), text, documents, "seed \(seed): \(text)")
    }
  }

  @Test(
    "both paths agree, and a finding of severity error is what makes a document invalid", arguments: seeds,
    [false, true])
  func agreement(_ seed: UInt64, _ hasExtensions: Bool) throws {
    var verdicts: [Verdict: Int] = [:]
    try forEach(from: seed, hasExtensions: hasExtensions) { rules, _, documents, comment in
      for document in documents {
        let result = rules.check(document)
        let isValid: Bool = rules.isValid(document)
        #expect(isValid == (result.verdict == .valid), "\(document) \(comment)")
        #expect(result == rules.checkOnTape(document.utf8.span.bytes), "\(document) \(comment)")
        #expect(
          (result.verdict == .invalid) == result.findings.contains { $0.severity == .error }, "\(document) \(comment)")
        verdicts[result.verdict, default: 0] += 1
      }
    }
    #expect(verdicts[.undecided] == nil)
    #expect(verdicts[.valid, default: 0] > 250)
    #expect(verdicts[.invalid, default: 0] > 250)
  }

  @Test("severities only make a verdict milder", arguments: seeds)
  func milder(_ seed: UInt64) throws {
    try forEach(from: seed, hasExtensions: true) { rules, text, documents, comment in
      let options = CompileOptions(unknownKeywords: .ignore)
      let standard = try RuleSet.compile(text.replacing("\"x-severity\"", with: "\"y-severity\""), options: options)
      for document in documents {
        let (strict, mild): (Bool, Bool) = (standard.isValid(document), rules.isValid(document))
        #expect(!strict || mild, "\(document) \(comment)")
      }
    }
  }

  @Test("findings lie in the document, where their location says", arguments: seeds, [false, true])
  func places(_ seed: UInt64, _ hasExtensions: Bool) throws {
    try forEach(from: seed, hasExtensions: hasExtensions) { rules, text, documents, comment in
      let source = try RuleSource(json: text.utf8.span.bytes, path: "rules.json")
      for document in documents {
        let tape = try Document(json: document.utf8.span.bytes)
        for finding in rules.check(document).findings {
          try expectPlace(finding, tape, document, comment)
          try expectRule(finding, source, comment)
        }
      }
    }
  }

  /// The span is the value's, its key's, or, for a repeated item, that item's.
  private func expectPlace(_ finding: Finding, _ tape: Document, _ document: String, _ comment: Comment) throws {
    let node = try #require(
      tape.node(at: finding.instanceLocation), "\(finding.instanceLocation) \(document) \(comment)")
    let end = finding.span.offset + finding.span.length
    #expect(finding.span.offset >= 0 && finding.span.length > 0 && end <= document.utf8.count)
    let value = tape.span(of: node)
    var allowed = [value]
    if node > 0, tape.kind(at: node - 1) == .key { allowed.append(tape.span(of: node - 1)) }
    if finding.code.rawValue == "uniqueItems" { allowed = tape.items(of: node).map { tape.span(of: $0) } }
    #expect(allowed.contains(finding.span), "\(finding.code) \(finding.instanceLocation) \(document) \(comment)")
    for cause in finding.causes { try expectPlace(cause, tape, document, comment) }
  }

  /// The absolute location names the keyword whose line and column are given.
  private func expectRule(_ finding: Finding, _ source: RuleSource, _ comment: Comment) throws {
    let location = finding.absoluteKeywordLocation
    try #require(location.hasPrefix("rules.json#"))
    let pointer = try #require(URIReference(location).decodedFragment)
    let node = try #require(source.document.node(at: pointer), "\(pointer) \(comment)")
    let isSchema = finding.code.rawValue == "false"
    let offset = source.document.span(of: isSchema ? node : node - 1).offset
    let position = source.positions.position(at: offset)
    #expect(finding.rule == RuleLocation(path: "rules.json", line: position.line, column: position.column))
    if !isSchema { #expect(source.document.string(at: node - 1) == finding.code.rawValue, "\(comment)") }
    if !finding.keywordLocation.contains("/$ref") { #expect(finding.keywordLocation == pointer, "\(comment)") }
  }

  @Test("the laws of normalization hold with defaults", arguments: seeds)
  func laws(_ seed: UInt64) throws {
    try forEach(from: seed, hasExtensions: true) { rules, _, documents, _ in
      for document in documents { try expectLaws(rules, document, defaults: true) }
    }
  }

  @Test("normalizing first and checking then is the same as checking", arguments: seeds)
  func normalizedFirst(_ seed: UInt64) throws {
    var changes = 0
    for seed in seed..<seed + UInt64(Self.schemas) {
      var random = RandomRules(seed: seed, hasExtensions: true, hasNormalizers: true)
      let text = random.ruleFile()
      let rules = try RuleSet.compile(text)
      let plain = try RuleSet.compile(
        text.replacing("\"x-normalize\"", with: "\"y-normalize\""), options: CompileOptions(unknownKeywords: .ignore))
      for _ in 0..<Self.documents {
        let document = random.document()
        let normal = try normalForm(document, rules)
        if normal != (try normalForm(document, plain)) { changes += 1 }
        #expect(rules.check(document).verdict == plain.check(normal).verdict, "\(document) seed \(seed): \(text)")
        try expectLaws(rules, document, defaults: false)
        try expectLaws(rules, document, defaults: true)
      }
    }
    #expect(changes > 10)
  }

  /// The document as every keyword sees it.
  private func normalForm(_ document: String, _ rules: RuleSet) throws -> String {
    let tape = try Document(json: document.utf8.span.bytes)
    var normalization = Normalization(rules.program, tape, rules.options.limits, PatternScratch())
    normalization.run()
    return tape.json(at: Document.root)
  }

  @Test("equal rules give equal results, by a pool or a checker", arguments: seeds.prefix(1))
  func determinism(_ seed: UInt64) throws {
    try forEach(from: seed, hasExtensions: true) { rules, text, documents, comment in
      let again = try RuleSet.compile(text)
      #expect(again.digest == rules.digest, comment)
      let checker = TestChecker(again)
      for document in documents {
        #expect(checker.check(document) == rules.check(document), comment)
      }
    }
  }

  @Test("a cap on findings truncates and keeps the verdict", arguments: seeds.prefix(1))
  func cap(_ seed: UInt64) throws {
    try forEach(from: seed, hasExtensions: true) { rules, text, documents, comment in
      let capped = try RuleSet.compile(text, options: CompileOptions(limits: Limits(findings: 1)))
      for document in documents {
        let (all, one) = (rules.check(document), capped.check(document))
        #expect(one.verdict == all.verdict, comment)
        #expect(one.findings.count == min(1, all.findings.count), comment)
        #expect(one.isTruncated == (all.findings.count > 1), comment)
      }
    }
  }
}
