extension Emitter {
  func constant(_ literal: Literal) -> Operand {
    switch literal {
    case .null: program.constants.add(.null)
    case .bool(let value): program.constants.add(Slot(bool: value))
    case .int(let value): program.constants.add(Slot(int: value))
    case .uint(let value): program.constants.add(Slot(uint: value))
    case .double(let value): program.constants.add(Slot(double: value))
    case .string(let text): program.constants.add(text: text)
    case .bytes(let bytes): program.constants.add(text: bytes, .bytes)
    }
  }

  func constant(_ text: String) -> Operand { program.constants.add(text: Array(text.utf8)) }

  mutating func reference(_ index: NodeIndex, _ name: String) -> Value {
    switch checked.reference(index) {
    case .variable(let slot): return variable(slot)
    case .local(let number): return local(number)
    case .type(let type): return Value(operand: program.constants.add(Slot(type: type)))
    default: return raise(.unbound, about: constant(name))
    }
  }

  private mutating func variable(_ slot: Int) -> Value {
    unknowns += 1
    let variable = checked.declarations.variables[slot]
    guard !variable.isAlwaysBound || isTraced else { return Value(operand: .variable(slot)) }
    append(Instruction(opcode: .require, a: .variable(slot), b: constant(variable.name)))
    return Value(operand: .variable(slot), mayFail: true)
  }

  private mutating func local(_ number: Int) -> Value {
    guard let place = locals[number] else { return raise(.unbound, about: constant("variable")) }
    if place.operand.isConstant { return Value(operand: place.operand) }
    unknowns += 1
    guard place.mayFail || isTraced else { return Value(operand: place.operand) }
    let register = registers.take()
    append(Instruction(opcode: place.mayFail ? .check : .move, destination: register, a: place.operand))
    return Value(operand: register, mayFail: place.mayFail)
  }

  /// What always fails. It is no constant: an `||` around it may still be true.
  mutating func raise(_ code: FaultCode, about operand: Operand) -> Value {
    unknowns += 1
    let number = UInt16(FaultCode.allCases.firstIndex(of: code) ?? 0)
    append(Instruction(opcode: .raise, flags: number, a: operand))
    return Value(operand: registers.take(), mayFail: true)
  }

  mutating func select(_ index: NodeIndex, _ selection: SyntaxTree.Selection) throws(Problem) -> Value {
    switch checked.reference(index) {
    case .variable(let slot) where selection.isTest:
      unknowns += 1
      let register = registers.take()
      append(Instruction(opcode: .isBound, destination: register, a: .variable(slot)))
      return Value(operand: register)
    case .variable(let slot): return variable(slot)
    case .type(let type): return Value(operand: program.constants.add(Slot(type: type)))
    default: break
    }
    let opcode: Opcode = selection.isTest ? .has : selection.isOptional ? .selectOptional : .select
    let mark = registers.used
    let operand = try emit(selection.operand)
    registers.release(to: mark)
    let register = registers.take()
    append(Instruction(opcode: opcode, destination: register, a: operand.operand, b: constant(selection.field)))
    return Value(operand: register, mayFail: true, isFresh: true)
  }
}
