extension Checker {
  mutating func call(_ index: NodeIndex, _ call: SyntaxTree.Call) throws(Problem) -> ExpressionType {
    guard let target = call.target else { return try globalCall(index, call) }
    if let name = qualifiedFunction(target, call) {
      return try function(index, call, name, call.arguments, isQualified: true)
    }
    let candidates = (functions.overloads[call.name] ?? []).filter(\.isMember)
    guard !candidates.isEmpty else { return try unknownMethod(index, call, target) }
    return try function(index, call, call.name, [target] + call.arguments, isQualified: false)
  }

  /// `math.ceil` in `math.ceil(x)`, unless a variable of a macro has the name.
  private func qualifiedFunction(_ target: NodeIndex, _ call: SyntaxTree.Call) -> String? {
    guard let name = tree.qualifiedName(target), !isLocal(tree.rootName(target)) else { return nil }
    return declared(name.name + "." + call.name, isAbsolute: name.isAbsolute)
  }

  /// The full name of a function that is no method, by the container.
  private func declared(_ name: String, isAbsolute: Bool) -> String? {
    for prefix in isAbsolute ? [""] : prefixes {
      if functions.overloads[prefix + name]?.contains(where: { !$0.isMember }) ?? false { return prefix + name }
    }
    return nil
  }

  private mutating func globalCall(_ index: NodeIndex, _ call: SyntaxTree.Call) throws(Problem) -> ExpressionType {
    if let name = declared(call.name, isAbsolute: call.isAbsolute) {
      return try function(index, call, name, call.arguments, isQualified: true)
    }
    for argument in call.arguments { _ = try check(argument) }
    references[index.value] = .bodiless(call.name)
    return try unknown(call)
  }

  private mutating func unknownMethod(
    _ index: NodeIndex, _ call: SyntaxTree.Call, _ target: NodeIndex
  ) throws(Problem) -> ExpressionType {
    references[index.value] = .bodiless(call.name)
    // A macro of the wrong shape: its variable is not declared, which would be the lesser advice.
    if MacroShape.isMacro(call.name) { _ = try unknown(call) }
    for node in [target] + call.arguments { _ = try check(node) }
    return try unknown(call)
  }

  private func unknown(_ call: SyntaxTree.Call) throws(Problem) -> ExpressionType {
    let isMethod = call.target != nil
    if call.name == "has" { return try fail(.undeclared, call.nameSpan, "has() takes one field, as in has(a.b)") }
    if MacroShape.isMacro(call.name), isMethod {
      let example = MacroShape.example(call.name)
      return try fail(
        .undeclared, call.nameSpan, "\(call.name)() takes a variable and an expression, as in \(example)")
    }
    if let others = functions.overloads[call.name], let first = others.first(where: { $0.isMember != isMethod }) {
      let example = first.isMember ? "a.\(call.name)(...)" : "\(call.name)(...)"
      return try fail(.undeclared, call.nameSpan, "'\(call.name)' is called as \(example)")
    }
    let names = functions.overloads.filter { $0.value.contains { $0.isMember == isMethod } }.keys.sorted()
    let near = NearName.suggestion(for: call.name, among: names)
    return try fail(.undeclared, call.nameSpan, "there is no \(isMethod ? "method" : "function") '\(call.name)'\(near)")
  }

  private mutating func function(
    _ index: NodeIndex, _ call: SyntaxTree.Call, _ name: String, _ arguments: [NodeIndex], isQualified: Bool
  ) throws(Problem) -> ExpressionType {
    var types: [ExpressionType] = []
    for argument in arguments { types.append(try check(argument)) }
    let candidates = (functions.overloads[name] ?? []).filter { $0.isMember != isQualified }
    let isOwn = declarations.functions.contains { $0.name == name }
    if !isOwn, let function = Function(rawValue: name) {
      references[index.value] = .function(function, isQualified: isQualified)
    } else {
      references[index.value] = .bodiless(name)
    }
    if let type = overload(candidates, types) { return type }
    let shown = candidates.map { isQualified ? $0 : $0.withoutReceiver }
    let hasReceiver = !isQualified && candidates.contains { bindings.canAssign(types[0], to: $0.parameters.first) }
    return try noOverload(index, name, hasReceiver ? shown : candidates, hasReceiver ? Array(types.dropFirst()) : types)
  }
}

extension FunctionDeclaration {
  var withoutReceiver: FunctionDeclaration {
    FunctionDeclaration(name: name, parameters: Array(parameters.dropFirst()), result: result, isMember: isMember)
  }
}

extension TypeBindings {
  func canAssign(_ type: ExpressionType, to expected: ExpressionType?) -> Bool {
    guard let expected else { return false }
    var copy = self
    return copy.assignAll([type], to: copy.instantiate([expected]))
  }
}

extension MacroShape {
  static func isMacro(_ name: String) -> Bool { (2...4).contains { shape(name, $0) != nil } || name.hasPrefix("opt") }

  static func example(_ name: String) -> String {
    if name.hasPrefix("transform") { return "m.\(name)(k, v, v)" }
    return name.hasPrefix("opt") ? "o.\(name)(x, x.a)" : "l.\(name)(x, x > 0)"
  }
}
