/// Finds what is suspicious in rules that compile: keywords that do nothing, limits that nothing meets, branches that
/// never matter. One lint, one file.
///
/// All of it is warnings: the standard gives each of these rules a meaning, and compiling them is not refused. Said is only
/// what is certain. Looked at are the rule file's own schemas as they were written, before dynamic references copy some.
struct SchemaLinter {
  private(set) var graph: SchemaGraph
  let library: RuleLibrary
  let facts: SchemaFacts
  /// What all lints together may look at; the rest of a hostile file is not linted.
  private var steps = 20_000_000

  /// - Parameter graph: as it was written, without an error.
  init(_ graph: SchemaGraph, library: RuleLibrary) {
    self.graph = graph
    self.graph.problems = []
    self.library = library
    facts = SchemaFacts(graph)
  }

  mutating func run() {
    lintDefinitions()
    let limits = contradictoryLimits()
    for index in graph.schemas.indices.map(SchemaIndex.init) where graph[index].source == .main {
      guard graph[index].boolean == nil else { continue }
      lintTypes(index)
      lintApplicability(index)
      lintLimits(index, limits)
      lintRequired(index)
      lintPartners(index)
      lintBranches(index)
      lintConditions(index)
      lintDuplicateBranches(index)
      lintOverlaps(index)
      lintEnumDuplicates(index)
      lintFormat(index)
    }
    lintPatterns()
  }

  /// Takes `count` steps out of the budget; false when none are left.
  mutating func spend(_ count: Int = 1) -> Bool {
    steps -= count
    return steps >= 0
  }

  mutating func warn(_ code: RuleProblemCode, _ message: String, at place: SourceNode, suggestion: String? = nil) {
    graph.report(.warning, code, message, at: place, suggestion: suggestion)
  }

  /// A warning at a keyword.
  mutating func warn(
    _ code: RuleProblemCode, _ message: String, at keyword: Keyword, of schema: SchemaIndex, suggestion: String? = nil
  ) {
    warn(code, message, at: graph[schema].place(keyword.node), suggestion: suggestion)
  }

  /// How messages name a schema: `#/properties/a`.
  func name(_ schema: SchemaIndex) -> String {
    "#" + graph.document(of: graph[schema]).pointer(to: graph[schema].node)
  }
}
