/// Judges the values that a rule file gives for its own schemas: those of `enum`, `const`, `default` and `examples`.
///
/// Each is checked as a document would be, normalized first. All together are one document whose root has a property for
/// each, so that rules are compiled once.
struct ValueLint {
  private(set) var graph: SchemaGraph
  private let facts: SchemaFacts
  private let library: RuleLibrary
  private let options: CompileOptions
  private var values: [JudgedValue] = []
  private static let mostValues = 10_000
  private static let mostOfOneKeyword = 1_000

  /// - Parameter graph: as it was written, without an error.
  init(_ graph: SchemaGraph, _ facts: SchemaFacts, library: RuleLibrary, options: CompileOptions) {
    self.graph = graph
    self.graph.problems = []
    self.facts = facts
    self.library = library
    self.options = options
  }

  mutating func run() {
    for index in graph.schemas.indices.map(SchemaIndex.init) where graph[index].source == .main {
      // Where no type is left, that was told.
      if !facts.declared[index.raw].isEmpty { collect(index) }
    }
    if values.isEmpty { return }
    let refusals = refusals()
    for keyword in values.chunked() { report(keyword, refusals) }
  }

  // MARK: - Collecting

  private mutating func collect(_ index: SchemaIndex) {
    let schema = graph[index]
    let document = graph.document(of: schema)
    for keyword in schema.keywords {
      switch (keyword.name, keyword.value) {
      case (.enum, .values(let nodes)): add(nodes, .enum, index, keyword.node)
      case (.const, .value(let node)): add([node], .const, index, keyword.node)
      default: break
      }
    }
    for key in schema.annotations {
      switch document.string(at: key) {
      case "default": add([key + 1], .default, index, key)
      case "examples" where schema.resource.dialect.shapes[.examples] != nil:
        add(document.items(of: key + 1), .examples, index, key)
      default: break
      }
    }
  }

  private mutating func add(_ nodes: [NodeIndex], _ name: KeywordName, _ schema: SchemaIndex, _ key: NodeIndex) {
    for node in nodes.prefix(Self.mostOfOneKeyword) where values.count < Self.mostValues {
      values.append(JudgedValue(schema: schema, keyword: name, key: key, node: node, isAll: nodes.count == 1))
    }
  }

  // MARK: - Judging

  /// What the schemas say against the values, by the values' places in ``values``.
  private func refusals() -> [Int: String] {
    let program = program()
    var document = JSONWriter()
    document.raw("{")
    for (index, value) in values.enumerated() {
      document.raw("\(index == 0 ? "" : ",")\"\(index)\":")
      document.value(value.node, of: graph.document(.main))
    }
    document.raw("}")
    var options = options
    options.limits = Limits(depth: Limits.maximumDepth, findings: 1_000_000, patternSteps: 100_000)
    let result = Workspace().checkOnTape(document.bytes.span.bytes, program, options)
    var refusals: [Int: String] = [:]
    for finding in result.findings where finding.severity == .error && Self.judges(finding) {
      let path = finding.instanceLocation.split(separator: "/", omittingEmptySubsequences: false)
      guard path.count > 1, let index = Int(path[1]), refusals[index] == nil else { continue }
      let place = path.count > 2 ? "at /\(path.dropFirst(2).joined(separator: "/")): " : ""
      refusals[index] = place + finding.message()
    }
    return refusals
  }

  /// Whether a finding says that the value is refused, and not that it could not be decided.
  private static func judges(_ finding: Finding) -> Bool {
    ![.budget, .normalizeConflict, .normalizeRange, .malformed].contains(finding.code)
  }

  private func program() -> LoadedProgram {
    var graph = graph
    let root = graph[graph.entry]
    var schema = Schema(source: root.source, node: root.node, resource: root.resource)
    let properties = values.enumerated().map { NamedSchema(name: String($0), schema: $1.schema) }
    schema.append(Keyword(name: .properties, node: root.node, value: .namedSchemas(properties)))
    graph.entry = SchemaIndex(raw: graph.schemas.count)
    graph.schemas.append(schema)
    graph.bindDynamicReferences()
    var emitter = Emitter(graph, library: library, options: options)
    emitter.checkTexts()
    emitter.emitAll()
    emitter.markNormalization()
    return LoadedProgram(emitter.builder.finish(entry: emitter.entry, sources: graph.sources))
  }

  // MARK: - Telling

  /// - Parameter keyword: the places in ``values`` of one keyword's values.
  private mutating func report(_ keyword: Range<Int>, _ refusals: [Int: String]) {
    let first = values[keyword.lowerBound]
    if first.listsAllowed, let reason = refusals[keyword.lowerBound], keyword.allSatisfy({ refusals[$0] != nil }) {
      warn(
        .unsatisfiableEnum,
        "the schema refuses \(first.isAll ? "the value" : "every value") of its own \(first.keyword.rawValue): \(reason)",
        at: first.key, first.schema)
      return
    }
    for index in keyword {
      guard let reason = refusals[index] else { continue }
      let (code, what) = values[index].problem
      warn(code, "the schema refuses \(what): \(reason)", at: values[index].node, first.schema)
    }
  }

  private mutating func warn(_ code: RuleProblemCode, _ message: String, at node: NodeIndex, _ schema: SchemaIndex) {
    graph.report(.warning, code, message, at: graph[schema].place(node))
  }
}

/// A value that stands in a rule file, and the schema that it should be valid against.
private struct JudgedValue {
  let schema: SchemaIndex
  let keyword: KeywordName
  let key: NodeIndex
  let node: NodeIndex
  /// Its keyword has no other value.
  let isAll: Bool

  /// The keyword allows these values and no others.
  var listsAllowed: Bool { keyword == .enum || keyword == .const }

  var problem: (RuleProblemCode, String) {
    switch keyword {
    case .default: (.invalidDefault, "its own default")
    case .examples: (.invalidExample, "its own example")
    default: (.unreachableEnumValue, "this value of its own enum")
    }
  }
}

extension [JudgedValue] {
  /// The ranges of values that belong to one keyword.
  fileprivate func chunked() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for index in indices {
      if let last = ranges.last, self[last.lowerBound].key == self[index].key {
        ranges[ranges.count - 1] = last.lowerBound..<(index + 1)
      } else {
        ranges.append(index..<(index + 1))
      }
    }
    return ranges
  }
}
