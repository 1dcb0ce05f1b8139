// `type`, `enum`, `const`.
extension Emitter {
  mutating func emitType(_ code: inout BlockCode) {
    guard let keyword = code.schema.keyword(.type), case .types(let types) = keyword.value else { return }
    code.block.kinds = Self.kinds(of: types)
    code.block.integersOnly = types.contains(.integer) && !types.contains(.number)
    code.block.integersAreLexical = code.schema.draft.integersAreLexical
    code.block.typeRank = rank(.type, code.schema)
    code.block.typeSite = site(keyword, code.schema, detail: .text(types.lines))
  }

  static func kinds(of types: TypeSet) -> UInt16 {
    var kinds: UInt16 = 0
    if types.contains(.null) { kinds |= Block.bit(.null) }
    if types.contains(.boolean) { kinds |= Block.bit(.true) | Block.bit(.false) }
    if !types.isDisjoint(with: [.integer, .number]) { kinds |= Block.bit(.number) }
    if types.contains(.string) { kinds |= Block.bit(.string) | Block.bit(.key) }
    if types.contains(.array) { kinds |= Block.bit(.array) }
    if types.contains(.object) { kinds |= Block.bit(.object) }
    return kinds
  }

  mutating func emitValues(_ code: inout BlockCode) {
    for keyword in code.schema.keywords {
      let nodes: [NodeIndex]
      switch (keyword.name, keyword.value) {
      case (.enum, .values(let values)): nodes = values
      case (.const, .value(let value)): nodes = [value]
      default: continue
      }
      let set = builder.addValueSet(valueSet(nodes, graph.document(of: code.schema)))
      code.any.append(
        Instruction(.anyValue, rank: rank(keyword.name, code.schema), site: site(keyword, code.schema), a: set))
    }
  }

  /// So many are compared one after the other.
  private static let fewValues = 8

  private mutating func valueSet(_ nodes: [NodeIndex], _ document: Document) -> ValueSet {
    var set = ValueSet()
    set.all = builder.addConstants(nodes, of: document)
    var names = DistinctStrings(document)
    var keys: [KeyTableBuilder.Key] = []
    var others: [NodeIndex] = []
    for node in nodes {
      let kind = document.kind(at: node)
      switch kind {
      case .null, .true, .false: set.literals |= Block.bit(kind)
      case .string:
        if names.insert(node) { keys.append(KeyTableBuilder.Key(name: builder.addBytes(of: node, document))) }
      default: others.append(node)
      }
    }
    set.strings = builder.addKeyTable(keys)
    set.others = others.isEmpty ? TableRange() : builder.addConstants(others, of: document)
    if others.count > Self.fewValues {
      let hashes = others.map { ValueComparison.hash($0, document.view) }
      set.table = builder.addValueTable(hashes, first: set.others.start)
    }
    return set
  }

  mutating func emitAnnotations(_ code: inout BlockCode) {
    if options.annotations { emitKept(&code) }
    guard code.schema.hasExtensions else { return }
    if !code.schema.extensions.normalizers.isEmpty {
      code.block.normalizerList = builder.addNormalizers(code.schema.extensions.normalizers)
    }
    guard let node = code.schema.extensions.deprecatedNode else { return }
    let keyword = Keyword(name: .deprecated, node: node, value: .flag(true))
    let severity = code.schema.extensions.keywordSeverities[.deprecated] ?? .warning
    code.any.append(Instruction(.deprecated, rank: SeverityRank(severity), site: site(keyword, code.schema)))
  }

  /// Annotations for those who ask for them.
  private mutating func emitKept(_ code: inout BlockCode) {
    let document = graph.document(of: code.schema)
    code.block.schemaSite = site(.schema, at: code.schema.node, code.schema)
    for node in code.schema.annotations {
      let name = document.string(at: node)
      // 2020-12 validation, 8.5: it describes what `contentMediaType` names.
      if name == "contentSchema", document.value(of: "contentMediaType", in: code.schema.node) == nil { continue }
      let site = site(at: node, code.schema)
      let constant = builder.addConstants([node + 1], of: document).start
      let instruction = Instruction(.annotate, rank: .error, site: site, a: constant)
      // Content keywords speak of strings only (2020-12 validation, 8.1).
      if name.hasPrefix("content") { code.strings.append(instruction) } else { code.any.append(instruction) }
    }
  }
}
