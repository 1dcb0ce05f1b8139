/// Normalizes a document on its tape before any keyword sees it (DESIGN 5a, "Normalize").
///
/// Goes down through unconditional places only, and only where the compiler saw a normalizer.
struct Normalization: ~Copyable {
  private let program: LoadedProgram
  private let document: Document
  private let scratch: PatternScratch
  private let limits: Limits
  private var text = NormalizedText()
  /// Which list of normalizers a value was given to, by node.
  private var applied: [NodeIndex: UInt16] = [:]
  private(set) var findings: [Finding] = []
  private let sensitive: SensitiveNodes
  /// A pattern that decides where a normalizer is ran out of its budget.
  private(set) var budget: Budget?
  private var depth = 0
  private var walker: PointerWalker
  /// Looks up names and matches patterns. Made anew when a normalizer has moved the text.
  private var reader: Evaluator<VerdictSink>
  /// With one list only, no two can meet.
  private let canConflict: Bool

  /// The nodes whose value was changed, in document order.
  private(set) var changed: [NodeIndex] = []

  init(
    _ program: LoadedProgram, _ document: Document, _ limits: Limits, _ scratch: PatternScratch,
    hiding sensitive: SensitiveNodes = .none
  ) {
    self.sensitive = sensitive
    self.program = program
    self.document = document
    self.limits = limits
    self.scratch = scratch
    walker = PointerWalker(document, hiding: sensitive)
    reader = Evaluator(program, document, limits: limits, scratch: scratch, sink: VerdictSink())
    canConflict = program.program.normalizerLists.count > 1
  }

  static func isNeeded(_ program: LoadedProgram) -> Bool {
    program.view.blocks[Int(program.view.entry.raw)].reachesNormalizer
  }

  mutating func run() {
    visit(program.view.entry, Document.root)
    changed.sort()
  }

  private mutating func visit(_ index: BlockIndex, _ node: NodeIndex) {
    guard program.view.blocks[Int(index.raw)].reachesNormalizer else { return }
    let block = program.view.blocks + Int(index.raw)
    depth += 1
    defer { depth -= 1 }
    if depth > Evaluator<VerdictSink>.maximumRecursion || StackGuard.isLow() {
      budget = budget ?? .recursion
      return
    }
    let kind = document.view.node(node).kind
    if block.pointee.normalizerList > 0, kind == .string { apply(block.pointee.normalizerList, to: node) }
    visitAll(block.pointee.instructions(for: kind), node)
  }

  private mutating func visitAll(_ range: TableRange, _ node: NodeIndex) {
    for index in range.start..<range.end {
      let instruction = program.view.code[Int(index)]
      switch instruction.opcode {
      case .members: visitMembers(program.view.plans + Int(instruction.a), node)
      case .items: visitItems(BlockIndex(raw: instruction.a), from: Int(instruction.b), node)
      case .prefixItems: visitPrefix(instruction, node)
      case .call: visit(BlockIndex(raw: instruction.a), node)
      case .allOf:
        for offset in 0..<instruction.b { visit(program.view.blockLists[Int(instruction.a + offset)], node) }
      default: continue
      }
    }
  }

  private mutating func visitMembers(_ plan: UnsafePointer<MemberPlan>, _ object: NodeIndex) {
    var key = object + 1
    while key < document.view.node(object).auxiliary {
      visitMember(plan, key)
      key = document.view.next(key + 1)
    }
  }

  /// SAFETY: the plan is the loaded program's; by pointer, as copying it cost as much as looking a name up.
  private mutating func visitMember(_ plan: UnsafePointer<MemberPlan>, _ key: NodeIndex) {
    var isKnown = false
    if let slot = reader.slot(of: key, in: plan.pointee.table) {
      isKnown = slot.pointee.entry & KeySlot.propertyBit != 0
      visit(slot.pointee.block, key + 1)
    }
    for index in plan.pointee.patterns.start..<plan.pointee.patterns.end {
      let entry = program.view.patternProperties[Int(index)]
      switch reader.match(entry.pattern, document.view.node(key)) {
      case .match:
        isKnown = true
        visit(entry.block, key + 1)
      case .mismatch: continue
      case .exhausted: budget = budget ?? .patternSteps
      }
    }
    if !isKnown { visit(plan.pointee.additional, key + 1) }
  }

  private mutating func visitItems(_ block: BlockIndex, from first: Int, _ array: NodeIndex) {
    var item = array + 1
    var position = 0
    while item < document.view.node(array).auxiliary {
      if position >= first { visit(block, item) }
      position += 1
      item = document.view.next(item)
    }
  }

  private mutating func visitPrefix(_ instruction: Instruction, _ array: NodeIndex) {
    var item = array + 1
    var position: UInt32 = 0
    while item < document.view.node(array).auxiliary, position < instruction.b {
      visit(program.view.blockLists[Int(instruction.a + position)], item)
      position += 1
      item = document.view.next(item)
    }
  }

  // MARK: - One value

  private mutating func apply(_ list: UInt16, to node: NodeIndex) {
    if canConflict {
      if let earlier = applied[node] {
        if earlier != list { conflict(earlier, list, node) }
        return
      }
      applied[node] = list
    }
    let value = document.view.node(node)
    // SAFETY: the content stays where it is while the normalizers, which cannot reach the document, read it.
    let content = UnsafeBufferPointer(start: document.view.content(value), count: value.length)
    switch text.apply(program.view.normalizers(ofList: list), to: content.span) {
    case .unchanged: return
    case .outOfRange: report(.normalizeRange, node, ["value": .json(document.preview(at: node, hiding: sensitive))])
    case .changed: replace(node)
    }
  }

  private mutating func replace(_ node: NodeIndex) {
    // Two normalizers can cancel each other.
    if document.bytes(at: node) == text.bytes { return }
    document.replaceString(at: node, by: text.bytes.span, codePoints: text.codePoints)
    reader = Evaluator(program, document, limits: limits, scratch: scratch, sink: VerdictSink())
    changed.append(node)
  }

  private mutating func conflict(_ first: UInt16, _ second: UInt16, _ node: NodeIndex) {
    let names = [first, second].map { list in
      program.program.normalizers(ofList: list).map(\.name).joined(separator: " then ")
    }
    report(.normalizeConflict, node, ["names": .list(names)])
  }

  /// At most as many as can be shown; one is enough for the verdict.
  private mutating func report(_ code: FindingCode, _ node: NodeIndex, _ arguments: [String: FindingArgument]) {
    guard findings.count <= max(1, limits.findings) else { return }
    findings.append(
      Finding(
        severity: .error, code: code, arguments: arguments, instanceLocation: walker.pointer(to: node),
        span: document.span(of: node)))
  }
}
