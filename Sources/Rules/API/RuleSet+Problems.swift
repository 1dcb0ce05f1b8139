extension RuleSet {
  /// Every problem of a rule file, and what is suspicious in it: for people who write rules. Compiling alone does not look
  /// for the latter.
  ///
  /// What is suspicious is told only when nothing is wrong: a reference that leads nowhere makes much else look unused.
  /// - Complexity: O(bytes), but for `pattern`s, each of which may take some million steps.
  package static func problems(
    of source: RuleSource, library: RuleLibrary = RuleLibrary(), options: CompileOptions = CompileOptions()
  ) -> [RuleProblem] {
    let written = SchemaGraph.written(source, library: library, options: options)
    var graph = written
    graph.complete()
    MetaschemaCheck.run(&graph, library: library, options: options)
    do {
      let compiled = try Compiler.compile(graph, library: library, options: options)
      var linter = SchemaLinter(written, library: library)
      linter.run()
      var values = ValueLint(written, linter.facts, library: library, options: options)
      values.run()
      graph.problems = compiled.warnings + linter.graph.problems + values.graph.problems
      return graph.orderedProblems
    } catch {
      return error.problems
    }
  }
}
