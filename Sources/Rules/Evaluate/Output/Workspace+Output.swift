// Standard output: read, evaluate as the standard has it, write (DESIGN 5a, E).
extension Workspace {
  func output(
    _ source: RawSpan, _ program: LoadedProgram, _ options: CompileOptions, _ format: OutputFormat
  ) -> StandardOutput {
    if let refusal = read(source, options) {
      let told = hiding(refusal, program, options, source.byteCount)
      let trace = trace(nil, program, options, isValid: false, error: Self.sentence(told))
      return StandardOutput(verdict: refusal.verdict, text: Self.text(trace, format))
    }
    var evaluator = Evaluator(program, document, limits: options.limits, scratch: scratch, sink: VerdictSink())
    let verdict = evaluator.run(.standard).verdict
    if format == .flag { return StandardOutput(verdict: verdict, text: Self.flag(verdict == .valid)) }
    let interest = Self.interest(format, verdict, options)
    let trace = trace(
      interest, program, options, isValid: verdict == .valid, error: Self.sentence(verdict, evaluator.budget))
    return StandardOutput(verdict: verdict, text: Self.text(trace, format))
  }

  private func trace(
    _ interest: TraceInterest?, _ program: LoadedProgram, _ options: CompileOptions, isValid: Bool, error: String?
  ) -> OutputTrace {
    // A unit takes this many bytes of the output, or more.
    let records = max(1, options.limits.outputBytes / 64)
    var evaluator = Evaluator(
      program, document, limits: options.limits, scratch: scratch,
      sink: TraceSink(keeping: interest ?? .everything, limit: records))
    var sensitive = SensitiveNodes.none
    if interest != nil {
      _ = evaluator.run(.standard)
      sensitive = SensitiveSearch.run(program, document, options.limits, scratch)
    }
    return OutputTrace(
      evaluator.sink, program.program, document, hiding: sensitive, isValid: isValid, rootError: error,
      options: options)
  }

  private static func interest(_ format: OutputFormat, _ verdict: Verdict, _ options: CompileOptions) -> TraceInterest {
    switch format {
    case .basic, .detailed: verdict == .valid ? .annotations(options.annotations) : .errors
    case .list: .content(annotations: options.annotations)
    default: .everything(annotations: options.annotations)
    }
  }

  private static func flag(_ isValid: Bool) -> String { "{\"valid\":\(isValid)}" }

  private static func text(_ trace: OutputTrace, _ format: OutputFormat) -> String {
    switch format {
    case .flag: return flag(trace.isValid)
    case .list, .hierarchical:
      var output = UnitOutput(trace, isTree: format == .hierarchical)
      return output.run()
    default:
      var output = KeywordOutput(trace, format)
      return output.run()
    }
  }

  private static func sentence(_ refusal: CheckResult) -> String {
    let messages = refusal.findings.prefix(3).map { $0.message() }
    let rest = refusal.findings.count > messages.count || refusal.isTruncated ? "; and more of these" : ""
    return messages.joined(separator: "; ") + rest
  }

  private static func sentence(_ verdict: Verdict, _ budget: BudgetKind?) -> String? {
    guard verdict == .undecided else { return nil }
    return "undecided: the budget \(budget?.budget.rawValue ?? BudgetKind.evaluationSteps.budget.rawValue) ran out"
  }
}
