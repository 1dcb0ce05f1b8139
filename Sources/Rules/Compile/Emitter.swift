/// Emits blocks. State of one compilation; the keyword families are in extensions.
struct Emitter {
  private(set) var graph: SchemaGraph
  let library: RuleLibrary
  let options: CompileOptions
  var builder = ProgramBuilder()
  /// By schema, then by tracking: compiled once for each thing that is asked of it.
  private var blocks: [BlockIndex?]
  /// Blocks that are reserved and not yet filled.
  private var waiting: [BlockKey] = []
  // By bytes: two spellings of one text are two patterns.
  private var patternNumbers: [TextKey: Int] = [:]
  private var patterns: [Pattern] = []
  /// Of those that blocks name.
  private var patternIndexes: [PatternIndex?] = []
  /// The resource whose URI was asked for last, and the number of that URI.
  private var lastResource: (resource: Resource, uri: Int?)?
  private(set) var customChecks: [SourceNode: @Sendable (JSONValue) -> String?] = [:]
  /// Schemas from which a value that is never printed can be reached in any way.
  private(set) var sensitive: Set<SchemaIndex> = []
  private(set) var entry = BlockIndex.acceptAll
  var known = KnownFacts()

  private struct BlockKey {
    let schema: SchemaIndex
    let tracking: Tracking

    var place: Int { schema.raw * Tracking.count + Int(tracking.rawValue) }
  }

  init(_ graph: SchemaGraph, library: RuleLibrary, options: CompileOptions) {
    self.graph = graph
    self.library = library
    self.options = options
    blocks = Array(repeating: nil, count: graph.schemas.count * Tracking.count)
  }

  /// Problems in the order of the files.
  var problems: [RuleProblem] { graph.orderedProblems }

  mutating func emitAll() {
    builder.reserve(schemas: graph.schemas.count)
    sensitive = graph.schemasLeading(to: \.isSensitive, through: { _ in true })
    entry = block(of: graph.entry)
    let schema = graph[graph.entry]
    builder.setEntrySite(site(.schema, at: schema.node, schema))
    while let next = waiting.popLast() { emit(next) }
  }

  /// The block of a schema, reserved when it is named first. The schema `true` needs none.
  ///
  /// - Parameter tracking: what the block must note of the instance that it shares with the one that names it.
  mutating func block(of index: SchemaIndex, _ tracking: Tracking = []) -> BlockIndex {
    let key = BlockKey(schema: index, tracking: tracking)
    if let known = blocks[key.place] { return known }
    let acceptsAll = !options.annotations && graph[index].acceptsAll
    let block = acceptsAll ? BlockIndex.acceptAll : builder.reserveBlock()
    blocks[key.place] = block
    if block != .acceptAll { waiting.append(key) }
    return block
  }

  private mutating func emit(_ key: BlockKey) {
    guard let block = blocks[key.place] else { return }
    var code = BlockCode(key.schema, graph[key.schema], outer: key.tracking)
    if code.schema.boolean == false {
      code.any.append(Instruction(.fail, rank: .error, site: site(falseIn: code.schema)))
    }
    let families = code.schema.families
    if families.contains(.values) { emitType(&code) }
    if families.contains(.values) { emitValues(&code) }
    if families.contains(.numbers) { emitNumbers(&code) }
    if families.contains(.strings) { emitStrings(&code) }
    if families.contains(.strings) { emitContent(&code) }
    if !code.schema.customKeywords.isEmpty { emitCustom(&code) }
    if families.contains(.arrays) { emitArrays(&code) }
    if families.contains(.objects) { emitObjects(&code) }
    if families.contains(.combinators) { emitCombinators(&code) }
    if families.contains(.unevaluated) { emitUnevaluated(&code) }
    emitAnnotations(&code)
    finish(code, block)
  }

