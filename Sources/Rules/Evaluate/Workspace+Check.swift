// Read, normalize, evaluate: the steps of DESIGN 5a, each seeing only what the one before made.
extension Workspace {
  /// The fast question: whether the document is valid. Nothing is collected, and no verdict but this one is told apart.
  func isValid(
    _ source: RawSpan, _ program: LoadedProgram, _ options: CompileOptions, _ counters: inout CheckCounters
  ) -> Bool {
    counters.begin(source)
    if let answer = fused(source, program, options) {
      counters.answeredWhileRead &+= 1
      counters.bytesJudgedWhileRead &+= answer.bytes
      return answer.isValid
    }
    let verdict = verdict(source, program, options)
    counters.end(verdict)
    return verdict == .valid
  }

  private struct FusedAnswer {
    let isValid: Bool
    /// It is valid, and there is nothing milder to tell of it either.
    let hasNoFindings: Bool
    /// Bytes that were judged while they were read.
    let bytes: Int
  }

  /// The answer of the fused path; nil where it has none.
  private func fused(_ source: RawSpan, _ program: LoadedProgram, _ options: CompileOptions) -> FusedAnswer? {
    guard options.duplicates == .refuse, let marks = document.load(source, options.limits)
    else {
      return nil
    }
    var run = FusedRun(program.view, self, marks, options.limits)
    let isValid = run.isValid()
    if !isValid && (run.isUndecided || run.hasGuessed || program.isStrict) { return nil }
    return FusedAnswer(
      isValid: isValid,
      hasNoFindings: isValid && (program.findsErrorsOnly || program.isStrict && run.tapedBytes == 0),
      bytes: source.byteCount &- run.tapedBytes)
  }

  /// The whole question, answered on a tape.
  func verdict(_ source: RawSpan, _ program: LoadedProgram, _ options: CompileOptions) -> Verdict {
    guard read(source, options) == nil else {
      return checkOnTape(source, program, options).verdict
    }
    let normalization = normalizeLast(program, options)
    var evaluator = Evaluator(program, document, limits: options.limits, scratch: scratch, sink: VerdictSink())
    return normalization.judge(evaluator.run()).verdict
  }

  /// What normalizing came to. Nothing where the rules have no normalizer.
  struct Normalized {
    /// The nodes whose value was changed, in document order.
    var changed: [NodeIndex] = []
    var conflicts: [Finding] = []
    var budget: Budget?

    /// The outcome of evaluating what was normalized.
    func judge(_ outcome: Outcome) -> Outcome {
      if !conflicts.isEmpty { return .invalid }
      // What was evaluated may not be what the rules mean: neither answer can be trusted.
      return budget == nil ? outcome : .undecided
    }
  }

  private func normalizeLast(
    _ program: LoadedProgram, _ options: CompileOptions, hiding sensitive: SensitiveNodes = .none
  ) -> Normalized {
    guard Normalization.isNeeded(program) else { return Normalized() }
    var normalization = Normalization(program, document, options.limits, scratch, hiding: sensitive)
    normalization.run()
    return Normalized(
      changed: normalization.changed, conflicts: normalization.findings, budget: normalization.budget)
  }

  func parses(_ source: RawSpan, _ options: CompileOptions) -> Bool { read(source, options) == nil }

  func check(
    _ source: RawSpan, _ program: LoadedProgram, _ options: CompileOptions, _ counters: inout CheckCounters
  ) -> CheckResult {
    counters.begin(source)
    guard asksFirst(program), let answer = fused(source, program, options), answer.hasNoFindings else {
      let result = checkOnTape(source, program, options)
      counters.end(result.verdict)
      return result
    }
    counters.answeredWhileRead &+= 1
    counters.bytesJudgedWhileRead &+= answer.bytes
    let result = CheckResult(verdict: .valid)
    assert([result, nil].contains(decided(checkOnTape(source, program, options))), "both paths agree")
    return result
  }

