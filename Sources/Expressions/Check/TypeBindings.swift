/// What is known about type parameters, and whether one type may stand where another is expected.
///
/// Parameters are bound in both directions, and a binding widens to `dyn` where two uses need it: `[[], [1]]` is a list of
/// lists of ints. A parameter is never bound to a type that contains it.
struct TypeBindings {
  private var bound: [String: ExpressionType] = [:]
  private var fresh = 0

  /// A parameter that nothing else names.
  mutating func freshParameter() -> ExpressionType {
    fresh += 1
    return .parameter("%\(fresh)")
  }

  /// The signature with fresh parameters in place of its own.
  mutating func instantiate(_ types: [ExpressionType]) -> [ExpressionType] {
    var names: [String: ExpressionType] = [:]
    return types.map { rename($0, &names) }
  }

  private mutating func rename(_ type: ExpressionType, _ names: inout [String: ExpressionType]) -> ExpressionType {
    if case .parameter(let name) = type.kind {
      if let known = names[name] { return known }
      let parameter = freshParameter()
      names[name] = parameter
      return parameter
    }
    guard !type.parts.isEmpty else { return type }
    var parts: [ExpressionType] = []
    for part in type.parts { parts.append(rename(part, &names)) }
    return type.replacing(parts)
  }

  /// The type with everything that is known put in; what stays open becomes `dyn` when asked.
  func resolve(_ type: ExpressionType, openIsDyn: Bool = false) -> ExpressionType {
    if case .parameter(let name) = type.kind {
      if let known = bound[name] { return resolve(known, openIsDyn: openIsDyn) }
      return openIsDyn ? .dyn : type
    }
    guard !type.parts.isEmpty else { return type }
    return type.replacing(type.parts.map { resolve($0, openIsDyn: openIsDyn) })
  }

  /// Whether values of `type` may stand where `expected` is asked for. Binds parameters when it holds, and only then.
  mutating func assign(_ type: ExpressionType, to expected: ExpressionType) -> Bool {
    assignAll([type], to: [expected])
  }

  mutating func assignAll(_ types: [ExpressionType], to expected: [ExpressionType]) -> Bool {
    guard types.count == expected.count else { return false }
    let before = bound
    for (type, other) in zip(types, expected) where !isAssignable(type, other) {
      bound = before
      return false
    }
    return true
  }

  private mutating func isAssignable(_ left: ExpressionType, _ right: ExpressionType) -> Bool {
    let (left, right) = (shallow(left), shallow(right))
    if case .parameter(let name) = right.kind {
      let (isValid, isBound) = bind(left, to: name, right)
      if isValid { return true }
      if isBound { return false }
    }
    if case .parameter(let name) = left.kind { return bind(right, to: name, left).isValid }
    if left.isDyn || right.isDyn { return true }
    if left.kind == .null { return right.isNullable }
    if right.kind == .null { return left.isNullable }
    return haveSameShape(left, right)
  }

  private mutating func haveSameShape(_ left: ExpressionType, _ right: ExpressionType) -> Bool {
    switch (left.kind, right.kind) {
    case (.type, .type): true
    case (.record, .map): isAssignable(.map(.string, .dyn), right)
    case (.map, .record): isAssignable(left, .map(.string, .dyn))
    case (.list, .list), (.map, .map): zipAssign(left.parts, right.parts)
    case (.opaque(let name, let parts), .opaque(let other, let otherParts)):
      name == other && zipAssign(parts, otherParts)
    default: left.kind == right.kind
    }
  }

  private mutating func zipAssign(_ left: [ExpressionType], _ right: [ExpressionType]) -> Bool {
    guard left.count == right.count else { return false }
    for (left, right) in zip(left, right) where !isAssignable(left, right) { return false }
    return true
  }

  private mutating func bind(
    _ type: ExpressionType, to name: String, _ parameter: ExpressionType
  ) -> (isValid: Bool, isBound: Bool) {
    if type == parameter { return (true, true) }
    if let known = bound[name] {
      if type == known { return (true, true) }
      guard isAssignable(type, known) else { return (false, true) }
      let wider = wider(type, known)
      if !occurs(name, in: wider) { bound[name] = wider }
      return (true, true)
    }
    guard !occurs(name, in: type) else { return (false, false) }
    bound[name] = type
    return (true, false)
  }

  /// A bound parameter's type, one step at a time, so that a parameter that is bound can still widen.
  private func shallow(_ type: ExpressionType) -> ExpressionType {
    guard case .parameter(let name) = type.kind, let known = bound[name], known.isParameter else { return type }
    return shallow(known)
  }

  private func occurs(_ name: String, in type: ExpressionType) -> Bool {
    if case .parameter(let other) = type.kind {
      if name == other { return true }
      return bound[other].map { occurs(name, in: $0) } ?? false
    }
    return type.parts.contains { occurs(name, in: $0) }
  }

  // MARK: The wider of two

  /// The element type of a list that has elements of both types.
  mutating func join(_ left: ExpressionType?, _ right: ExpressionType) -> ExpressionType {
    guard let left else { return right }
    return assign(left, to: right) ? wider(left, right) : .dyn
  }

  func wider(_ left: ExpressionType, _ right: ExpressionType) -> ExpressionType {
    if right.kind == .null { return left }
    return isWiderOrEqual(left, right) ? left : right
  }

  private func isWiderOrEqual(_ left: ExpressionType, _ right: ExpressionType) -> Bool {
    let (left, right) = (resolve(left), resolve(right))
    if left.isDyn || left.isParameter { return true }
    if right.isDyn || right.isParameter { return false }
    switch (left.kind, right.kind) {
    case (.type, .type): return true
    case (.list, .list), (.map, .map), (.opaque, .opaque):
      return left.name == right.name && left.parts.count == right.parts.count
        && zip(left.parts, right.parts).allSatisfy { isWiderOrEqual($0, $1) }
    default: return left == right
    }
  }
}
