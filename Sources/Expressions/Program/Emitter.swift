/// Checked tree to program. Parts without variables are evaluated at once and become constants.
struct Emitter {
  let checked: CheckedTree
  private(set) var options: ExpressionOptions
  var program = Program()
  var registers = Registers()
  /// Where the variables of macros are, by their numbers.
  var locals: [Int: LocalPlace] = [:]
  /// Grows whenever something is read that is not known when compiling; a part that leaves it alone is constant.
  var unknowns = 0
  /// Whether every node shall have an instruction that gives its value, for those who watch.
  let isTraced: Bool
  /// How many states the patterns may still have together.
  var patternRoom = 100_000
  private var node: NodeIndex

  struct LocalPlace {
    let operand: Operand
    /// The value may be an error that was kept.
    var mayFail = false
  }

  /// Where the value of a node is, and whether computing it can raise an error.
  struct Value {
    var operand: Operand
    var mayFail = false
    /// The last instruction writes the value, and nothing else does: it may as well write it elsewhere.
    var isFresh = false
  }

  static func emit(
    _ checked: CheckedTree, _ options: ExpressionOptions, isTraced: Bool = false
  ) throws(Problem) -> Program {
    var emitter = Emitter(checked: checked, options: options, isTraced: isTraced, node: checked.tree.root)
    emitter.program.timeZones = options.timeZones
    emitter.program.spans = checked.tree.nodes.map(\.span)
    let value = try emitter.emit(checked.tree.root)
    emitter.append(Instruction(opcode: .end, a: value.operand))
    emitter.program.temporaryCount = emitter.registers.count
    return emitter.program
  }

  private init(checked: CheckedTree, options: ExpressionOptions, isTraced: Bool, node: NodeIndex) {
    self.checked = checked
    self.options = options
    self.isTraced = isTraced
    if isTraced { self.options.foldsConstants = false }
    self.node = node
  }

  /// Emits a node; its value is a constant, a variable, or in a temporary.
  mutating func emit(_ index: NodeIndex) throws(Problem) -> Value {
    try StackGuard.check(span(index))
    let outer = node
    node = index
    defer { node = outer }
    let start = program.code.count
    let known = unknowns
    let value = try emitKind(index)
    guard unknowns == known, !value.operand.isConstant else { return value }
    return try fold(index, value, from: start)
  }

  /// The same into a register of the caller's choice.
  mutating func emit(_ index: NodeIndex, into register: Operand) throws(Problem) -> Value {
    let value = try emit(index)
    move(value, to: register)
    return Value(operand: register, mayFail: value.mayFail)
  }

  private mutating func emitKind(_ index: NodeIndex) throws(Problem) -> Value {
    switch checked.tree[index].kind {
    case .literal(let literal): return Value(operand: constant(literal))
    case .identifier(let name, _): return reference(index, name)
    case .select(let selection): return try select(index, selection)
    case .index(let operand, let key, let isOptional):
      return try binary(isOptional ? .indexOptional : .index, operand, key)
    case .unary(let kind, let operand): return try unary(kind, operand)
    case .binary(let kind, let left, let right): return try binary(kind, left, right)
    case .logic(let kind, let operands): return try logic(kind, operands)
    case .conditional(let condition, let first, let second): return try conditional(condition, first, second)
    case .call(let call): return try self.call(index, call)
    case .list(let elements): return try list(elements)
    case .map(let entries): return try map(entries)
    case .comprehension(let macro): return try comprehension(index, macro)
    case .bind(_, let value, let body): return try bind(index, value, body)
    case .optionalMap(let map): return try optionalMap(index, map)
    }
  }

  // MARK: Code

  mutating func append(_ instruction: Instruction) {
    program.code.append(instruction)
    program.handlerOf.append(0)
    program.nodes.append(node)
  }

  var position: Int { program.code.count }

  /// Appends a jump whose target is not known yet.
  mutating func jump(_ opcode: Opcode, a: Operand = .none, destination: Operand = .none, flags: UInt16 = 0) -> Int {
    append(Instruction(opcode: opcode, flags: flags, destination: destination, a: a))
    return position - 1
  }

  /// Lets jumps go to what is emitted next.
  mutating func land(_ jumps: Int...) {
    for jump in jumps { program.code[jump].target = position }
  }

  /// From here on, errors of the instructions since `start` become values of `register` and execution goes on here.
  mutating func handle(from start: Int, into register: Operand) {
    guard start < position else { return }
    program.handlers.append(Program.Handler(start: start, end: position, register: register))
    let number = UInt32(truncatingIfNeeded: program.handlers.count)
    // What an inner handler has stays with it.
    for index in start..<position where program.handlerOf[index] == 0 { program.handlerOf[index] = number }
  }

  /// Takes back what was emitted since.
  mutating func truncate(to start: Int) {
    program.code.removeLast(position - start)
    program.handlerOf.removeLast(program.handlerOf.count - start)
    program.nodes.removeLast(program.nodes.count - start)
    while let last = program.handlers.last, last.end > start { program.handlers.removeLast() }
  }

  func type(_ index: NodeIndex) -> ExpressionType { checked.type(index) }
  func span(_ index: NodeIndex) -> SourceSpan { checked.tree[index].span }
}
