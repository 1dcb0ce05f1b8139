/// Collects a program's tables. Refuses dangling references: ``finish(entry:sources:)`` checks every index once.
struct ProgramBuilder {
  private(set) var program = Program()
  private var constants = DocumentBuilder()
  private var sites: [SiteRecord] = []
  private var uris: [String] = []

  init() {
    constants.beginArray()
    program.blocks = [Block(isTrivial: true)]
  }

  /// Tables grow to about that many schemas: room is made once.
  mutating func reserve(schemas count: Int) {
    program.blocks.reserveCapacity(count + 1)
    program.code.reserveCapacity(2 * count)
    program.properties.reserveCapacity(count)
    program.slots.reserveCapacity(4 * count)
    program.bytes.reserveCapacity(24 * count)
    sites.reserveCapacity(3 * count)
  }

  /// Makes room for a block that is filled in later, so that schemas can refer to each other.
  mutating func reserveBlock() -> BlockIndex {
    program.blocks.append(Block())
    return BlockIndex(raw: UInt32(program.blocks.count - 1))
  }

  mutating func setBlock(_ index: BlockIndex, _ block: Block) { program.blocks[Int(index.raw)] = block }

  func block(_ index: BlockIndex) -> Block { program[index] }

  mutating func addCode(
    _ instructions: [Instruction], _ more: [Instruction] = [], _ last: [Instruction] = []
  ) -> TableRange {
    let start = program.code.count
    if !instructions.isEmpty { program.code += instructions }
    if !more.isEmpty { program.code += more }
    if !last.isEmpty { program.code += last }
    return TableRange(start: UInt32(start), count: UInt32(program.code.count - start))
  }

  mutating func addSite(_ site: SiteRecord) -> SiteIndex {
    sites.append(site)
    return SiteIndex(raw: UInt32(sites.count - 1))
  }

  /// The number of a resource's URI, for its sites.
  mutating func addURI(_ uri: String) -> Int {
    uris.append(uri)
    return uris.count - 1
  }

  mutating func addBlocks(_ blocks: [BlockIndex]) -> TableRange { Self.add(blocks, to: &program.blockLists) }

  mutating func addPlan(_ plan: MemberPlan) -> UInt32 { Self.add([plan], to: &program.plans).start }

  mutating func addProperties(_ entries: [PropertyEntry]) -> TableRange { Self.add(entries, to: &program.properties) }

  mutating func addPatternMembers(_ entries: [PatternMember]) -> TableRange {
    Self.add(entries, to: &program.patternProperties)
  }

  mutating func addDependencies(_ entries: [Dependency]) -> TableRange { Self.add(entries, to: &program.dependencies) }

  mutating func addDependencyPlan(_ plan: DependencyPlan) -> UInt32 {
    Self.add([plan], to: &program.dependencyPlans).start
  }

  mutating func addNames(_ names: [String]) -> TableRange { Self.add(names.map { addBytes($0) }, to: &program.names) }

  mutating func addChoice(_ choice: Choice) -> UInt32 { Self.add([choice], to: &program.choices).start }

  /// Lists of branches: the index of the first. Equal neighbours share their positions.
  mutating func addBranchLists(_ lists: [[Int]]) -> UInt32 {
    let first = UInt32(program.branchLists.count)
    var last: [Int]?
    for list in lists {
      if list == last, let range = program.branchLists.last {
        program.branchLists.append(range)
      } else {
        program.branchLists.append(Self.add(list.map { UInt32($0) }, to: &program.branches))
      }
      last = list
    }
    return first
  }

  /// For each ``NodeKind`` the list of the branches that take it: the index of the first.
  ///
  /// - Parameter kinds: of each branch, one bit a kind.
  mutating func addKindLists(_ kinds: [UInt16]) -> UInt32 {
    let first = UInt32(program.branchLists.count)
    var last: UInt16 = 0
    for bit in Self.kindBits {
      if last != 0, kinds.allSatisfy({ ($0 & bit == 0) == ($0 & last == 0) }), let range = program.branchLists.last {
        program.branchLists.append(range)
      } else {
        let start = program.branches.count
        for (index, kind) in kinds.enumerated() where kind & bit != 0 { program.branches.append(UInt32(index)) }
        program.branchLists.append(
          TableRange(start: UInt32(start), count: UInt32(program.branches.count - start)))
      }
      last = bit
    }
    return first
  }

  private static let kindBits = NodeKind.allCases.map { Block.bit($0) }

  mutating func addContainment(_ containment: Containment) -> UInt32 {
    Self.add([containment], to: &program.containments).start
  }

  mutating func addConditional(_ conditional: Conditional) -> UInt32 {
    Self.add([conditional], to: &program.conditionals).start
  }

  mutating func addValueSet(_ set: ValueSet) -> UInt32 { Self.add([set], to: &program.valueSets).start }

  /// Open addressing over the hashes of constants from `first` on: at most half full, so that every search ends.
  mutating func addValueTable(_ hashes: [UInt64], first: UInt32) -> TableRange {
    var slots = [ValueSlot](repeating: ValueSlot(), count: (hashes.count * 2).nextPowerOfTwo)
    for (index, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[place].constant != .max { place = (place + 1) & (slots.count - 1) }
      slots[place] = ValueSlot(hash: UInt32(truncatingIfNeeded: hash >> 32), constant: first + UInt32(index))
    }
    return Self.add(slots, to: &program.valueSlots)
  }

