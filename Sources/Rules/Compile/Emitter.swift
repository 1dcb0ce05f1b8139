/// Emits blocks. State of one compilation; the keyword families are in extensions.
struct Emitter {
  private(set) var graph: SchemaGraph
  let options: CompileOptions
  var builder = ProgramBuilder()
  private var blocks: [SchemaIndex: BlockIndex] = [:]
  /// Schemas whose blocks are reserved and not yet filled.
  private var waiting: [SchemaIndex] = []
  // By bytes: two spellings of one text are two patterns.
  private var patterns: [[UInt8]: Pattern] = [:]
  private var patternIndexes: [[UInt8]: PatternIndex] = [:]
  private(set) var entry = BlockIndex.acceptAll

  init(_ graph: SchemaGraph, options: CompileOptions) {
    self.graph = graph
    self.options = options
  }

  var document: Document { graph.document }

  /// Problems in the order of the file.
  var problems: [RuleProblem] { graph.problems.sorted { $0.span.offset < $1.span.offset } }

  mutating func emitAll() {
    entry = block(of: graph.entry)
    while let next = waiting.popLast() { emit(next) }
  }

  /// The block of a schema, reserved when it is named first. The schema `true` needs none.
  mutating func block(of index: SchemaIndex) -> BlockIndex {
    if let known = blocks[index] { return known }
    let schema = graph[index]
    let isEmpty = schema.boolean == nil && schema.keywords.isEmpty && schema.extensions.isSilent
    let block = schema.boolean == true || isEmpty ? BlockIndex.acceptAll : builder.reserveBlock()
    blocks[index] = block
    if block != .acceptAll { waiting.append(index) }
    return block
  }

  private mutating func emit(_ index: SchemaIndex) {
    guard let block = blocks[index] else { return }
    var code = BlockCode(schema: graph[index])
    if code.schema.boolean == false {
      code.any.append(Instruction(.fail, rank: .error, site: site(falseIn: code.schema)))
    }
    emitType(&code)
    emitValues(&code)
    emitNumbers(&code)
    emitStrings(&code)
    emitArrays(&code)
    emitObjects(&code)
    emitCombinators(&code)
    emitAnnotations(&code)
    finish(code, block)
  }

  private mutating func finish(_ code: BlockCode, _ index: BlockIndex) {
    var block = code.block
    let all = [code.strings, code.numbers, code.arrays, code.objects, code.any].joined()
    block.isLeaf = !all.contains { $0.opcode.isApplicator }
    block.any = builder.addCode(code.any)
    func range(_ own: [Instruction]) -> TableRange { own.isEmpty ? block.any : builder.addCode(own + code.any) }
    block.strings = range(code.strings)
    block.numbers = range(code.numbers)
    block.arrays = range(code.arrays)
    block.objects = range(code.objects)
    block.isTrivial = all.isEmpty && block.typeSite == .none
    builder.setBlock(index, block)
  }

  // MARK: - Sites and severities

  func rank(_ name: KeywordName, _ schema: Schema) -> SeverityRank {
    let severity = schema.extensions.keywordSeverities[name] ?? schema.extensions.severity ?? .error
    return SeverityRank(severity)
  }

  /// The site of a keyword, with a detail for messages: the value of the keyword where nothing else is given.
  mutating func site(_ keyword: Keyword, _ schema: Schema, detail: String = "") -> SiteIndex {
    builder.addSite(
      site(
        named: keyword.name.rawValue, at: keyword.node, schema, suffix: "/" + keyword.name.rawValue,
        message: schema.extensions.keywordMessages[keyword.name] ?? schema.extensions.message, detail: detail))
  }

  /// A `false` schema has no keyword: the finding names the schema itself.
  private mutating func site(falseIn schema: Schema) -> SiteIndex {
    builder.addSite(site(named: "false", at: schema.node, schema, suffix: "", message: nil, detail: ""))
  }