  /// The same without the shorter way that most documents take.
  func checkOnTape(_ source: RawSpan, _ program: LoadedProgram, _ options: CompileOptions) -> CheckResult {
    evaluate(source, program, options, wantsDefaults: false).result
  }

  /// Whether a valid document may have neither findings nor sensitive places, so that its verdict is all there is to tell.
  private func asksFirst(_ program: LoadedProgram) -> Bool {
    (program.findsErrorsOnly || program.isStrict) && !program.program[program.view.entry].reachesSensitive
  }

  /// Nil where a budget ran out: reading may need less of it than the tape.
  private func decided(_ result: CheckResult) -> CheckResult? { result.verdict == .undecided ? nil : result }

  struct Evaluation {
    var result: CheckResult
    /// The nodes that normalizers changed.
    var changed: [NodeIndex] = []
    var fills: [DefaultFill] = []
    var sensitive = SensitiveNodes.none
  }

  func evaluate(
    _ source: RawSpan, _ program: LoadedProgram, _ options: CompileOptions, wantsDefaults: Bool
  ) -> Evaluation {
    if let refusal = read(source, options) {
      return Evaluation(result: hiding(refusal, program, options, source.byteCount))
    }
    let sensitive = SensitiveSearch.run(program, document, options.limits, scratch)
    let normalization = normalizeLast(program, options, hiding: sensitive)
    var evaluation = Evaluation(result: CheckResult(verdict: .valid), changed: normalization.changed)
    var evaluator = Evaluator(
      program, document, limits: options.limits, scratch: scratch,
      sink: FindingsSink(
        program.program, document, limit: options.limits.findings, wantsDefaults: wantsDefaults,
        wantsBranches: options.allBranches))
    let outcome = normalization.judge(evaluator.run())
    evaluation.fills = evaluator.sink.fills
    evaluation.sensitive = sensitive
    var findings = normalization.conflicts + evaluator.sink.findings(options.limits, hiding: sensitive)
    if let budget = normalization.budget { findings = [Self.exhausted(budget)] }
    evaluation.result = CheckResult(
      verdict: outcome.verdict, findings: Self.ordered(findings, options.limits),
      isTruncated: evaluator.sink.isTruncated || findings.count > options.limits.findings,
      budget: outcome == .undecided ? normalization.budget ?? evaluator.budget?.budget : nil,
      sensitiveSpans: spans(sensitive, program, source.byteCount))
    return evaluation
  }

  /// Of values that `.useLast` left out nobody knows whether they are sensitive either.
  private func spans(_ sensitive: SensitiveNodes, _ program: LoadedProgram, _ count: Int) -> [ByteSpan] {
    guard document.supersededKey != nil, program.program[program.view.entry].reachesSensitive else {
      return sensitive.spans(document)
    }
    return [ByteSpan(offset: 0, length: count)]
  }

  /// In a document that could not be read nobody knows what is sensitive: none of it is shown.
  func hiding(
    _ refusal: CheckResult, _ program: LoadedProgram, _ options: CompileOptions, _ count: Int
  ) -> CheckResult {
    guard program.program[program.view.entry].reachesSensitive else { return refusal }
    let isReadable = refusal.findings.allSatisfy { $0.code == .duplicateKey } && !document.repeatedKeys.isEmpty
    let all = SensitiveNodes.all(of: document, except: program.knownNames)
    var result = isReadable ? duplicates(options, hiding: all) : refusal
    result.sensitiveSpans = [ByteSpan(offset: 0, length: count)]
    return result
  }

  private static func exhausted(_ budget: Budget) -> Finding {
    Finding(
      severity: .error, code: .budget, arguments: ["budget": .text(budget.rawValue)], instanceLocation: "",
      span: ByteSpan(offset: 0, length: 0))
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
  var verdict: Verdict {
    switch self {
    case .valid: .valid
    case .undecided: .undecided
    case .invalid: .invalid
    }
  }
}