  mutating func setBranching(_ branching: Branching, of site: SiteIndex) { program.branchings[site] = branching }

  mutating func addFormat(_ format: CustomFormat) -> UInt32 {
    let custom = program.custom
    program.custom = CustomChecks(formats: custom.formats + [format], keywords: custom.keywords)
    return UInt32(custom.formats.count)
  }

  mutating func addKeyword(_ check: CustomCheck) -> UInt32 {
    let custom = program.custom
    program.custom = CustomChecks(formats: custom.formats, keywords: custom.keywords + [check])
    return UInt32(custom.keywords.count)
  }

  mutating func addPattern(_ pattern: Pattern) -> PatternIndex {
    PatternIndex(raw: Self.add([pattern], to: &program.patterns).start)
  }

  /// The number of a list of normalizers, from 1; equal lists share one.
  mutating func addNormalizers(_ list: [Normalizer]) -> UInt16 {
    for known in 0..<UInt16(program.normalizerLists.count)
    where program.normalizers(ofList: known + 1).elementsEqual(list) {
      return known + 1
    }
    program.normalizerLists.append(Self.add(list, to: &program.normalizers))
    return UInt16(program.normalizerLists.count)
  }

  /// Copies values of the rule file.
  mutating func addConstants(_ nodes: [NodeIndex], of document: Document) -> TableRange {
    let start = program.constantNodes.count
    for node in nodes {
      program.constantNodes.append(constants.nextIndex)
      constants.copy(node, of: document)
    }
    return TableRange(start: UInt32(start), count: UInt32(nodes.count))
  }

  /// A name with the zeros that let eight bytes be read from any of its bytes on.
  mutating func addBytes(_ name: String) -> TableRange { addBytes(name.utf8) }

  mutating func addBytes(_ name: some Collection<UInt8>) -> TableRange {
    let start = program.bytes.count
    program.bytes.append(contentsOf: name)
    let range = TableRange(start: UInt32(start), count: UInt32(program.bytes.count - start))
    program.bytes += Self.padding
    return range
  }

  private static let padding = [UInt8](repeating: 0, count: 8)

  /// The same for a string or key of a document.
  mutating func addBytes(of node: NodeIndex, _ document: Document) -> TableRange {
    let start = program.bytes.count
    document.appendBytes(of: node, to: &program.bytes)
    let range = TableRange(start: UInt32(start), count: UInt32(program.bytes.count - start))
    program.bytes += Self.padding
    return range
  }

  func isName(_ range: TableRange, _ name: String) -> Bool {
    Int(range.count) == name.utf8.count && program.bytes[Int(range.start)..<Int(range.end)].elementsEqual(name.utf8)
  }

  func bytes(_ name: TableRange) -> [UInt8] { Array(program.bytes[Int(name.start)..<Int(name.end)]) }

  mutating func addKeyTable(_ keys: [KeyTableBuilder.Key]) -> KeyTable {
    KeyTableBuilder.build(keys, bytes: program.bytes, slots: &program.slots)
  }

  mutating func markReachingNormalizers(_ blocks: [BlockIndex]) {
    for block in blocks { program.blocks[Int(block.raw)].reachesNormalizer = true }
  }

  mutating func setEntrySite(_ site: SiteIndex) { program.entrySite = site }

  consuming func finish(entry: BlockIndex, sources: [RuleSource]) -> Program {
    var builder = self
    builder.program.sites = SiteTable(builder.sites, uris: builder.uris, sources)
    builder.program.constants = builder.constants.finish()
    builder.program.entry = entry
    builder.program.assertWellFormed()
    return builder.program
  }

  private static func add<Element>(_ elements: [Element], to table: inout [Element]) -> TableRange {
    let start = table.count
    table += elements
    return TableRange(start: UInt32(start), count: UInt32(elements.count))
  }
}

extension Program {
  /// No index points outside its table: the evaluator does not check again. Only a mistake in the compiler fails here.
  fileprivate func assertWellFormed() {
    func inside(_ block: BlockIndex) -> Bool { Int(block.raw) < blocks.count }
    func inside(_ site: SiteIndex) -> Bool { site == .none || Int(site.raw) < sites.records.count }
    precondition(code.allSatisfy { inside($0.site) }, "every instruction has its site")
    precondition(blockLists.allSatisfy(inside) && inside(entry), "every block list names blocks")
    precondition(properties.allSatisfy { inside($0.block) }, "every property has its block")
    precondition(
      branchLists.allSatisfy { Int($0.end) <= branches.count }
        && choices.allSatisfy { Int($0.kinds) + 8 <= branchLists.count },
      "every choice has its lists")
    precondition(plans.allSatisfy { inside($0.additional) && inside($0.names) }, "every plan names blocks")
    precondition(
      slots.allSatisfy { $0.length == .max || Int($0.offset) + Int($0.length) + 8 <= bytes.count },
      "every key lies in the table of bytes")
  }
}
