/// Schema to program. The whole pipeline: read the graph, emit a block for every schema that is reached, mark where
/// normalizers are, finish the tables.
enum Compiler {
  struct Compiled {
    let program: Program
    let warnings: [RuleProblem]
  }

  /// - Parameter audit: what else looks at the graph and adds problems.
  static func compile(
    _ source: RuleSource, library: RuleLibrary, options: CompileOptions, audit: (inout SchemaGraph) -> Void = { _ in }
  ) throws(RuleErrors) -> Compiled {
    var graph = SchemaGraph.read(source, library: library, options: options)
    audit(&graph)
    return try compile(graph, library: library, options: options)
  }

  /// Compiles a graph that is complete.
  static func compile(
    _ graph: SchemaGraph, library: RuleLibrary, options: CompileOptions
  ) throws(RuleErrors) -> Compiled {
    var emitter = Emitter(graph, library: library, options: options)
    // Patterns and formats are looked at whatever else is wrong, so that one run shows every problem.
    emitter.checkTexts()
    if emitter.problems.contains(where: { $0.severity == .error }) { throw RuleErrors(problems: emitter.problems) }
    emitter.emitAll()
    emitter.markNormalization()
    return Compiled(
      program: emitter.builder.finish(entry: emitter.entry, sources: graph.sources), warnings: emitter.problems)
  }
}
