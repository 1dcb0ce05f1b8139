/// Rule files in a dialect of their own are checked against its metaschema (2020-12 core, 8.1.2). The reader itself is
/// as strict as the built-in ones, with better words.
///
/// A metaschema is compiled without this check, so that one which describes itself, or two which describe each other,
/// end it.
struct MetaschemaCheck {
  private let library: RuleLibrary
  private let isEnforced: Bool
  private var metaschemas: [String: RuleSet?] = [:]
  /// Resources by where they start, and those of them that were checked as parts of an outer one.
  private let roots: [SourceNode: Schema]
  private var checked: Set<SourceNode> = []

  /// Adds what the custom metaschemas refuse to the graph's problems.
  static func run(_ graph: inout SchemaGraph, library: RuleLibrary, options: CompileOptions) {
    guard graph.schemas.contains(where: { $0.startsResource && $0.resource.dialect.isCustom }) else { return }
    var check = MetaschemaCheck(graph, library: library, isEnforced: options.metaschema == .enforce)
    // Outer ones come first.
    let custom = check.roots.values.filter(\.resource.dialect.isCustom)
    for root in custom.sorted(by: { ($0.source.raw, $0.node) < ($1.source.raw, $1.node) }) { check.check(root, &graph) }
  }

  private init(_ graph: SchemaGraph, library: RuleLibrary, isEnforced: Bool) {
    self.library = library
    self.isEnforced = isEnforced
    let roots = graph.schemas.filter(\.startsResource)
    self.roots = Dictionary(roots.map { ($0.place, $0) }) { first, _ in first }
  }

  private mutating func check(_ root: Schema, _ graph: inout SchemaGraph) {
    guard checked.insert(root.place).inserted, let metaschema = metaschema(root.resource.dialect.uri, &graph) else {
      return
    }
    let document = graph.document(of: root)
    let result = metaschema.check(json(root.node, of: root, document))
    if result.verdict == .undecided {
      report(.error, "its metaschema cannot decide whether it is valid: a budget ran out", root.place, &graph)
    }
    let place = result.findings.isEmpty ? "" : document.pointer(to: root.node)
    for finding in result.findings {
      let node = document.node(at: place + finding.instanceLocation) ?? root.node
      if isForeign(node, root) { continue }
      let severity = finding.severity == .error ? finding.severity : .warning
      let message = "\(finding.message()) (\(root.resource.dialect.uri))"
      report(severity, message, root.place(node), suggestion: finding.suggestion, &graph)
    }
  }

  private func report(
    _ severity: Severity, _ message: String, _ place: SourceNode, suggestion: String? = nil, _ graph: inout SchemaGraph
  ) {
    graph.report(isEnforced ? severity : .warning, .metaschema, message, at: place, suggestion: suggestion)
  }

  /// Compiled once, however many resources use it. What is wrong with it is told with its own places.
  private mutating func metaschema(_ uri: String, _ graph: inout SchemaGraph) -> RuleSet? {
    if let known = metaschemas[uri] { return known }
    let source: RuleSource?
    do {
      source = try library.source(uri)
    } catch {
      // The reader has told why when it looked for the vocabularies.
      return nil
    }
    guard let source else { return nil }
    metaschemas[uri] = .some(nil)
    let options = CompileOptions(
      formats: .annotate, unknownKeywords: .ignore, limits: Limits(bytes: Document.maximumBytes))
    do {
      metaschemas[uri] = try RuleSet(metaschema: RuleSource(source, uri: uri), library: library, options: options)
    } catch {
      if isEnforced { graph.report(error) }
    }
    return metaschemas[uri] ?? nil
  }

  // MARK: - The text that a metaschema sees

  /// A resource that stands in another one and has another dialect is left to its own metaschema.
  private func isForeign(_ node: NodeIndex, _ root: Schema) -> Bool {
    guard let inner = roots[root.place(node)] else { return false }
    return inner.resource.dialect.uri != root.resource.dialect.uri
  }

  /// A resource as JSON. The depth of documents is limited.
  private mutating func json(_ node: NodeIndex, of root: Schema, _ document: Document) -> String {
    if isForeign(node, root) { return root.draft.hasBooleanSchemas ? "true" : "{}" }
    checked.insert(root.place(node))
    switch document.kind(at: node) {
    case .object:
      var members: [String] = []
      for member in document.members(of: node) {
        let value = json(member.value, of: root, document)
        members.append(JSONWriter.quoted(document.string(at: member.key)) + ":" + value)
      }
      return "{" + members.joined(separator: ",") + "}"
    case .array:
      var items: [String] = []
      for item in document.items(of: node) { items.append(json(item, of: root, document)) }
      return "[" + items.joined(separator: ",") + "]"
    default: return document.json(at: node)
    }
  }
}
