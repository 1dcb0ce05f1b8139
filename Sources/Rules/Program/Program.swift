/// Rules as plain data: flat tables that point into each other by index. Immutable; nothing of the rule file's schema
/// graph is left.
///
/// A block is run by going through its instructions; see ``Opcode`` for what each does and ``listing`` for a
/// readable form.
struct Program: Sendable {
  var blocks: [Block] = []
  var code: [Instruction] = []
  var plans: [MemberPlan] = []
  var properties: [PropertyEntry] = []
  var patternProperties: [PatternMember] = []
  var dependencies: [Dependency] = []
  var dependencyPlans: [DependencyPlan] = []
  /// Names of `dependentRequired`, as ranges of `bytes`.
  var names: [TableRange] = []
  var blockLists: [BlockIndex] = []
  var choices: [Choice] = []
  /// Lists of branches, as ranges of `branches`, by their positions.
  var branchLists: [TableRange] = []
  var branches: [UInt32] = []
  var containments: [Containment] = []
  var conditionals: [Conditional] = []
  var valueSets: [ValueSet] = []
  var valueSlots: [ValueSlot] = []
  var slots: [KeySlot] = []
  /// Names, each followed by zeros so that eight bytes can be read from its start.
  var bytes: [UInt8] = []
  var patterns: [Pattern] = []
  var normalizers: [Normalizer] = []
  var normalizerLists: [TableRange] = []
  /// Node indexes of `constants`.
  var constantNodes: [NodeIndex] = []
  /// The values that rules compare with.
  var constants = Document()
  /// What is known of keywords.
  var sites = SiteTable()
  /// What findings know of `anyOf` and `oneOf`, by the keyword's site.
  var branchings: [SiteIndex: Branching] = [:]
  /// The library's checks.
  var custom = CustomChecks()
  var entry = BlockIndex.acceptAll
  /// The schema of `entry`, which has no block where it accepts everything.
  var entrySite = SiteIndex.none

  subscript(_ index: BlockIndex) -> Block { blocks[Int(index.raw)] }
  subscript(_ index: SiteIndex) -> Site { sites.site(index) }

  func instructions(_ range: TableRange) -> ArraySlice<Instruction> { code[Int(range.start)..<Int(range.end)] }

  /// A list that a block names.
  func normalizers(ofList list: UInt16) -> ArraySlice<Normalizer> {
    let range = normalizerLists[Int(list) - 1]
    return normalizers[Int(range.start)..<Int(range.end)]
  }

  func name(_ range: TableRange) -> String {
    String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  /// The names of all properties.
  var propertyNames: Set<[UInt8]> {
    Set(properties.map { Array(bytes[Int($0.name.start)..<Int($0.name.end)]) })
  }

  /// The names that a plan speaks of, in the order of the file.
  func properties(of plan: MemberPlan) -> ArraySlice<PropertyEntry> {
    properties[Int(plan.properties.start)..<Int(plan.properties.end)]
  }

  /// A constant as JSON text.
  func json(_ constant: UInt32, limit: Int = .max) -> String {
    constants.json(at: constantNodes[Int(constant)], limit: limit)
  }

  /// The program for people: `assay explain --program`.
  var listing: String { ProgramListing(self).text }

  /// All opcodes in use, for tests.
  var opcodes: Set<Opcode> { Set(code.map(\.opcode)) }
}
