/// Reads schemas out of a rule file's document, and of the documents that it refers to. Every problem is noted and
/// reading goes on, so that one run shows all.
struct SchemaReader {
  var graph: SchemaGraph
  let options: CompileOptions
  let library: RuleLibrary
  /// The document that is being read; nodes are meant in it.
  var source = SourceIndex.main {
    didSet { if source != oldValue { document = graph.document(source) } }
  }
  private(set) var document: Document
  var byNode = SchemasByNode()
  /// Resources by URI, and named places by URI with fragment; by bytes, as URIs are compared (RFC 3986, 6.2.1).
  var resources: [[UInt8]: SchemaIndex] = [:]
  var anchors: [[UInt8]: SchemaIndex] = [:]
  /// URIs that the library was asked for in vain.
  var missing: Set<[UInt8]> = []
  /// Those of them about which a better reason was told.
  var refused: Set<[UInt8]> = []
  var dialects: [String: Dialect] = [:]
  var membersByName: [SourceNode: [[UInt8]: NodeIndex]] = [:]
  var resolved: [ReferenceKey: SchemaIndex] = [:]
  /// References that wait until all identifiers are known.
  var pending: [PendingReference] = []
  /// How many names may still be compared with what was written, for suggestions: a hostile file has thousands of each.
  private var candidatesLeft = 500_000

  /// Where references of a resource without a document are resolved first, once it is known.
  var lastBase: (resource: Resource, root: SchemaIndex)?

  /// A reference as it is written, and the resource that it is written in; by bytes, as URIs are compared.
  struct ReferenceKey: Hashable {
    let resource: Resource
    let text: TextKey

    func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
  }

  struct PendingReference {
    let schema: SchemaIndex
    let keyword: Int
    let text: String
    let node: SourceNode
  }

  init(_ source: RuleSource, library: RuleLibrary, options: CompileOptions) {
    graph = SchemaGraph(source: source)
    document = source.document
    // A schema has a key, an object, a keyword and its value at least.
    graph.schemas.reserveCapacity(document.nodeCount / 4)
    self.library = library
    self.options = options
  }

  mutating func readAll() {
    let root = readRoot(.main, standard())
    // A root with an `$id` can still be named by its file alone.
    if resources[[]] == nil { resources[[]] = root }
    resolvePending()
    resolveEntry(root)
    resolvePending()
  }

  consuming func finish() -> SchemaGraph { graph }

  /// The name that was probably meant, as long as looking for it stays cheap.
  mutating func suggestion(
    for word: String, count: Int, among candidates: (SchemaReader) -> [String]
  ) -> String? {
    guard !graph.isFull, count <= candidatesLeft else { return nil }
    candidatesLeft -= count
    return EditDistance.nearest(to: word, in: candidates(self))
  }

  mutating func problem(_ code: RuleProblemCode, _ message: String, at node: NodeIndex, suggestion: String? = nil) {
    let severity: Severity = options.metaschema == .ignore && code.isViolation ? .warning : .error
    graph.report(severity, code, message, at: SourceNode(source: source, node: node), suggestion: suggestion)
  }

  mutating func warning(_ code: RuleProblemCode, _ message: String, at node: NodeIndex, suggestion: String? = nil) {
    graph.report(.warning, code, message, at: SourceNode(source: source, node: node), suggestion: suggestion)
  }

  /// What a metaschema refuses although its meaning is plain, such as a name that is listed twice.
  mutating func violation(_ code: RuleProblemCode, _ message: String, at node: NodeIndex, suggestion: String? = nil) {
    let severity = options.metaschema == .enforce ? Severity.error : .warning
    graph.report(severity, code, message, at: SourceNode(source: source, node: node), suggestion: suggestion)
  }

  // MARK: - One schema

