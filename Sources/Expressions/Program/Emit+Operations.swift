extension Emitter {
  mutating func unary(_ kind: UnaryOperator, _ operand: NodeIndex) throws(Problem) -> Value {
    let mark = registers.used
    let value = try emit(operand)
    registers.release(to: mark)
    let register = registers.take()
    if kind == .not, type(operand) == .bool {
      append(Instruction(opcode: .not, destination: register, a: value.operand))
      return Value(operand: register, mayFail: value.mayFail, isFresh: true)
    }
    let function: Function = kind == .not ? .not : .negate
    append(Instruction(opcode: .call1, function: function, destination: register, a: value.operand))
    return Value(operand: register, mayFail: true, isFresh: true)
  }

  mutating func binary(_ opcode: Opcode, _ left: NodeIndex, _ right: NodeIndex) throws(Problem) -> Value {
    let (register, a, b) = try operands(left, right)
    append(Instruction(opcode: opcode, destination: register, a: a.operand, b: b.operand))
    return Value(operand: register, mayFail: true, isFresh: true)
  }

  mutating func operands(_ left: NodeIndex, _ right: NodeIndex) throws(Problem) -> (Operand, Value, Value) {
    let mark = registers.used
    let a = try emit(left)
    let b = try emit(right)
    registers.release(to: mark)
    return (registers.take(), a, b)
  }

  mutating func binary(_ kind: BinaryOperator, _ left: NodeIndex, _ right: NodeIndex) throws(Problem) -> Value {
    let (register, a, b) = try operands(left, right)
    if let plan = TypedOperation(kind, type(left), type(right)) {
      let (first, second) = plan.isSwapped ? (b, a) : (a, b)
      append(Instruction(opcode: plan.opcode, destination: register, a: first.operand, b: second.operand))
      return Value(operand: register, mayFail: a.mayFail || b.mayFail || plan.mayFail, isFresh: true)
    }
    let function = Function(rawValue: kind.rawValue) ?? .equal
    append(Instruction(opcode: .call2, function: function, destination: register, a: a.operand, b: b.operand))
    return Value(operand: register, mayFail: true, isFresh: true)
  }
}

/// The instruction for an operator where the types of both sides are known.
struct TypedOperation {
  let opcode: Opcode
  var isSwapped = false
  var mayFail = false

  init?(_ kind: BinaryOperator, _ left: ExpressionType, _ right: ExpressionType) {
    if let null = Self.nullTest(kind, left, right) {
      self = null
      return
    }
    guard left == right else { return nil }
    switch kind {
    case .greater, .greaterOrEqual:
      guard let plan = TypedOperation(kind == .greater ? .less : .lessOrEqual, left, right) else { return nil }
      opcode = plan.opcode
      isSwapped = true
    case .add, .subtract, .multiply, .divide:
      guard let arithmetic = Self.arithmetic[left]?[kind] else { return nil }
      opcode = arithmetic
      mayFail = left != .double
    default:
      guard let comparison = Self.comparisons[left]?[kind] else { return nil }
      opcode = comparison
    }
  }

  private init(opcode: Opcode, isSwapped: Bool) {
    self.opcode = opcode
    self.isSwapped = isSwapped
  }

  private static func nullTest(
    _ kind: BinaryOperator, _ left: ExpressionType, _ right: ExpressionType
  ) -> TypedOperation? {
    guard kind == .equal, left == .null || right == .null else { return nil }
    return TypedOperation(opcode: .isNull, isSwapped: left == .null)
  }

  private static let bits: [BinaryOperator: Opcode] = [.equal: .equalBits, .notEqual: .notEqualBits]
  private static let signed: [BinaryOperator: Opcode] = [
    .equal: .equalBits, .notEqual: .notEqualBits, .less: .lessInt, .lessOrEqual: .lessOrEqualInt,
  ]
  private static let texts: [BinaryOperator: Opcode] = [
    .equal: .equalText, .notEqual: .notEqualText, .less: .lessText, .lessOrEqual: .lessOrEqualText,
  ]
  private static let comparisons: [ExpressionType: [BinaryOperator: Opcode]] = [
    .bool: bits,
    .int: signed,
    .duration: signed,
    .uint: [.equal: .equalBits, .notEqual: .notEqualBits, .less: .lessUint, .lessOrEqual: .lessOrEqualUint],
    .double: [
      .equal: .equalDouble, .notEqual: .notEqualDouble, .less: .lessDouble, .lessOrEqual: .lessOrEqualDouble,
    ],
    .string: texts,
    .bytes: texts,
    .timestamp: [.equal: .equalTime, .notEqual: .notEqualTime, .less: .lessTime, .lessOrEqual: .lessOrEqualTime],
  ]
  private static let arithmetic: [ExpressionType: [BinaryOperator: Opcode]] = [
    .int: [.add: .addInt, .subtract: .subtractInt, .multiply: .multiplyInt],
    .timestamp: [.subtract: .subtractTime],
    .double: [.add: .addDouble, .subtract: .subtractDouble, .multiply: .multiplyDouble, .divide: .divideDouble],
  ]
}
