extension Checker {
  mutating func list(_ elements: [SyntaxTree.Element]) throws(Problem) -> ExpressionType {
    var joined: ExpressionType?
    for element in elements {
      let type = try entry(element.value, isOptional: element.isOptional)
      joined = bindings.join(joined, type)
    }
    return .list(joined ?? bindings.freshParameter())
  }

  mutating func map(_ entries: [SyntaxTree.Entry]) throws(Problem) -> ExpressionType {
    var key: ExpressionType?
    var value: ExpressionType?
    for item in entries {
      let keyType = try check(item.key)
      if !keyType.mayBeKey {
        _ = try fail(.type, span(item.key), "keys are int, uint, bool or string, not \(known(keyType))")
      }
      key = bindings.join(key, keyType)
      value = bindings.join(value, try entry(item.value, isOptional: item.isOptional))
    }
    return .map(key ?? bindings.freshParameter(), value ?? bindings.freshParameter())
  }

  /// An element or a value; behind `?` it is an optional, left out when it has no value.
  private mutating func entry(_ index: NodeIndex, isOptional: Bool) throws(Problem) -> ExpressionType {
    let type = try check(index)
    guard isOptional else { return type }
    let value = bindings.freshParameter()
    guard bindings.assign(type, to: .optional(value)) else {
      return try fail(.type, span(index), "'?' takes an optional value, not \(known(type)); optional.of(...) makes one")
    }
    return known(value)
  }

  // MARK: Macros

  mutating func comprehension(_ index: NodeIndex, _ macro: Comprehension) throws(Problem) -> ExpressionType {
    let range = known(try check(macro.range))
    let variables = try self.variables(macro, range)
    let count = scopes.count
    defer { scopes.removeLast(scopes.count - count) }
    declare(Array(zip(macro.variables, variables)), at: index)
    if let filter = macro.filter { try expectBool(filter, macro.kind) }
    let body = try check(macro.body)
    return try result(macro, range, variables, body)
  }

  /// The types of the variables.
  private mutating func variables(_ macro: Comprehension, _ range: ExpressionType) throws(Problem) -> [ExpressionType] {
    let isPair = macro.variables.count == 2
    switch range.kind {
    case .list(let element): return isPair ? [.int, element] : [element]
    case .map(let key, let value): return isPair ? [key, value] : [key]
    case .record: return isPair ? [.string, .dyn] : [.string]
    case .dyn, .parameter: return Array(repeating: .dyn, count: macro.variables.count)
    default:
      let type = try fail(.type, span(macro.range), "\(macro.kind.rawValue)() goes over a list or a map, not \(range)")
      return Array(repeating: type, count: macro.variables.count)
    }
  }

  private mutating func expectBool(_ index: NodeIndex, _ kind: Comprehension.Kind) throws(Problem) {
    let type = try check(index)
    guard bindings.assign(type, to: .bool) else {
      _ = try fail(.type, span(index), "the test of \(kind.rawValue)() is bool, not \(known(type))")
      return
    }
  }

  private mutating func result(
    _ macro: Comprehension, _ range: ExpressionType, _ variables: [ExpressionType], _ body: ExpressionType
  ) throws(Problem) -> ExpressionType {
    switch macro.kind {
    case .all, .exists, .existsOne: return try bool(macro, body)
    case .filter:
      _ = try bool(macro, body)
      return .list(variables[0])
    case .map, .transformList: return .list(body)
    case .transformMap: return .map(variables[0], body)
    case .transformMapEntry:
      let map = ExpressionType.map(bindings.freshParameter(), bindings.freshParameter())
      guard bindings.assign(body, to: map) else {
        return try fail(.type, span(macro.body), "transformMapEntry() makes a map of one entry, not \(known(body))")
      }
      return known(map)
    }
  }

  private mutating func bool(_ macro: Comprehension, _ body: ExpressionType) throws(Problem) -> ExpressionType {
    guard bindings.assign(body, to: .bool) else {
      return try fail(.type, span(macro.body), "the test of \(macro.kind.rawValue)() is bool, not \(known(body))")
    }
    return .bool
  }

  mutating func optionalMap(_ index: NodeIndex, _ map: SyntaxTree.OptionalMap) throws(Problem) -> ExpressionType {
    let value = bindings.freshParameter()
    let target = try check(map.target)
    if !bindings.assign(target, to: .optional(value)) {
      _ = try fail(.type, span(map.target), "optMap() takes an optional value, not \(known(target))")
    }
    let body = try with(index, [(map.variable, known(value))], map.body)
    guard map.isFlat else { return .optional(body) }
    let result = ExpressionType.optional(bindings.freshParameter())
    guard bindings.assign(body, to: result) else {
      return try fail(
        .type, span(map.body), "the expression of optFlatMap() is optional, not \(known(body)); use optMap()")
    }
    return known(result)
  }
}

extension ExpressionType {
  /// Whether a map may have keys of the type, as far as is known.
  fileprivate var mayBeKey: Bool {
    switch kind {
    case .double, .null, .bytes, .timestamp, .duration, .list, .map, .record: false
    default: true
    }
  }
}
