/// All schemas of a rule file that are reachable as schemas, with every reference resolved.
struct SchemaGraph: Sendable {
  let source: RuleSource
  var schemas: [Schema] = []
  /// Where checking starts.
  var entry = SchemaIndex(raw: 0)
  var problems: [RuleProblem] = []
  private var reported: Set<RuleProblem> = []
  /// A person mends the first thousand first; a hostile file does not get more.
  private static let maximumProblems = 1_000
  var isFull: Bool { problems.count >= Self.maximumProblems }

  init(source: RuleSource) { self.source = source }

  subscript(_ index: SchemaIndex) -> Schema {
    get { schemas[index.raw] }
    set { schemas[index.raw] = newValue }
  }

  var document: Document { source.document }

  /// Reads and checks a rule file. The graph is complete only when no problem is an error.
  static func read(_ source: RuleSource, options: CompileOptions) -> SchemaGraph {
    var reader = SchemaReader(source, options: options)
    reader.readAll()
    var graph = reader.finish()
    graph.refuseEndlessReferences()
    graph.checkNormalization()
    graph.problems.sort { ($0.span.offset, $0.code.rawValue) < ($1.span.offset, $1.code.rawValue) }
    return graph
  }

  /// Notes a problem at a node of the rule file.
  mutating func report(_ code: String, _ message: String, at node: NodeIndex, suggestion: String? = nil) {
    report(.error, code, message, at: node, suggestion: suggestion)
  }

  mutating func report(
    _ severity: Severity, _ code: String, _ message: String, at node: NodeIndex, suggestion: String? = nil
  ) {
    guard !isFull else { return }
    let span = document.span(of: node)
    let problem = RuleProblem(
      severity: severity, code: RuleProblemCode(rawValue: code), message: message, location: location(of: node),
      pointer: document.pointer(to: node), span: span, suggestion: suggestion)
    if reported.insert(problem).inserted { problems.append(problem) }
  }

  func location(of node: NodeIndex) -> RuleLocation {
    let position = source.positions.position(at: document.startOffset(of: node))
    return RuleLocation(path: source.path, line: position.line, column: position.column)
  }

  /// Schemas that apply to the same instance as this one, and whether they do so unconditionally (DESIGN 5a).
  func inPlace(_ index: SchemaIndex) -> [(schema: SchemaIndex, isUnconditional: Bool)] {
    self[index].keywords.flatMap { keyword -> [(schema: SchemaIndex, isUnconditional: Bool)] in
      switch (keyword.name, keyword.value) {
      case (.allOf, .schemas(let schemas)): schemas.map { ($0, true) }
      case (.ref, .schema(let schema)): [(schema, true)]
      case (.anyOf, .schemas(let schemas)), (.oneOf, .schemas(let schemas)): schemas.map { ($0, false) }
      case (.not, .schema(let schema)), (.if, .schema(let schema)), (.then, .schema(let schema)),
        (.else, .schema(let schema)):
        [(schema, false)]
      case (.dependentSchemas, .namedSchemas(let named)): named.map { ($0.schema, false) }
      default: []
      }
    }
  }

  /// Schemas that apply to children of the instance, and whether unconditionally.
  func children(_ index: SchemaIndex) -> [(schema: SchemaIndex, isUnconditional: Bool)] {
    self[index].keywords.flatMap { keyword -> [(schema: SchemaIndex, isUnconditional: Bool)] in
      switch (keyword.name, keyword.value) {
      case (.properties, .namedSchemas(let named)), (.patternProperties, .namedSchemas(let named)):
        named.map { ($0.schema, true) }
      case (.additionalProperties, .schema(let schema)), (.items, .schema(let schema)): [(schema, true)]
      case (.prefixItems, .schemas(let schemas)): schemas.map { ($0, true) }
      case (.contains, .schema(let schema)), (.propertyNames, .schema(let schema)): [(schema, false)]
      default: []
      }
    }
  }
}
