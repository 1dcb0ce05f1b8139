/// What a block asks of values of one kind, together with the blocks that apply to the same value: behind `$ref` and
/// `allOf`, and in the only branch of an `anyOf` or `oneOf` that takes that kind.
struct KindCode {
  var isTaken = true
  /// False where something is asked that is not in `code`.
  var isComplete = true
  var integers = FusedBlock.Integers.notAsked
  /// The normalizers of strings, which are the same for all blocks; 0 for none.
  var normalizerList: UInt16 = 0
  var code: [Instruction] = []

  /// Nothing at all is asked.
  var isFree: Bool { isTaken && isComplete && integers == .notAsked && normalizerList == 0 && code.isEmpty }
}

/// Collects ``KindCode``s.
struct KindCodeCollector {
  private let program: Program
  /// Whatever fails counts as an error, as it does inside branches anyway (DESIGN 5a).
  private let isStrict: Bool
  /// A branch that need not be looked at can have something to tell.
  let tellsOfBranches: Bool
  /// Blocks that may still be taken in.
  private var rest = 0

  /// Blocks taken in for one kind of one block: rules can name each other so that each level doubles them.
  private static let mostBlocks = 64

  init(_ program: Program, isStrict: Bool) {
    self.program = program
    self.isStrict = isStrict
    tellsOfBranches = isStrict && program.code.contains { $0.opcode == .deprecated }
  }

  mutating func code(of block: Block, _ kind: NodeKind) -> KindCode {
    rest = Self.mostBlocks
    var result = KindCode()
    add(block, kind, &result)
    return result
  }

  /// True where of that kind no more is asked than the block's own type, which is noted.
  func asksForTypeOnly(_ block: Block, _ kind: NodeKind, _ result: inout FusedBlock) -> Bool {
    if block.opensFrame || block.keepsMarks || kind == .string && block.normalizerList != 0 { return false }
    let hasType = block.typeSite != .none
    let isRefused = hasType && block.kinds & Block.bit(kind) == 0
    guard isRefused || block.instructions(for: kind).isEmpty else { return false }
    if isRefused { result.kinds &= ~Block.bit(kind) }
    if kind == .number, hasType, block.integersOnly { result.integers = block.integersAreLexical ? .byText : .byValue }
    return true
  }

  private mutating func add(_ block: Block, _ kind: NodeKind, _ result: inout KindCode) {
    rest -= 1
    if rest < 0 || StackGuard.isLow() || block.opensFrame || block.keepsMarks { result.isComplete = false }
    guard result.isComplete else { return }
    addType(block, kind, &result)
    addNormalizers(block, kind, &result)
    // What has no code is asked for most.
    if block.instructions(for: kind).isEmpty { return }
    for instruction in program.instructions(block.instructions(for: kind)) where result.isTaken && result.isComplete {
      // It fails nothing. What may have findings and still is valid is left to the tape.
      if instruction.opcode == .deprecated, !instruction.marks, !isStrict { continue }
      add(instruction, kind, &result)
    }
  }

  private func addType(_ block: Block, _ kind: NodeKind, _ result: inout KindCode) {
    guard block.typeSite != .none else { return }
    if block.kinds & Block.bit(kind) == 0 { result.isTaken = false }
    if kind == .number, block.integersOnly, result.integers != .byText {
      result.integers = block.integersAreLexical ? .byText : .byValue
    }
  }

  /// Two lists that meet are a finding, which the tape tells.
  private func addNormalizers(_ block: Block, _ kind: NodeKind, _ result: inout KindCode) {
    guard kind == .string, block.normalizerList != 0 else { return }
    if result.normalizerList != 0, result.normalizerList != block.normalizerList { result.isComplete = false }
    result.normalizerList = block.normalizerList
  }

  private mutating func add(_ instruction: Instruction, _ kind: NodeKind, _ result: inout KindCode) {
    if instruction.marks {
      result.isComplete = false
      return
    }
    switch instruction.opcode {
    case .fail: result.isTaken = false
    case .annotate: break
    case .call: add(program[BlockIndex(raw: instruction.a)], kind, &result)
    case .allOf:
      let range = Int(instruction.a)..<Int(instruction.a + instruction.b)
      for block in program.blockLists[range] { add(program[block], kind, &result) }
    case .anyOf, .oneOf: addBranches(instruction, kind, &result)
    case .deprecated: result.isComplete = false
    default: result.code.append(instruction)
    }
  }

  private mutating func addBranches(_ instruction: Instruction, _ kind: NodeKind, _ result: inout KindCode) {
    let choice = program.choices[Int(instruction.a)]
    let list = program.branchLists[Int(choice.kinds) + Int(kind.rawValue)]
    let branches = program.branches[Int(list.start)..<Int(list.end)].map {
      program[program.blockLists[Int(choice.branches.start + $0)]]
    }
    if branches.count > Self.mostBlocks {
      result.isComplete = false
    } else if branches.count < 2 {
      if let only = branches.first { add(only, kind, &result) } else { result.isTaken = false }
    } else if kind == .object {
      addObjects(branches, instruction, &result)
    } else {
      addSeveral(branches, instruction, kind, &result)
    }
  }

  /// Several branches take objects: which one is asked when an object comes, see ``FusedChoice``.
  private func addObjects(_ branches: [Block], _ instruction: Instruction, _ result: inout KindCode) {
    let asksNothing = !tellsOfBranches && branches.contains { $0.takesAll(.object) }
    if instruction.opcode == .oneOf || !asksNothing { result.code.append(instruction) }
  }

  /// Several branches take that kind: one that asks nothing more decides an `anyOf`, and strings can be tried at once.
  private mutating func addSeveral(
    _ branches: [Block], _ instruction: Instruction, _ kind: NodeKind, _ result: inout KindCode
  ) {
    var codes: [KindCode] = []
    for branch in branches {
      var code = KindCode()
      add(branch, kind, &code)
      codes.append(code)
    }
    if instruction.opcode == .anyOf, !tellsOfBranches, codes.contains(where: \.isFree) { return }
    if kind == .string, codes.allSatisfy(Self.canBeTried) {
      result.code.append(instruction)
    } else {
      result.isComplete = false
    }
  }

  /// Whether a branch needs nothing but the string, and no further branches.
  private static func canBeTried(_ code: KindCode) -> Bool {
    code.isComplete
      && code.code.allSatisfy { [.minLength, .maxLength, .pattern, .format, .anyValue].contains($0.opcode) }
  }
}

extension Block {
  /// Nothing is asked of values of a kind.
  fileprivate func takesAll(_ kind: NodeKind) -> Bool {
    !opensFrame && !keepsMarks && kinds & Block.bit(kind) != 0 && instructions(for: kind).isEmpty
  }
}
