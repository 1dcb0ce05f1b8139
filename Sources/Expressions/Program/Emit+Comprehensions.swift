extension Emitter {
  /// A macro over a list or map becomes a loop:
  ///
  ///     result = ...; iterate range
  ///     loop: next -> done; body; step -> loop
  ///     done:
  mutating func comprehension(_ index: NodeIndex, _ macro: Comprehension) throws(Problem) -> Value {
    guard case .local(let number) = checked.reference(index) else {
      return raise(.unbound, about: constant("variable"))
    }
    let result = registers.take()
    let mark = registers.used
    let iterator = registers.take(2)
    let variables = registers.take(2)
    let range = try emit(macro.range)
    append(Instruction(opcode: .iterate, destination: iterator, a: range.operand))
    registers.release(to: variables.index + 2)
    for offset in macro.variables.indices {
      locals[number + offset] = LocalPlace(operand: .temporary(variables.index + offset))
    }
    let loop = Loop(result: result, iterator: iterator, variables: variables, isPair: macro.variables.count == 2)
    let mayFail = try self.loop(macro, loop)
    registers.release(to: mark)
    return Value(operand: result, mayFail: mayFail || range.mayFail || !isIterable(macro.range))
  }

  private func isIterable(_ index: NodeIndex) -> Bool {
    switch type(index).kind {
    case .list, .map, .record: true
    default: false
    }
  }

  struct Loop {
    let result: Operand
    let iterator: Operand
    let variables: Operand
    let isPair: Bool
  }

  private mutating func loop(_ macro: Comprehension, _ loop: Loop) throws(Problem) -> Bool {
    begin(macro.kind, loop.result)
    let start = position
    let toDone = jump(.next, a: loop.iterator, destination: loop.variables, flags: loop.isPair ? 1 : 0)
    var mayFail = false
    if let filter = macro.filter { mayFail = try self.filter(filter, start) }
    let bodyFails = try step(macro, loop, start)
    land(toDone)
    // What a round costs: the instructions of the loop.
    program.code[toDone].flags |= UInt16(truncatingIfNeeded: min(position - start, 32_767) << 1)
    if macro.kind == .existsOne {
      append(Instruction(opcode: .equalBits, destination: loop.result, a: loop.result, b: constant(.int(1))))
    }
    if bodyFails, macro.kind == .all || macro.kind == .exists {
      append(Instruction(opcode: .check, destination: loop.result, a: loop.result))
    }
    return mayFail || bodyFails
  }

  private mutating func begin(_ kind: Comprehension.Kind, _ result: Operand) {
    switch kind {
    case .all, .exists:
      append(Instruction(opcode: .move, destination: result, a: constant(.bool(kind == .all))))
    case .existsOne: append(Instruction(opcode: .move, destination: result, a: constant(.int(0))))
    case .map, .filter, .transformList: append(Instruction(opcode: .newList, destination: result))
    case .transformMap, .transformMapEntry: append(Instruction(opcode: .newMap, destination: result))
    }
  }

  private mutating func filter(_ filter: NodeIndex, _ start: Int) throws(Problem) -> Bool {
    let mark = registers.used
    let test = try emit(filter)
    let isBool = type(filter) == .bool
    jumpBack(isBool ? .jumpIfFalse : .branch, test.operand, start)
    registers.release(to: mark)
    return test.mayFail || !isBool
  }

  private mutating func jumpBack(_ opcode: Opcode, _ a: Operand, _ start: Int, destination: Operand = .none) {
    let index = jump(opcode, a: a, destination: destination)
    program.code[index].target = start
  }

  /// The body and what is done with its value; whether it may fail.
  private mutating func step(_ macro: Comprehension, _ loop: Loop, _ start: Int) throws(Problem) -> Bool {
    let mark = registers.used
    defer { registers.release(to: mark) }
    switch macro.kind {
    case .all, .exists: return try quantify(macro, loop, start)
    case .existsOne:
      let test = try emit(macro.body)
      append(Instruction(opcode: .countTrue, destination: loop.result, a: test.operand))
      jumpBack(.jump, .none, start)
      return test.mayFail || type(macro.body) != .bool
    case .filter:
      let mayFail = try filter(macro.body, start)
      append(Instruction(opcode: .append, a: loop.result, b: loop.variables))
      jumpBack(.jump, .none, start)
      return mayFail
    case .map, .transformList:
      let value = try emit(macro.body)
      append(Instruction(opcode: .append, a: loop.result, b: value.operand))
      jumpBack(.jump, .none, start)
      return value.mayFail
    case .transformMap, .transformMapEntry: return try insert(macro, loop, start)
    }
  }

  /// An error of one round waits: a later round may decide.
  private mutating func quantify(_ macro: Comprehension, _ loop: Loop, _ start: Int) throws(Problem) -> Bool {
    let register = registers.take()
    let first = position
    let test = try emit(macro.body, into: register)
    if !test.mayFail, type(macro.body) == .bool {
      jumpBack(macro.kind == .all ? .jumpIfTrue : .jumpIfFalse, register, start)
      append(Instruction(opcode: .move, destination: loop.result, a: register))
      return false
    }
    handle(from: first, into: register)
    jumpBack(macro.kind == .all ? .stepAll : .stepExists, register, start, destination: loop.result)
    return true
  }

  private mutating func insert(_ macro: Comprehension, _ loop: Loop, _ start: Int) throws(Problem) -> Bool {
    if macro.kind == .transformMapEntry {
      let entries = try emit(macro.body)
      append(Instruction(opcode: .insertEntries, a: loop.result, b: entries.operand))
    } else {
      let pair = registers.take(2)
      append(Instruction(opcode: .move, destination: pair, a: loop.variables))
      _ = try emit(macro.body, into: .temporary(pair.index + 1))
      append(Instruction(opcode: .insert, a: loop.result, b: pair))
    }
    jumpBack(.jump, .none, start)
    return true
  }
}
