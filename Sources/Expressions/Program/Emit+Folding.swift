extension Emitter {
  /// Evaluates what was emitted for a part without variables. What fails stays as it is, for an `||` around it may not need
  /// it; but a constant that can never be read is an error at once.
  mutating func fold(_ index: NodeIndex, _ value: Value, from start: Int) throws(Problem) -> Value {
    guard options.foldsConstants else { return value }
    switch run(from: start, value.operand) {
    case .value(let constant):
      truncate(to: start)
      return Value(operand: constant)
    case .error(let message) where options.checksTypes && isMalformedConstant(index):
      throw Problem(.constant, message, span(index))
    case .error, .unknown: return value
    }
  }

  /// Units: folding is an optimisation, and what is long is left for later.
  private static let budget = 2_000

  private func run(from start: Int, _ result: Operand) -> ConstantResult {
    var part = program
    part.code = program.code[start...].map { $0.shifted(by: start) } + [Instruction(opcode: .end, a: result)]
    part.handlerOf = program.handlerOf[start...] + [0]
    part.nodes = program.nodes[start...] + [checked.tree.root]
    part.handlers = program.handlers.map {
      Program.Handler(start: $0.start - start, end: $0.end - start, register: $0.register)
    }
    part.temporaryCount = registers.count
    return LoadedProgram(part).evaluateConstant(budget: Self.budget)
  }

  /// Instants, durations, patterns and addresses are written as texts; a wrong one is a slip of the author.
  private func isMalformedConstant(_ index: NodeIndex) -> Bool {
    guard case .call(let call) = checked.tree[index].kind,
      case .function(let function, _) = checked.reference(index)
    else { return false }
    let readers: Set<Function> = [.toTimestamp, .toDuration, .matches, .ip, .cidr]
    let isLiteral = call.arguments.allSatisfy {
      if case .literal = checked.tree[$0].kind { true } else { false }
    }
    return readers.contains(function) && isLiteral
  }
}

extension Instruction {
  fileprivate func shifted(by distance: Int) -> Instruction {
    var copy = self
    if opcode.isJump { copy.target -= distance }
    return copy
  }
}

extension Opcode {
  /// Whether `b` is a target.
  var isJump: Bool {
    switch self {
    case .jump, .jumpIfFalse, .jumpIfTrue, .branch, .next, .stepAll, .stepExists, .unwrap, .unwrapOr: true
    default: false
    }
  }
}
