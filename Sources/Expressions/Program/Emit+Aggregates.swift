extension Emitter {
  mutating func list(_ elements: [SyntaxTree.Element]) throws(Problem) -> Value {
    let list = registers.take()
    append(Instruction(opcode: .newList, destination: list, b: size(elements.count)))
    var mayFail = false
    for element in elements {
      let mark = registers.used
      let value = try emit(element.value)
      append(Instruction(opcode: element.isOptional ? .appendOptional : .append, a: list, b: value.operand))
      mayFail = mayFail || value.mayFail || element.isOptional
      registers.release(to: mark)
    }
    return Value(operand: list, mayFail: mayFail)
  }

  private func size(_ count: Int) -> Operand { Operand(bits: UInt32(truncatingIfNeeded: count)) }

  mutating func map(_ entries: [SyntaxTree.Entry]) throws(Problem) -> Value {
    let map = registers.take()
    append(Instruction(opcode: .newMap, destination: map, b: size(entries.count)))
    for entry in entries {
      let mark = registers.used
      let pair = registers.take(2)
      _ = try emit(entry.key, into: pair)
      _ = try emit(entry.value, into: .temporary(pair.index + 1))
      append(Instruction(opcode: entry.isOptional ? .insertOptional : .insert, a: map, b: pair))
      registers.release(to: mark)
    }
    return Value(operand: map, mayFail: true)
  }

  /// `cel.bind(x, value, body)`: an error of the value is raised where `x` is used, if at all.
  mutating func bind(_ index: NodeIndex, _ value: NodeIndex, _ body: NodeIndex) throws(Problem) -> Value {
    guard case .local(let number) = checked.reference(index) else { return try emit(body) }
    let result = registers.take()
    let mark = registers.used
    let register = registers.take()
    let start = position
    let bound = try emit(value)
    if bound.operand.isConstant {
      locals[number] = LocalPlace(operand: bound.operand)
    } else {
      move(bound, to: register)
      if bound.mayFail { handle(from: start, into: register) }
      locals[number] = LocalPlace(operand: register, mayFail: bound.mayFail)
    }
    registers.release(to: register.index + 1)
    let value = try emit(body)
    registers.release(to: mark)
    if value.operand.isConstant { return value }
    move(value, to: result)
    return Value(operand: result, mayFail: value.mayFail)
  }

  /// `o.optMap(x, body)`: nothing stays nothing.
  mutating func optionalMap(_ index: NodeIndex, _ map: SyntaxTree.OptionalMap) throws(Problem) -> Value {
    guard case .local(let number) = checked.reference(index) else { return try emit(map.body) }
    let result = registers.take()
    let mark = registers.used
    let variable = registers.take()
    let target = try emit(map.target)
    append(Instruction(opcode: .move, destination: result, a: program.constants.add(.none)))
    let toEnd = jump(.unwrap, a: target.operand, destination: variable)
    registers.release(to: variable.index + 1)
    locals[number] = LocalPlace(operand: variable)
    _ = try emit(map.body, into: result)
    if !map.isFlat {
      append(Instruction(opcode: .call1, function: .optionalOf, destination: result, a: result))
    }
    land(toEnd)
    registers.release(to: mark)
    return Value(operand: result, mayFail: true)
  }
}