  /// The schema at a node; read once, however often it is named.
  mutating func readSchema(_ node: NodeIndex, _ parent: Resource) -> SchemaIndex {
    let place = SourceNode(source: source, node: node)
    if let known = byNode[place] { return known }
    let index = SchemaIndex(raw: graph.schemas.count)
    byNode.insert(index, at: place, nodes: document.nodeCount)
    let resource = resourceOf(node, parent)
    graph.schemas.append(Schema(source: source, node: node, resource: resource))
    if resource != parent || node == Document.root { register(resource, index, at: node) }
    switch document.kind(at: node) {
    case .true, .false: readBoolean(index)
    case .object:
      if StackGuard.isLow() {
        problem(.tooDeep, "schemas are nested too deeply here; move inner ones into $defs", at: node)
      } else {
        readKeywords(index)
      }
    default:
      problem(.notASchema, "a schema is an object, true or false; this is \(document.typeName(at: node))", at: node)
    }
    return index
  }

  private mutating func readBoolean(_ index: SchemaIndex) {
    let schema = graph[index]
    graph[index].boolean = document.kind(at: schema.node) == .true
    if schema.draft.hasBooleanSchemas || mayBeBoolean(schema) { return }
    violation(.notASchema, "draft 4 has no true and false as schemas; write {} or {\"not\": {}}", at: schema.node)
  }

  /// Draft 4 allows booleans in two places (validation, 5.3.1 and 5.4.4).
  private func mayBeBoolean(_ schema: Schema) -> Bool {
    guard schema.node > 0, document.kind(at: schema.node - 1) == .key else { return false }
    return ["additionalItems", "additionalProperties"].contains(document.string(at: schema.node - 1))
  }

  private mutating func readKeywords(_ index: SchemaIndex) {
    let (node, resource) = (graph[index].node, graph[index].resource)
    let dialect = resource.dialect
    let isHidden = hidesSiblings(node, dialect)
    graph[index].reserveKeywords(min(document.node(node).length, Self.mostReserved))
    for member in document.eachMember(of: node) {
      guard let (name, shape) = dialect.keyword(member.key, in: document) else {
        let text = document.string(at: member.key)
        if !isHidden { readUnknown(text, member, index) }
        if dialect.draft == .draft2020_12, let former = Dialect.name(text) { checkFormerKeyword(former, member) }
        continue
      }
      let context = KeywordContext(
        schema: index, name: name, key: member.key, value: member.value, resource: resource)
      if isHidden, !Self.standsBesideReference(shape) {
        hiddenKeyword(context)
        continue
      }
      if let value = read(shape, context) {
        graph[index].append(Keyword(name: name, node: member.key, value: value))
      }
      if Self.annotates(name) { graph[index].annotations.append(member.key) }
    }
  }

  /// Schemas have few keywords; other members are no reason for a long list.
  private static let mostReserved = 8

  private func hidesSiblings(_ node: NodeIndex, _ dialect: Dialect) -> Bool {
    guard dialect.draft.refHidesSiblings, let reference = document.value(of: Self.reference, in: node) else {
      return false
    }
    return document.kind(at: reference) == .string
  }

  /// What is read beside a `$ref` of an old draft: definitions apply nowhere by themselves.
  private static func standsBesideReference(_ shape: KeywordShape) -> Bool {
    switch shape {
    case .reference, .definitions, .dialect, .text: true
    default: false
    }
  }

  private mutating func hiddenKeyword(_ context: KeywordContext) {
    guard options.unknownKeywords == .report, context.name != .default else { return }
    warning(
      .ignoredKeyword,
      "\(context.name.rawValue) beside $ref is ignored up to draft 7; put the $ref into allOf, or use a newer $schema",
      at: context.key)
  }

  /// Keywords whose value is an annotation in itself (2020-12 validation, 7 to 9).
  private static func annotates(_ name: KeywordName) -> Bool {
    switch name {
    case .title, .description, .default, .deprecated, .readOnly, .writeOnly, .examples, .format, .contentEncoding,
      .contentMediaType, .contentSchema, .xAssay, .xNormalize, .xMessage, .xSeverity, .xSensitive, .xPolicies,
      .xPolicyContext:
      true
    default: false
    }
  }

