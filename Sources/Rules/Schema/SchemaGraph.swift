/// All schemas of a rule file that are reachable as schemas, with every reference resolved.
struct SchemaGraph: Sendable {
  /// The rule file, and the documents that its references lead to.
  var sources: [RuleSource]
  /// The `$dynamicAnchor`s of each resource by name; a `$recursiveAnchor` has the empty name.
  var dynamicAnchors: [Resource: [String: SchemaIndex]] = [:]
  var schemas: [Schema] = []
  /// Where checking starts.
  var entry = SchemaIndex(raw: 0)
  var problems: [RuleProblem] = []
  private var reported: Set<RuleProblem> = []
  /// A person mends the first thousand first; a hostile file does not get more.
  private static let maximumProblems = 1_000
  var isFull: Bool { problems.count >= Self.maximumProblems }

  init(source: RuleSource) { sources = [source] }

  /// In place: reading and changing a schema copies none of its lists.
  subscript(_ index: SchemaIndex) -> Schema {
    _read { yield schemas[index.raw] }
    _modify { yield &schemas[index.raw] }
  }

  func document(_ source: SourceIndex) -> Document { sources[source.raw].document }

  func document(of schema: Schema) -> Document { document(schema.source) }

  /// Reads and checks a rule file. The graph is complete only when no problem is an error.
  static func read(_ source: RuleSource, library: RuleLibrary, options: CompileOptions) -> SchemaGraph {
    var graph = written(source, library: library, options: options)
    graph.complete()
    return graph
  }

  /// The schemas as they were written, dynamic references still open.
  static func written(_ source: RuleSource, library: RuleLibrary, options: CompileOptions) -> SchemaGraph {
    var reader = SchemaReader(source, library: library, options: options)
    reader.readAll()
    return reader.finish()
  }

  /// Binds dynamic references, and checks what only the whole shows.
  mutating func complete() {
    bindDynamicReferences()
    refuseEndlessReferences()
    checkNormalization()
    warnOfIgnoredSeverities()
  }

  /// Notes a problem at a node of the rule file.
  mutating func report(_ code: RuleProblemCode, _ message: String, at place: SourceNode, suggestion: String? = nil) {
    report(.error, code, message, at: place, suggestion: suggestion)
  }

  mutating func report(
    _ severity: Severity, _ code: RuleProblemCode, _ message: String, at place: SourceNode, suggestion: String? = nil
  ) {
    guard !isFull else { return }
    let document = document(place.source)
    let problem = RuleProblem(
      severity: severity, code: code, message: message, location: location(of: place),
      pointer: document.pointer(to: place.node), span: document.span(of: place.node), suggestion: suggestion)
    if reported.insert(problem).inserted { problems.append(problem) }
  }

  /// Takes over the problems of a file that could not be read.
  mutating func report(_ errors: RuleErrors) {
    for problem in errors.problems where !isFull {
      if reported.insert(problem).inserted { problems.append(problem) }
    }
  }

  /// Problems file by file, the rule file's first, each in the order of the file.
  var orderedProblems: [RuleProblem] {
    let paths = Dictionary(sources.enumerated().map { ($1.path, $0) }) { first, _ in first }
    return problems.sorted {
      (paths[$0.location.path] ?? .max, $0.location.path, $0.span.offset, $0.code.rawValue)
        < (paths[$1.location.path] ?? .max, $1.location.path, $1.span.offset, $1.code.rawValue)
    }
  }

  /// The URI that a resource has by itself; nil for one that is only named by its file.
  func ownURI(of resource: Resource) -> String? {
    resource.uri.isEmpty || resource.uri == sources[resource.source.raw].uri ? nil : resource.uri
  }

  func location(of place: SourceNode) -> RuleLocation {
    let source = sources[place.source.raw]
    let position = source.positions.position(at: source.document.startOffset(of: place.node))
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
  func inPlace(_ index: SchemaIndex) -> [Edge] { edges(index) { Self.inPlaceKind($0) } }

  /// Schemas that apply to children of the instance.
  func children(_ index: SchemaIndex) -> [Edge] { edges(index) { Self.childKind($0) } }

  /// The same without what a failure means there.
  func inPlaceSchemas(_ index: SchemaIndex) -> [SchemaIndex] {
    var found: [SchemaIndex] = []
    for keyword in schemas[index.raw].keywords where Self.inPlaceKind(keyword.name) != nil {
      keyword.value.forEachSchema { found.append($0) }
    }
    return found
  }

  /// Schemas that hold whenever this one does.
  func unconditional(_ index: SchemaIndex) -> [SchemaIndex] {
    guard schemas[index.raw].families.contains(.combinators) else { return [] }
    var found: [SchemaIndex] = []
    for keyword in schemas[index.raw].keywords where Self.inPlaceKind(keyword.name) == .unconditional {
      keyword.value.forEachSchema { found.append($0) }
    }
    return found
  }

  private func edges(_ index: SchemaIndex, _ kind: (KeywordName) -> Edge.Kind?) -> [Edge] {
    var edges: [Edge] = []
    for keyword in schemas[index.raw].keywords {
      guard let kind = kind(keyword.name) else { continue }
      keyword.value.forEachSchema { edges.append(Edge($0, kind)) }
    }
    return edges
  }

  static func inPlaceKind(_ name: KeywordName) -> Edge.Kind? {
    switch name {
    case .allOf, .ref: .unconditional
    case .anyOf, .oneOf, .not, .if: .branch
    case .then, .else, .dependentSchemas, .dependencies, .propertyDependencies, .dynamicRef, .recursiveRef: .spine
    default: nil
    }
  }

  private static func childKind(_ name: KeywordName) -> Edge.Kind? {
    switch name {
    case .properties, .patternProperties, .additionalProperties, .items, .prefixItems, .additionalItems: .unconditional
    case .contains: .branch
    case .propertyNames, .unevaluatedItems, .unevaluatedProperties: .spine
    default: nil
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

  /// The schemas from which one of some kind is reached, themselves included. O(schemas).
  func schemasLeading(to isTarget: (SchemaExtensions) -> Bool, through isFollowed: (Edge) -> Bool) -> Set<SchemaIndex> {
    var work: [SchemaIndex] = []
    for index in schemas.indices where schemas[index].hasExtensions && isTarget(schemas[index].extensions) {
      work.append(SchemaIndex(raw: index))
    }
    if work.isEmpty { return [] }
    let all = schemas.indices.map(SchemaIndex.init)
    var sources: [SchemaIndex: [SchemaIndex]] = [:]
    for schema in all {
      for next in inPlace(schema) + children(schema) where isFollowed(next) {
        sources[next.schema, default: []].append(schema)
      }
    }
    var reached: Set<SchemaIndex> = []
    while let schema = work.popLast() {
      if reached.insert(schema).inserted { work += sources[schema] ?? [] }
    }
    return reached
  }
}
