// The standard's own result (DESIGN 5a, E): `x-` keywords change nothing.
extension Workspace {
  func standardVerdict(_ source: RawSpan, _ program: LoadedProgram, _ options: CompileOptions) -> Verdict {
    if let refusal = read(source, options) { return refusal.verdict }
    var evaluator = Evaluator(program, document, limits: options.limits, scratch: scratch, sink: VerdictSink())
    return evaluator.run(.standard).verdict
  }

  func annotations(_ source: RawSpan, _ program: LoadedProgram, _ options: CompileOptions) -> [Annotation] {
    guard options.annotations, read(source, options) == nil else { return [] }
    var reading = trace(program, options)
    return reading.annotations()
  }

  /// Evaluates what was read, writing everything down.
  func trace(_ program: LoadedProgram, _ options: CompileOptions) -> TraceReading {
    var evaluator = Evaluator(program, document, limits: options.limits, scratch: scratch, sink: TraceSink())
    _ = evaluator.run(.standard)
    return TraceReading(evaluator.sink.units, program.program, document)
  }
}
