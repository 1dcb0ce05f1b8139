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
    graph.warnOfIgnoredSeverities()
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

  /// A step from a schema to one that it applies.
  struct Edge {
    let schema: SchemaIndex
    let kind: Kind

    /// What a failure and a normalizer at the other end mean here (DESIGN 5a).
    enum Kind { case unconditional, spine, branch }

    init(_ schema: SchemaIndex, _ kind: Kind) {
      self.schema = schema
      self.kind = kind
    }

    var isUnconditional: Bool { kind == .unconditional }
  }

  /// Schemas that apply to the same instance as this one.
  func inPlace(_ index: SchemaIndex) -> [Edge] {
    self[index].keywords.flatMap { keyword -> [Edge] in
      switch (keyword.name, keyword.value) {
      case (.allOf, .schemas(let schemas)): schemas.map { Edge($0, .unconditional) }
      case (.ref, .schema(let schema)): [Edge(schema, .unconditional)]
      case (.anyOf, .schemas(let schemas)), (.oneOf, .schemas(let schemas)): schemas.map { Edge($0, .branch) }
      case (.not, .schema(let schema)), (.if, .schema(let schema)): [Edge(schema, .branch)]
      case (.then, .schema(let schema)), (.else, .schema(let schema)): [Edge(schema, .spine)]
      case (.dependentSchemas, .namedSchemas(let named)): named.map { Edge($0.schema, .spine) }
      default: []
      }
    }
  }

  /// Schemas that apply to children of the instance.
  func children(_ index: SchemaIndex) -> [Edge] {
    self[index].keywords.flatMap { keyword -> [Edge] in
      switch (keyword.name, keyword.value) {
      case (.properties, .namedSchemas(let named)), (.patternProperties, .namedSchemas(let named)):
        named.map { Edge($0.schema, .unconditional) }
      case (.additionalProperties, .schema(let schema)), (.items, .schema(let schema)): [Edge(schema, .unconditional)]
      case (.prefixItems, .schemas(let schemas)): schemas.map { Edge($0, .unconditional) }
      case (.contains, .schema(let schema)): [Edge(schema, .branch)]
      case (.propertyNames, .schema(let schema)): [Edge(schema, .spine)]
      default: []
      }
    }
  }

  /// All schemas that are reached through edges of the first kind only, and those that are reached in another way too.
  func reached(through isKept: (Edge) -> Bool) -> (kept: Set<SchemaIndex>, others: Set<SchemaIndex>) {
    var kept: Set<SchemaIndex> = []
    var others: Set<SchemaIndex> = []
    var work = [(schema: entry, isKept: true)]
    while let (schema, isStillKept) = work.popLast() {
      let isNew = isStillKept ? kept.insert(schema).inserted : others.insert(schema).inserted
      guard isNew else { continue }
      for edge in inPlace(schema) + children(schema) { work.append((edge.schema, isStillKept && isKept(edge))) }
    }
    return (kept, others)
  }
}
