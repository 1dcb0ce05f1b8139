extension Emitter {
  mutating func call(_ index: NodeIndex, _ call: SyntaxTree.Call) throws(Problem) -> Value {
    guard case .function(let function, let isQualified) = checked.reference(index) else {
      return raise(.unknownFunction, about: constant(call.name))
    }
    let arguments = isQualified ? call.arguments : [call.target].compactMap(\.self) + call.arguments
    if let value = try special(function, arguments) { return value }
    if arguments.count == 1 { return try unary(function, arguments[0]) }
    if arguments.count == 2 { return try binary(function, arguments[0], arguments[1]) }
    return try self.call(function, arguments)
  }

  private mutating func unary(_ function: Function, _ argument: NodeIndex) throws(Problem) -> Value {
    let mark = registers.used
    let value = try emit(argument)
    registers.release(to: mark)
    let register = registers.take()
    append(Instruction(opcode: .call1, function: function, destination: register, a: value.operand))
    return Value(operand: register, mayFail: true, isFresh: true)
  }

  private mutating func binary(
    _ function: Function, _ left: NodeIndex, _ right: NodeIndex
  ) throws(Problem) -> Value {
    let (register, a, b) = try operands(left, right)
    let isText = type(left) == .string && type(right) == .string
    let typed: [Function: Opcode] = [.startsWith: .startsWith, .endsWith: .endsWith, .contains: .contains]
    if isText, let opcode = typed[function] {
      append(Instruction(opcode: opcode, destination: register, a: a.operand, b: b.operand))
      // Long texts can end the budget, but that is no error.
      return Value(operand: register, mayFail: a.mayFail || b.mayFail, isFresh: true)
    }
    if function == .matches, let pattern = try pattern(b, right) {
      append(Instruction(opcode: .matchesPattern, destination: register, a: a.operand, b: pattern))
    } else {
      append(Instruction(opcode: .call2, function: function, destination: register, a: a.operand, b: b.operand))
    }
    return Value(operand: register, mayFail: true, isFresh: true)
  }

  private mutating func call(_ function: Function, _ arguments: [NodeIndex]) throws(Problem) -> Value {
    let mark = registers.used
    let first = registers.take(arguments.count)
    for (number, argument) in arguments.enumerated() {
      let inner = registers.used
      _ = try emit(argument, into: .temporary(first.index + number))
      registers.release(to: inner)
    }
    registers.release(to: mark)
    let register = registers.take()
    let count = UInt16(truncatingIfNeeded: min(arguments.count, Int(UInt16.max)))
    append(Instruction(opcode: .callN, function: function, flags: count, destination: register, a: first))
    return Value(operand: register, mayFail: true, isFresh: true)
  }

  /// Functions that are no instruction, or another one.
  private mutating func special(_ function: Function, _ arguments: [NodeIndex]) throws(Problem) -> Value? {
    switch function {
    case .toDyn where arguments.count == 1: return try emit(arguments[0])
    case .toInt where isOnly(arguments, .int), .toUint where isOnly(arguments, .uint),
      .toDouble where isOnly(arguments, .double), .toString where isOnly(arguments, .string),
      .toBool where isOnly(arguments, .bool), .toBytes where isOnly(arguments, .bytes),
      .toTimestamp where isOnly(arguments, .timestamp), .toDuration where isOnly(arguments, .duration):
      return try emit(arguments[0])
    case .or where arguments.count == 2, .orValue where arguments.count == 2:
      return try alternative(arguments[0], arguments[1], isOptional: function == .or)
    default: return nil
    }
  }

  private func isOnly(_ arguments: [NodeIndex], _ type: ExpressionType) -> Bool {
    arguments.count == 1 && self.type(arguments[0]) == type
  }

  /// `a.or(b)` and `a.orValue(b)`: `b` is evaluated only where `a` has no value.
  private mutating func alternative(
    _ first: NodeIndex, _ second: NodeIndex, isOptional: Bool
  ) throws(Problem) -> Value {
    let result = registers.take()
    let mark = registers.used
    let optional = try emit(first)
    let toEnd = jump(.unwrapOr, a: optional.operand, destination: result, flags: isOptional ? 1 : 0)
    registers.release(to: mark)
    _ = try emit(second, into: result)
    land(toEnd)
    registers.release(to: mark)
    return Value(operand: result, mayFail: true)
  }

  /// How many patterns have tables: the others take longer to match, not to compile.
  private static let tableCount = 20

  /// The number of a constant pattern, compiled now.
  private mutating func pattern(_ value: Value, _ index: NodeIndex) throws(Problem) -> Operand? {
    guard value.operand.isConstant else { return nil }
    let slot = program.constants.slots[value.operand.index]
    guard slot.tag == .string else { return nil }
    do throws(PatternError) {
      let steps = program.patterns.count < Self.tableCount ? LinearPattern.tableSteps : 0
      let pattern = try LinearPattern.compile(slot.bytes.array, steps: steps)
      patternRoom -= pattern.size
      guard patternRoom > 0 else {
        throw PatternError(message: "the patterns of the expression are too large together; shorten them")
      }
      program.patterns.append(pattern)
      return .constant(program.patterns.count - 1)
    } catch {
      guard options.checksTypes else { return nil }
      throw Problem(.constant, "the pattern is not RE2: \(error.message)", span(index))
    }
  }
}