  private mutating func finish(_ code: BlockCode, _ index: BlockIndex) {
    var block = code.block
    block.isLeaf = !code.contains { $0.opcode.isApplicator }
    block.opensFrame = !code.lastArrays.isEmpty || !code.lastObjects.isEmpty
    block.keepsMarks = !code.outer.isEmpty
    block.isSensitive = code.schema.hasExtensions && code.schema.extensions.isSensitive
    block.reachesSensitive = sensitive.contains(code.index)
    block.any = builder.addCode(code.any)
    func range(_ own: [Instruction], _ last: [Instruction] = []) -> TableRange {
      own.isEmpty && last.isEmpty ? block.any : builder.addCode(own, code.any, last)
    }
    block.strings = range(code.strings)
    block.numbers = range(code.numbers)
    block.arrays = range(code.arrays, code.lastArrays)
    block.objects = range(code.objects, code.lastObjects)
    block.isTrivial = !code.contains { _ in true } && block.typeSite == .none && !options.annotations
    builder.setBlock(index, block)
  }

  // MARK: - Sites and severities

  func rank(_ name: KeywordName, _ schema: Schema) -> SeverityRank {
    guard schema.hasExtensions else { return .error }
    return SeverityRank(schema.extensions.keywordSeverities[name] ?? schema.extensions.severity ?? .error)
  }

  /// The site of a keyword, with a detail for messages: the value of the keyword where nothing else is given.
  mutating func site(_ keyword: Keyword, _ schema: Schema, detail: SiteDetail = .none) -> SiteIndex {
    let message = schema.hasExtensions ? schema.extensions.message(for: keyword.name) : nil
    return site(at: keyword.node, schema, message: message, detail: detail)
  }

  /// A `false` schema has no keyword: the finding names the schema itself.
  private mutating func site(falseIn schema: Schema) -> SiteIndex { site(.falseSchema, at: schema.node, schema) }

  mutating func site(
    _ subject: SiteRecord.Subject = .keyword, at node: NodeIndex, _ schema: Schema, message: String? = nil,
    detail: SiteDetail = .none
  ) -> SiteIndex {
    builder.addSite(
      SiteRecord(
        subject: subject, source: schema.source.raw, node: node, resourceNode: schema.resource.node,
        resourceURI: uri(of: schema.resource), message: message, detail: detail))
  }

  /// Nearly all sites are of the same resource as the one before.
  private mutating func uri(of resource: Resource) -> Int? {
    if let lastResource, lastResource.resource === resource { return lastResource.uri }
    let uri = graph.ownURI(of: resource).map { builder.addURI($0) }
    lastResource = (resource, uri)
    return uri
  }

  // MARK: - Patterns

  /// Compiles every pattern and looks up every format, reachable or not, so that one run shows every problem.
  mutating func checkTexts() {
    for index in graph.schemas.indices.map(SchemaIndex.init) where graph[index].hasTexts { checkTexts(graph[index]) }
  }

  private mutating func checkTexts(_ schema: Schema) {
    for keyword in schema.keywords {
      let value = keyword.node + 1
      switch (keyword.name, keyword.value) {
      case (.pattern, .text): checkPattern(schema.place(value))
      case (.patternProperties, .namedSchemas):
        for member in graph.document(of: schema).eachMember(of: value) { checkPattern(schema.place(member.key)) }
      case (.format, .text(let name)): checkFormat(name, schema, at: schema.place(value))
      default: break
      }
    }
    for node in schema.customKeywords { checkCustom(schema.place(node)) }
  }

  private mutating func checkCustom(_ place: SourceNode) {
    let document = graph.document(place.source)
    guard customChecks[place] == nil, let keyword = library.keyword(document.string(at: place.node)) else { return }
    do {
      customChecks[place] = try keyword.compile(document.jsonValue(at: place.node + 1))
    } catch {
      graph.report(.wrongValue, "\(keyword.name): \(error.message)", at: place)
    }
  }

  /// Equal texts are one pattern.
  private mutating func checkPattern(_ place: SourceNode) {
    let document = graph.document(place.source)
    let key = TextKey(document, place.node)
    guard patternNumbers[key] == nil else { return }
    do {
      patterns.append(try Pattern(document.string(at: place.node)))
      patternIndexes.append(nil)
      patternNumbers[key] = patterns.count - 1
    } catch {
      graph.report(
        .badPattern, "the pattern cannot be used: \(error.message) (at byte \(error.offset) of the pattern)",
        at: place)
    }
  }

