/// Judges a document while it is read, in one pass and without a tape: the verdict path for whatever needs no second
/// look at a value. Values that do (`anyOf`, `uniqueItems`, `unevaluated*`, ...) are read to a tape of their own and
/// evaluated there.
///
/// Everything is checked that the scanner checks: grammar, UTF-8, surrogates, nesting, duplicates. It only says whether
/// the document is certainly valid; who wants to know why not asks the findings path.
struct FusedRun: ~Copyable {
  typealias Position = UnsafeMutablePointer<UInt8>

  let program: ProgramView
  let limits: Limits
  var scanner: Scanner
  let marks: TextMarks
  // SAFETY: the workspace owns all five, and outlives every run that it makes.
  unowned(unsafe) let document: Document
  unowned(unsafe) let scratch: PatternScratch
  let names: UnsafeMutablePointer<NameStack>
  let strings: StringQueues
  let normalized: UnsafeMutablePointer<NormalizedText>
  /// Something could not be decided here: nothing is known of the document.
  var isUndecided = false
  /// Bytes that were read to a tape.
  private(set) var tapedBytes = 0
  /// A branch was entered that may have been the wrong one: only a valid document is decided.
  var hasGuessed = false
  /// The last string whose escapes were undone where it stands: it can't be read twice.
  var lastRewritten: Position
  /// Bytes that were looked at more than once.
  var lookedBytes = 0
  /// Branches inside branches that are being read.
  var openChoices = 0
  private(set) var depth = 0

  /// Deeper documents are read to a tape, which needs no native stack.
  private static let maximumDepth = 128
  /// From here on the native stack is looked at too.
  private static let unguardedDepth = 16

  init(_ program: ProgramView, _ workspace: Workspace, _ marks: TextMarks, _ limits: Limits) {
    self.program = program
    self.marks = marks
    self.limits = limits
    document = workspace.document
    scratch = workspace.scratch
    names = workspace.names
    normalized = workspace.normalized
    strings = StringQueues(workspace.strings)
    scanner = Scanner(text: workspace.document.text, maximumDepth: limits.depth, duplicates: .refuse)
    lastRewritten = scanner.base
  }

  /// Whether the text of the document is JSON that satisfies the rules; false also where that is not known. O(bytes),
  /// apart from patterns and what is read to a tape.
  mutating func isValid() -> Bool {
    names.pointee.removeAll()
    let start = ByteScan.nonSpace(scanner.base)
    guard start - scanner.base < scanner.count, let end = value(start, program.entry), judgeStrings() else {
      return false
    }
    return ByteScan.nonSpace(end) - scanner.base >= scanner.count
  }

  /// One value under one block. Gives the position behind it; nil where something is wrong.
  @inline(__always)
  mutating func value(_ position: Position, _ index: BlockIndex, _ ahead: Ahead = .nothing) -> Position? {
    let block = program.fused + Int(index.raw)
    let first = position.pointee
    if _fastPath(first == 0x22) { return string(position, index, ahead) }
    if first == 0x7B || first == 0x5B { return container(position, index, first == 0x7B) }
    if first == 0x2D || first &- 0x30 < 10 { return number(position, index, block) }
    return literal(position, index, block)
  }

  /// The same, out of line: for members under patterns.
  @inline(never)
  mutating func anyValue(_ position: Position, _ index: BlockIndex) -> Position? { value(position, index) }

  @inline(__always)
  func takes(_ kind: NodeKind, _ block: UnsafePointer<FusedBlock>) -> Bool {
    block.pointee.kinds &>> UInt16(truncatingIfNeeded: kind.rawValue) & 1 != 0
  }

  @inline(__always)
  func needsTape(_ kind: NodeKind, _ block: UnsafePointer<FusedBlock>) -> Bool {
    block.pointee.taped &>> UInt16(truncatingIfNeeded: kind.rawValue) & 1 != 0
  }

  /// An array or an object: the only place where the native stack grows.
  @inline(never)
  mutating func container(_ position: Position, _ index: BlockIndex, _ isObject: Bool) -> Position? {
    let block = program.fused + Int(index.raw)
    let kind: NodeKind = isObject ? .object : .array
    if !takes(kind, block) { return nil }
    if needsTape(kind, block) {
      return isObject && block.pointee.choice != FusedChoice.none ? chosen(position, block) : taped(position, index)
    }
    if depth >= min(Self.maximumDepth, limits.depth) || depth > Self.unguardedDepth && StackGuard.isLow() {
      isUndecided = true
      return nil
    }
    depth &+= 1
    defer { depth &-= 1 }
    if !isObject { return array(position, block) }
    return block.pointee.isDirect ? directObject(position, block) : anyObject(position, block)
  }

  @inline(__always)
  private mutating func array(_ start: Position, _ block: UnsafePointer<FusedBlock>) -> Position? {
    var count: UInt32 = 0
    var position = ByteScan.nonSpace(start + 1)
    if position.pointee != 0x5D {
      while true {
        let item =
          count < block.pointee.prefix.count
          ? program.blockLists[Int(block.pointee.prefix.start &+ count)] : block.pointee.items
        guard let end = value(position, item) else { return nil }
        count &+= 1
        position = ByteScan.nonSpace(end)
        if position.pointee != 0x2C { break }
        position = ByteScan.nonSpace(position + 1)
      }
      if position.pointee != 0x5D { return nil }
    }
    return count >= block.pointee.minItems && count <= block.pointee.maxItems ? position + 1 : nil
  }

  // MARK: - Values that need a tape

  /// Reads one value to the tape and evaluates it there.
  @inline(never)
  mutating func taped(_ position: Position, _ index: BlockIndex) -> Position? {
    guard let end = readTape(position) else { return nil }
    return evaluate(index) ? end : nil
  }

  /// One value on a tape of its own, for ``evaluate(_:)``.
  mutating func readTape(_ position: Position) -> Position? {
    guard let end = document.readPart(at: position, &scanner, depth: depth) else {
      isUndecided = isUndecided || document.tooDeepOffset != nil
      lastRewritten = scanner.base + scanner.count
      return nil
    }
    tapedBytes &+= end - position
    if document.hasEscapes { lastRewritten = max(lastRewritten, end) }
    return end
  }

  /// Whether the value on the tape satisfies a block. Not known where values on the way have to be normalized first.
  mutating func evaluate(_ index: BlockIndex) -> Bool {
    if program.blocks[Int(index.raw)].reachesNormalizer {
      isUndecided = true
      return false
    }
    var evaluator = Evaluator(program, document, limits: limits, scratch: scratch, sink: VerdictSink())
    let outcome = evaluator.evaluate(index, Document.root, .spine)
    if outcome == .undecided { isUndecided = true }
    return outcome == .valid
  }
}
