// Read, normalize, evaluate: the steps of DESIGN 5a, each seeing only what the one before made.
extension Workspace {
  /// The fast question. A budget or a conflict is answered by the plain path.
  func verdict(_ source: RawSpan, _ program: LoadedProgram, _ options: CompileOptions) -> Verdict {
    guard read(source, options) == nil else {
      return check(source, program, options).verdict
    }
    if Normalization.isNeeded(program) {
      var normalization = Normalization(program, document, options.limits, scratch)
      normalization.run()
      if normalization.budget != nil { return .undecided }
      if !normalization.findings.isEmpty { return .invalid }
    }
    return evaluateLast(program, options)
  }

  /// The verdict on the document that was read last.
  func evaluateLast(_ program: LoadedProgram, _ options: CompileOptions) -> Verdict {
    var evaluator = Evaluator(program, document, limits: options.limits, scratch: scratch, sink: VerdictSink())
    return evaluator.run().verdict
  }

  func parses(_ source: RawSpan, _ options: CompileOptions) -> Bool { read(source, options) == nil }

  func check(_ source: RawSpan, _ program: LoadedProgram, _ options: CompileOptions) -> CheckResult {
    evaluate(source, program, options, wantsDefaults: false).result
  }

  struct Evaluation {
    var result: CheckResult
    /// The nodes that normalizers changed.
    var changed: [NodeIndex] = []
    var fills: [DefaultFill] = []
  }

  func evaluate(
    _ source: RawSpan, _ program: LoadedProgram, _ options: CompileOptions, wantsDefaults: Bool
  ) -> Evaluation {
    if let refusal = read(source, options) { return Evaluation(result: refusal) }
    var evaluation = Evaluation(result: CheckResult(verdict: .valid))
    var conflicts: [Finding] = []
    var exhausted: Budget?
    if Normalization.isNeeded(program) {
      var normalization = Normalization(program, document, options.limits, scratch)
      normalization.run()
      evaluation.changed = normalization.changed
      conflicts = normalization.findings
      exhausted = normalization.budget
    }
    var evaluator = Evaluator(
      program, document, limits: options.limits, scratch: scratch,
      sink: FindingsSink(
        program.program, document, limit: options.limits.findings, wantsDefaults: wantsDefaults))
    var outcome = evaluator.run()
    if exhausted != nil { outcome.merge(.undecided) }
    if !conflicts.isEmpty { outcome = .invalid }
    evaluation.fills = evaluator.sink.fills
    let findings = conflicts + evaluator.sink.findings(options.limits)
    evaluation.result = CheckResult(
      verdict: outcome.verdict, findings: Self.ordered(findings, options.limits),
      isTruncated: evaluator.sink.isTruncated || findings.count > options.limits.findings,
      budget: outcome == .undecided ? exhausted ?? evaluator.budget?.budget : nil)
    return evaluation
  }

  /// In document order; at one place in the order of evaluation.
  private static func ordered(_ findings: [Finding], _ limits: Limits) -> [Finding] {
    let sorted = findings.enumerated().sorted {
      ($0.element.span.offset, $0.offset) < ($1.element.span.offset, $1.offset)
    }
    return sorted.prefix(max(1, limits.findings)).map(\.element)
  }
}

extension Outcome {
  fileprivate var verdict: Verdict {
    switch self {
    case .valid: .valid
    case .undecided: .undecided
    case .invalid: .invalid
    }
  }
}