  private mutating func checkFormat(_ name: String, _ schema: Schema, at place: SourceNode) {
    guard assertsFormats(schema), library.formats[name] == nil, Format(name: name) == nil else { return }
    let quoted = JSONWriter.quoted(name)
    let known = Format.allCases.map(\.name) + library.formats.keys.sorted()
    if let suggestion = EditDistance.nearest(to: name, in: known), options.unknownKeywords == .report {
      graph.report(.unknownFormat, "unknown format \(quoted)", at: place, suggestion: suggestion)
    } else {
      graph.report(.warning, .unknownFormat, "unknown format \(quoted) is not checked", at: place)
    }
  }

  func assertsFormats(_ schema: Schema) -> Bool {
    switch options.formats {
    case .assert: true
    case .annotate: false
    case .standard: schema.resource.dialect.assertsFormats
    }
  }

  /// The index of a pattern that ``checkTexts()`` compiled; nil where it could not.
  mutating func patternIndex(at place: SourceNode) -> PatternIndex? {
    guard let number = patternNumbers[TextKey(graph.document(place.source), place.node)] else { return nil }
    if let known = patternIndexes[number] { return known }
    let index = builder.addPattern(patterns[number])
    patternIndexes[number] = index
    return index
  }

  // MARK: - Normalization

  /// Marks the blocks from which a normalizer is reached through unconditional places, so that others are not walked.
  mutating func markNormalization() {
    let reached = graph.schemasLeading(
      to: { !$0.normalizers.isEmpty }, through: \.isUnconditional)
    for schema in reached {
      let first = BlockKey(schema: schema, tracking: []).place
      builder.markReachingNormalizers(blocks[first..<first + Tracking.count].compactMap { $0 })
    }
  }
}

/// What a block notes of its instance for an `unevaluatedProperties` or `unevaluatedItems` further up: which members, or
/// which items, were evaluated. Blocks that nobody asks note nothing.
struct Tracking: OptionSet, Hashable {
  let rawValue: UInt8
  static let properties = Tracking(rawValue: 1)
  static let items = Tracking(rawValue: 2)
  /// How many different sets there are.
  static let count = 4
}

/// The instructions of one block while they are collected.
struct BlockCode {
  let index: SchemaIndex
  let schema: Schema
  /// What the block that names this one, for the same instance, asks to be noted.
  let outer: Tracking
  /// What is noted here: that, and what the schema's own `unevaluated*` need.
  let tracking: Tracking
  var block = Block()
  var strings: [Instruction] = []
  var numbers: [Instruction] = []
  var arrays: [Instruction] = []
  var objects: [Instruction] = []
  var any: [Instruction] = []
  /// Run after everything else: `unevaluated*`.
  var lastArrays: [Instruction] = []
  var lastObjects: [Instruction] = []

  init(_ index: SchemaIndex, _ schema: Schema, outer: Tracking) {
    self.index = index
    self.schema = schema
    self.outer = outer
    var tracking = outer
    if schema.families.contains(.unevaluated) {
      if schema.keyword(.unevaluatedProperties) != nil { tracking.insert(.properties) }
      if schema.keyword(.unevaluatedItems) != nil { tracking.insert(.items) }
    }
    self.tracking = tracking
  }

  /// Whether some instruction is of a kind.
  func contains(_ isMeant: (Instruction) -> Bool) -> Bool {
    any.contains(where: isMeant) || objects.contains(where: isMeant) || strings.contains(where: isMeant)
      || arrays.contains(where: isMeant) || numbers.contains(where: isMeant) || lastObjects.contains(where: isMeant)
      || lastArrays.contains(where: isMeant)
  }

  /// Whether applicators in place must be run even where they cannot fail.
  var marks: Bool { !tracking.isEmpty }
}

extension Schema {
  fileprivate var acceptsAll: Bool {
    if let boolean { return boolean }
    return keywords.isEmpty && customKeywords.isEmpty && (!hasExtensions || extensions.isSilent)
  }

  /// Whether it has patterns or names that ``Emitter/checkTexts()`` looks at.
  fileprivate var hasTexts: Bool { !customKeywords.isEmpty || families.contains(.texts) }
}

extension SchemaExtensions {
  /// Nothing that makes a block necessary.
  fileprivate var isSilent: Bool { normalizers.isEmpty && deprecatedNode == nil && !isSensitive }
}
