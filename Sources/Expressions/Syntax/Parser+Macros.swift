extension Parser {
  /// A call, or the macro that it is. What has the name of a macro but not its shape is a call: a function may have the name.
  mutating func expand(_ call: SyntaxTree.Call) throws(Problem) -> SyntaxTree.Kind {
    guard let target = call.target else { return try expandHas(call) }
    if case .identifier(let name, _) = tree[target].kind {
      if name == "cel", call.name == "bind", call.arguments.count == 3 { return try expandBind(call) }
      if name == "math", call.name == "greatest" || call.name == "least" { return expandExtreme(call) }
    }
    if let comprehension = try expandComprehension(call, target) { return .comprehension(comprehension) }
    return try expandOptionalMap(call, target) ?? .call(call)
  }

  /// `has(e.f)`: whether the field is there.
  private func expandHas(_ call: SyntaxTree.Call) throws(Problem) -> SyntaxTree.Kind {
    guard call.name == "has", call.arguments.count == 1, let argument = call.arguments.first else { return .call(call) }
    guard case .select(var selection) = tree[argument].kind else {
      throw Problem(.syntax, "has() takes a field, as in has(a.b)", tree[argument].span)
    }
    selection.isTest = true
    return .select(selection)
  }

  private func expandBind(_ call: SyntaxTree.Call) throws(Problem) -> SyntaxTree.Kind {
    .bind(try variable(call.arguments[0], of: "cel.bind"), call.arguments[1], call.arguments[2])
  }

  /// `math.greatest(a, b, c, ...)` takes any number of arguments: beyond two they become a list.
  private mutating func expandExtreme(_ call: SyntaxTree.Call) -> SyntaxTree.Kind {
    guard call.arguments.count > 2, let first = call.arguments.first, let last = call.arguments.last else {
      return .call(call)
    }
    let elements = call.arguments.map { SyntaxTree.Element(value: $0, isOptional: false) }
    let list = tree.add(.list(elements), SourceSpan(start: tree[first].span.start, end: tree[last].span.end))
    return .call(SyntaxTree.Call(name: call.name, target: call.target, arguments: [list], nameSpan: call.nameSpan))
  }

  private func expandComprehension(
    _ call: SyntaxTree.Call, _ target: NodeIndex
  ) throws(Problem) -> Comprehension? {
    guard let shape = MacroShape.shape(call.name, call.arguments.count) else { return nil }
    var variables: [String] = []
    for argument in call.arguments.prefix(shape.variables) {
      let name = try variable(argument, of: call.name)
      guard !variables.contains(name) else {
        throw Problem(.syntax, "\(call.name)() has the variable '\(name)' twice", tree[argument].span)
      }
      variables.append(name)
    }
    let rest = call.arguments.dropFirst(shape.variables)
    guard let body = rest.last else { return nil }
    return Comprehension(
      kind: shape.kind, range: target, variables: variables, filter: rest.count > 1 ? rest.first : nil, body: body)
  }

  private func expandOptionalMap(_ call: SyntaxTree.Call, _ target: NodeIndex) throws(Problem) -> SyntaxTree.Kind? {
    let isFlat = call.name == "optFlatMap"
    guard isFlat || call.name == "optMap", call.arguments.count == 2 else { return nil }
    let name = try variable(call.arguments[0], of: call.name)
    return .optionalMap(
      SyntaxTree.OptionalMap(target: target, variable: name, body: call.arguments[1], isFlat: isFlat))
  }

  private func variable(_ index: NodeIndex, of macro: String) throws(Problem) -> String {
    guard case .identifier(let name, isAbsolute: false) = tree[index].kind else {
      throw Problem(.syntax, "\(macro)() takes a simple name for its variable here", tree[index].span)
    }
    return name
  }
}

/// What a macro's arguments are, by its name and their number.
struct MacroShape {
  let kind: Comprehension.Kind
  let variables: Int

  static func shape(_ name: String, _ count: Int) -> MacroShape? {
    switch (name, count) {
    case ("all", 2), ("all", 3): MacroShape(kind: .all, variables: count - 1)
    case ("exists", 2), ("exists", 3): MacroShape(kind: .exists, variables: count - 1)
    case ("exists_one", 2), ("existsOne", 2): MacroShape(kind: .existsOne, variables: 1)
    case ("exists_one", 3), ("existsOne", 3): MacroShape(kind: .existsOne, variables: 2)
    case ("map", 2), ("map", 3): MacroShape(kind: .map, variables: 1)
    case ("filter", 2): MacroShape(kind: .filter, variables: 1)
    case ("transformList", 3), ("transformList", 4): MacroShape(kind: .transformList, variables: 2)
    case ("transformMap", 3), ("transformMap", 4): MacroShape(kind: .transformMap, variables: 2)
    case ("transformMapEntry", 3), ("transformMapEntry", 4): MacroShape(kind: .transformMapEntry, variables: 2)
    default: nil
    }
  }
}
