extension Checker {
  /// An operator or function by its overloads.
  mutating func operation(
    _ index: NodeIndex, _ name: String, _ symbol: String, _ operands: [NodeIndex]
  ) throws(Problem) -> ExpressionType {
    var types: [ExpressionType] = []
    for operand in operands { types.append(try check(operand)) }
    if let function = Function(rawValue: name) { references[index.value] = .function(function, isQualified: false) }
    if let type = overload(functions.overloads[name] ?? [], types) { return type }
    return try noOverload(index, symbol, functions.overloads[name] ?? [], types)
  }

  /// The result of the overloads that take these types; `dyn` where several do and disagree.
  mutating func overload(_ candidates: [FunctionDeclaration], _ types: [ExpressionType]) -> ExpressionType? {
    var result: ExpressionType?
    for candidate in candidates where candidate.parameters.count == types.count {
      let signature = bindings.instantiate(candidate.parameters + [candidate.result])
      guard bindings.assignAll(types, to: Array(signature.dropLast())), let last = signature.last else { continue }
      let type = known(last)
      if let before = result, before != type { return .dyn }
      result = type
    }
    return result
  }

  func noOverload(
    _ index: NodeIndex, _ symbol: String, _ candidates: [FunctionDeclaration], _ types: [ExpressionType]
  ) throws(Problem) -> ExpressionType {
    let found = types.map { bindings.resolve($0, openIsDyn: true).description }
    let fitting = candidates.filter { $0.parameters.count == types.count }
    let shown = (fitting.isEmpty ? candidates : fitting).prefix(6).map { Self.list($0.parameters) }
    let more = max(0, (fitting.isEmpty ? candidates : fitting).count - shown.count)
    let known = shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    return try fail(
      .type, span(index),
      "'\(symbol)' does not take (\(found.joined(separator: ", "))); it takes \(known)\(Self.advice(symbol, types))")
  }

  private static func list(_ types: [ExpressionType]) -> String {
    "(\(types.map(\.description).joined(separator: ", ")))"
  }

  /// Numbers of different types are the usual slip.
  private static func advice(_ symbol: String, _ types: [ExpressionType]) -> String {
    let numbers: [ExpressionType] = [.int, .uint, .double]
    guard types.count == 2, types[0] != types[1], types.allSatisfy(numbers.contains) else { return "" }
    return "; convert one, as in \(types[0])(...)"
  }

  mutating func logic(_ kind: LogicOperator, _ operands: [NodeIndex]) throws(Problem) -> ExpressionType {
    for operand in operands {
      let type = try check(operand)
      guard bindings.assign(type, to: .bool) else {
        _ = try fail(.type, span(operand), "'\(kind.rawValue)' takes bool, not \(known(type))")
        continue
      }
    }
    return .bool
  }

  mutating func conditional(
    _ index: NodeIndex, _ condition: NodeIndex, _ first: NodeIndex, _ second: NodeIndex
  ) throws(Problem) -> ExpressionType {
    let test = try check(condition)
    let types = [try check(first), try check(second)]
    if !bindings.assign(test, to: .bool) {
      _ = try fail(.type, span(condition), "the condition before '?' is bool, not \(known(test))")
    }
    let result = bindings.freshParameter()
    guard bindings.assignAll(types, to: [result, result]) else {
      return try fail(
        .type, span(index),
        "both sides of ':' have one type, not \(known(types[0])) and \(known(types[1])); dyn(...) allows any")
    }
    return known(result)
  }

  /// `operand[key]`.
  mutating func element(
    _ index: NodeIndex, _ operand: NodeIndex, _ key: NodeIndex, isOptional: Bool
  ) throws(Problem) -> ExpressionType {
    let type = known(try check(operand))
    let keyType = try check(key)
    let value = type.optionalValue.map(known)
    let result = try element(index, of: value ?? type, keyType)
    return isOptional || value != nil ? .optional(result) : result
  }

  private mutating func element(
    _ index: NodeIndex, of type: ExpressionType, _ key: ExpressionType
  ) throws(Problem) -> ExpressionType {
    switch type.kind {
    case .dyn, .parameter: return .dyn
    case .list(let element) where bindings.assign(key, to: .int): return element
    case .map(let wanted, let value) where bindings.assign(key, to: wanted): return value
    case .record where bindings.assign(key, to: .string): return .dyn
    case .list: return try fail(.type, span(index), "a list is indexed by int, not \(known(key))")
    case .map(let wanted, _):
      return try fail(.type, span(index), "the keys of \(type) are \(wanted), not \(known(key))")
    default: return try fail(.type, span(index), "\(type) has no elements; lists and maps have")
    }
  }
}
