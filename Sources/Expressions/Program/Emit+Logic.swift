extension Emitter {
  /// `a && b && c`. An operand that fails does not end the chain: a later false (for `||`: true) decides
  /// (langdef, "Logical Operators").
  mutating func logic(_ kind: LogicOperator, _ operands: [NodeIndex]) throws(Problem) -> Value {
    var chain = LogicChain(kind: kind, result: registers.take(), start: position)
    let mark = registers.used
    for (number, operand) in operands.enumerated() {
      let isDecided = try emit(operand, into: &chain, isLast: number == operands.count - 1)
      registers.release(to: mark)
      if isDecided {
        truncate(to: chain.start)
        return Value(operand: constant(.bool(kind == .or)))
      }
    }
    // Every operand was a constant that changes nothing.
    guard chain.isWritten else { return Value(operand: constant(.bool(kind == .and))) }
    if chain.mayBeError {
      append(Instruction(opcode: .check, destination: chain.result, a: chain.result))
    }
    for jump in chain.jumps { land(jump) }
    return Value(operand: chain.result, mayFail: chain.mayFail)
  }

  /// One operand; true when it is a constant that decides the whole.
  private mutating func emit(
    _ operand: NodeIndex, into chain: inout LogicChain, isLast: Bool
  ) throws(Problem) -> Bool {
    let register = chain.mayBeError ? registers.take() : chain.result
    let start = position
    let value = try emit(operand)
    if let constant = constantBool(value) { return constant == (chain.kind == .or) }
    let isBool = type(operand) == .bool
    move(value, to: register)
    chain.isWritten = true
    chain.mayFail = chain.mayFail || value.mayFail || !isBool
    if isLast, !chain.mayBeError {
      if !isBool { append(Instruction(opcode: .expectBool, destination: register, a: register)) }
      return false
    }
    if value.mayFail { handle(from: start, into: register) }
    combine(register, &chain, mayBeError: value.mayFail || !isBool)
    if !isLast { chain.jumps.append(jump(chain.kind == .and ? .jumpIfFalse : .jumpIfTrue, a: chain.result)) }
    return false
  }

  private mutating func combine(_ register: Operand, _ chain: inout LogicChain, mayBeError: Bool) {
    if chain.mayBeError {
      let opcode: Opcode = chain.kind == .and ? .and : .or
      append(Instruction(opcode: opcode, destination: chain.result, a: chain.result, b: register))
    }
    chain.mayBeError = chain.mayBeError || mayBeError
  }

  mutating func move(_ value: Value, to register: Operand) {
    guard value.operand != register else { return }
    if value.isFresh, !isTraced {
      program.code[position - 1].destination = register
    } else {
      append(Instruction(opcode: .move, destination: register, a: value.operand))
    }
  }

  /// The value of a constant bool, where constants are folded.
  func constantBool(_ value: Value) -> Bool? {
    guard options.foldsConstants, value.operand.isConstant else { return nil }
    let slot = program.constants.slots[value.operand.index]
    return slot.isBool ? slot.isTrue : nil
  }

  mutating func conditional(
    _ condition: NodeIndex, _ first: NodeIndex, _ second: NodeIndex
  ) throws(Problem) -> Value {
    let result = registers.take()
    let mark = registers.used
    let test = try emit(condition)
    if let chosen = constantBool(test) { return try emit(chosen ? first : second) }
    let isBool = type(condition) == .bool
    let toSecond = jump(isBool ? .jumpIfFalse : .branch, a: test.operand)
    registers.release(to: mark)
    let one = try emit(first, into: result)
    let toEnd = jump(.jump)
    land(toSecond)
    registers.release(to: mark)
    let two = try emit(second, into: result)
    land(toEnd)
    registers.release(to: mark)
    return Value(operand: result, mayFail: !isBool || test.mayFail || one.mayFail || two.mayFail)
  }
}

/// A chain of `&&` or `||` while it is emitted.
struct LogicChain {
  let kind: LogicOperator
  let result: Operand
  let start: Int
  /// The result may be an error, or no bool, that waits for a later operand to decide.
  var mayBeError = false
  var mayFail = false
  var isWritten = false
  var jumps: [Int] = []
}