  private func site(
    named keyword: String, at node: NodeIndex, _ schema: Schema, suffix: String, message: String?, detail: String
  ) -> Site {
    let pointer = schema.pointer.utf8.dropFirst(schema.resource.pointer.utf8.count)
    return Site(
      keyword: keyword, resource: schema.resource.uri.isEmpty ? graph.source.path : schema.resource.uri,
      pointer: (String(pointer) ?? schema.pointer) + suffix, location: graph.location(of: node), message: message,
      detail: detail)
  }

  // MARK: - Patterns

  /// Compiles every pattern and looks up every format, reachable or not, so that one run shows every problem.
  mutating func checkTexts() {
    for schema in graph.schemas {
      for keyword in schema.keywords {
        switch (keyword.name, keyword.value) {
        case (.pattern, .text(let text)): checkPattern(text, at: valueNode(keyword))
        case (.patternProperties, .namedSchemas(let entries)):
          let keys = document.members(of: valueNode(keyword)).map(\.key)
          for (entry, key) in zip(entries, keys) { checkPattern(entry.name, at: key) }
        case (.format, .text(let name)): checkFormat(name, at: valueNode(keyword))
        default: break
        }
      }
    }
  }

  private func valueNode(_ keyword: Keyword) -> NodeIndex { keyword.node + 1 }

  private mutating func checkPattern(_ text: String, at node: NodeIndex) {
    guard patterns[Array(text.utf8)] == nil else { return }
    do {
      patterns[Array(text.utf8)] = try Pattern(text)
    } catch {
      graph.report(
        "bad-pattern", "the pattern cannot be used: \(error.message) (at byte \(error.offset) of the pattern)", at: node
      )
    }
  }

  private mutating func checkFormat(_ name: String, at node: NodeIndex) {
    guard options.formats == .assert, Format(name: name) == nil else { return }
    let quoted = JSONWriter.quoted(name)
    if Self.laterFormats.contains(name) {
      graph.report(.warning, "unchecked-format", "this version does not check the format \(quoted) yet", at: node)
    } else if let suggestion = EditDistance.nearest(to: name, in: Format.allCases.map(\.name)) {
      graph.report("unknown-format", "unknown format \(quoted)", at: node, suggestion: suggestion)
    } else {
      graph.report(
        .warning, "unknown-format", "unknown format \(quoted) is not checked", at: node)
    }
  }

  /// Formats of the standard (2020-12 validation, 7.3) that are known by name only.
  private static let laterFormats: Set<String> = [
    "idn-email", "idn-hostname", "iri", "iri-reference", "uri-template", "relative-json-pointer", "regex",
  ]

  /// The index of a pattern that ``checkTexts()`` compiled; nil where it could not.
  mutating func patternIndex(_ text: String) -> PatternIndex? {
    if let known = patternIndexes[Array(text.utf8)] { return known }
    guard let pattern = patterns[Array(text.utf8)] else { return nil }
    let index = builder.addPattern(pattern)
    patternIndexes[Array(text.utf8)] = index
    return index
  }

  // MARK: - Normalization

  /// Marks the blocks from which a normalizer is reached through unconditional places, so that others are not walked.
  mutating func markNormalization() {
    var sources: [SchemaIndex: [SchemaIndex]] = [:]
    var work: [SchemaIndex] = []
    for schema in blocks.keys {
      for next in graph.inPlace(schema) + graph.children(schema) where next.isUnconditional {
        sources[next.schema, default: []].append(schema)
      }
      if !graph[schema].extensions.normalizers.isEmpty { work.append(schema) }
    }
    var reached: Set<SchemaIndex> = []
    while let schema = work.popLast() {
      guard reached.insert(schema).inserted else { continue }
      work += sources[schema] ?? []
    }
    builder.markReachingNormalizers(Set(reached.compactMap { blocks[$0] }))
  }
}

/// The instructions of one block while they are collected.
struct BlockCode {
  let schema: Schema
  var block = Block()
  var strings: [Instruction] = []
  var numbers: [Instruction] = []
  var arrays: [Instruction] = []
  var objects: [Instruction] = []
  var any: [Instruction] = []

  init(schema: Schema) { self.schema = schema }
}

extension SchemaExtensions {
  /// Nothing that makes a block necessary.
  fileprivate var isSilent: Bool { normalizers.isEmpty && deprecatedNode == nil }
}
