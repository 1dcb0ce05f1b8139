/// A program with its tables copied into one block of memory, ready to be run.
///
/// SAFETY (`@unchecked Sendable`): the memory is written in `init`, only read after that, and freed in `deinit`. The
/// patterns are kept alive by `program`; the constants' document is never changed again.
final class LoadedProgram: @unchecked Sendable {
  let program: Program
  let view: ProgramView
  /// A document that is valid has no findings, not even mild ones.
  let findsErrorsOnly: Bool
  /// As ``FusedTable/isStrict``.
  let isStrict: Bool
  /// The names of properties, where some values are sensitive: see ``SensitiveNodes``.
  let knownNames: Set<[UInt8]>
  private let memory: UnsafeMutableRawPointer

  init(_ program: Program) {
    self.program = program
    knownNames = program[program.entry].reachesSensitive ? program.propertyNames : []
    var layout = TableLayout()
    let patterns = PatternTable(program.patterns)
    let fused = FusedTable(program, patterns)
    layout.measure(program, patterns, fused)
    memory = .allocate(byteCount: layout.size, alignment: TableLayout.alignment)
    var writer = TableWriter(memory)
    view = ProgramView(program, patterns, fused, &writer)
    findsErrorsOnly = fused.findsErrorsOnly
    isStrict = fused.isStrict
  }

  deinit { memory.deallocate() }
}

/// Pointers to a program's tables: trivial, so that passing it costs no retain. See ``Program`` for what they hold.
struct ProgramView {
  let blocks: UnsafePointer<Block>
  let fused: UnsafePointer<FusedBlock>
  let fusedCode: UnsafePointer<Instruction>
  let conditions: UnsafePointer<FusedCondition>
  let fusedChoices: UnsafePointer<FusedChoice>
  let entries: UnsafePointer<BlockIndex>
  let code: UnsafePointer<Instruction>
  let plans: UnsafePointer<MemberPlan>
  let properties: UnsafePointer<PropertyEntry>
  let patternProperties: UnsafePointer<PatternMember>
  let dependencies: UnsafePointer<Dependency>
  let dependencyPlans: UnsafePointer<DependencyPlan>
  let names: UnsafePointer<TableRange>
  let blockLists: UnsafePointer<BlockIndex>
  let choices: UnsafePointer<Choice>
  let branchLists: UnsafePointer<TableRange>
  let branches: UnsafePointer<UInt32>
  let containments: UnsafePointer<Containment>
  let conditionals: UnsafePointer<Conditional>
  let valueSets: UnsafePointer<ValueSet>
  let valueSlots: UnsafePointer<ValueSlot>
  let slots: UnsafePointer<KeySlot>
  let bytes: UnsafePointer<UInt8>
  let patterns: UnsafePointer<PatternEntry>
  let classSteps: UnsafePointer<ClassStep>
  let classLanes: UnsafePointer<ClassLanes>
  let byteClasses: UnsafePointer<UInt8>
  let transitions: UnsafePointer<UInt16>
  let normalizers: UnsafePointer<Normalizer>
  let normalizerLists: UnsafePointer<TableRange>
  let constantNodes: UnsafePointer<NodeIndex>
  let constants: DocumentView
  /// SAFETY: kept alive by the program, whose view this is.
  let custom: Unmanaged<CustomChecks>
  let entry: BlockIndex

  /// The order here is the order of ``TableLayout/measure(_:_:)``.
  fileprivate init(
    _ program: Program, _ table: PatternTable, _ fused: FusedTable, _ writer: inout TableWriter
  ) {
    blocks = writer.write(program.blocks)
    self.fused = writer.write(fused.blocks)
    fusedCode = writer.write(fused.code)
    conditions = writer.write(fused.conditions)
    fusedChoices = writer.write(fused.choices)
    entries = writer.write(fused.entries)
    code = writer.write(program.code)
    plans = writer.write(fused.plans)
    properties = writer.write(program.properties)
    patternProperties = writer.write(program.patternProperties)
    dependencies = writer.write(program.dependencies)
    dependencyPlans = writer.write(program.dependencyPlans)
    names = writer.write(program.names)
    blockLists = writer.write(program.blockLists)
    choices = writer.write(program.choices)
    branchLists = writer.write(program.branchLists)
    branches = writer.write(program.branches)
    containments = writer.write(program.containments)
    conditionals = writer.write(program.conditionals)
    valueSets = writer.write(program.valueSets)
    valueSlots = writer.write(program.valueSlots)
    slots = writer.write(fused.slots)
    bytes = writer.write(program.bytes)
    patterns = writer.write(table.entries)
    classSteps = writer.write(table.steps)
    classLanes = writer.write(table.lanes)
    byteClasses = writer.write(table.byteClasses)
    transitions = writer.write(table.transitions)
    normalizers = writer.write(program.normalizers)
    normalizerLists = writer.write(program.normalizerLists)
    constantNodes = writer.write(program.constantNodes)
    constants = program.constants.view
    custom = .passUnretained(program.custom)
    entry = program.entry
  }
}

/// How much memory the tables take together.
private struct TableLayout {
  static let alignment = 16
  private(set) var size = alignment

  mutating func measure(_ program: Program, _ patterns: PatternTable, _ fused: FusedTable) {
    add(program.blocks)
    add(fused.blocks)
    add(fused.code)
    add(fused.conditions)
    add(fused.choices)
    add(fused.entries)
    add(program.code)
    add(fused.plans)
    add(program.properties)
    add(program.patternProperties)
    add(program.dependencies)
    add(program.dependencyPlans)
    add(program.names)
    add(program.blockLists)
    add(program.choices)
    add(program.branchLists)
    add(program.branches)
    add(program.containments)
    add(program.conditionals)
    add(program.valueSets)
    add(program.valueSlots)
    add(fused.slots)
    add(program.bytes)
    add(patterns.entries)
    add(patterns.steps)
    add(patterns.lanes)
    add(patterns.byteClasses)
    add(patterns.transitions)
    add(program.normalizers)
    add(program.normalizerLists)
    add(program.constantNodes)
  }

  private mutating func add<Element>(_ table: [Element]) {
    size += TableWriter.padded(table.count * MemoryLayout<Element>.stride)
  }
}

private struct TableWriter {
  private var next: UnsafeMutableRawPointer

  init(_ memory: UnsafeMutableRawPointer) { next = memory }

  static func padded(_ bytes: Int) -> Int { (bytes + TableLayout.alignment - 1) & -TableLayout.alignment }

  /// SAFETY: `TableLayout` measured the same tables in the same order; all elements are trivial.
  mutating func write<Element: BitwiseCopyable>(_ table: [Element]) -> UnsafePointer<Element> {
    let start = next.bindMemory(to: Element.self, capacity: table.count)
    table.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { start.initialize(from: base, count: source.count) }
    }
    next += Self.padded(table.count * MemoryLayout<Element>.stride)
    return UnsafePointer(start)
  }
}