  // MARK: - Unknown keywords

  private mutating func readUnknown(
    _ text: String, _ member: Document.Member, _ index: SchemaIndex
  ) {
    if library.keyword(text) != nil {
      graph[index].customKeywords.append(member.key)
    } else {
      unknownKeyword(text, at: member.key, graph[index].resource.dialect)
    }
    // Unknown keywords are annotations (2020-12 core, 6.5).
    graph[index].annotations.append(member.key)
  }

  private mutating func unknownKeyword(_ text: String, at key: NodeIndex, _ dialect: Dialect) {
    guard options.unknownKeywords == .report, !graph.isFull else { return }
    if let later = Dialect.name(text) {
      otherDraft(later, at: key, dialect)
      return
    }
    let known = dialect.shapes.keys.map(\.rawValue) + library.keywordNames
    if let home = ForeignKeywords.home(of: text) {
      let suggestion = text == "example" && dialect.shapes[.examples] != nil ? "examples" : nil
      warning(
        .unknownKeyword, "\(text) is a keyword of \(home) and ignored here", at: key, suggestion: suggestion)
      return
    }
    let suggestion = EditDistance.nearest(to: text, in: known.sorted())
    if let suggestion {
      problem(.unknownKeyword, "unknown keyword \(JSONWriter.quoted(text))", at: key, suggestion: suggestion)
    } else if !text.hasPrefix("x-") {
      if dialect.draft == .v1 {
        // v1 core, 6.5: a schema must not hold unknown keywords; `x-` is free.
        violation(.unknownKeyword, "v1 has no keyword \(JSONWriter.quoted(text)); begin its name with x-", at: key)
      } else {
        warning(.unknownKeyword, "unknown keyword \(JSONWriter.quoted(text)) is ignored", at: key)
      }
    }
  }

  private mutating func otherDraft(_ name: KeywordName, at key: NodeIndex, _ dialect: Dialect) {
    let drafts = Draft.allCases.filter { Dialect.of($0).shapes[name] != nil }
    let homes = drafts.map(\.name).joined(separator: ", ")
    if dialect.draft == .v1 {
      // v1 core, 6.5, as below.
      return violation(
        .otherDraft, "v1 has no \(name.rawValue); it belongs to \(homes)", at: key,
        suggestion: Self.counterpart(of: name, in: dialect))
    }
    let own = dialect.isCustom ? "the dialect \(dialect.uri)" : dialect.draft.name
    warning(
      .otherDraft, "\(name.rawValue) is ignored: \(own) does not have it; it belongs to \(homes)", at: key,
      suggestion: Self.counterpart(of: name, in: dialect))
  }

  /// What the same thing is called in another draft.
  private static func counterpart(of name: KeywordName, in dialect: Dialect) -> String? {
    let pairs: [(KeywordName, KeywordName)] = [
      (.oldID, .id), (.defs, .definitions), (.prefixItems, .items), (.additionalItems, .items),
      (.dependentRequired, .dependencies), (.dependentSchemas, .dependencies), (.recursiveRef, .dynamicRef),
      (.recursiveAnchor, .dynamicAnchor), (.const, .enum),
    ]
    for (first, second) in pairs {
      if name == first, dialect.shapes[second] != nil { return second.rawValue }
      if name == second, dialect.shapes[first] != nil { return first.rawValue }
    }
    return nil
  }
}

/// Where the reader is: one keyword of one schema.
struct KeywordContext {
  let schema: SchemaIndex
  let name: KeywordName
  let key: NodeIndex
  let value: NodeIndex
  let resource: Resource
}

extension Document {
  /// The type of a value in words: `a string`.
  func typeName(at node: NodeIndex) -> String {
    switch kind(at: node) {
    case .null: "null"
    case .true, .false: "a boolean"
    case .number: "a number"
    case .string, .key: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
