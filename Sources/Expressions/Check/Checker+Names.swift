extension Checker {
  mutating func identifier(_ index: NodeIndex, _ name: String, isAbsolute: Bool) throws(Problem) -> ExpressionType {
    if !isAbsolute, let local = scopes.last(where: { $0.name == name }) {
      references[index.value] = .local(local.number)
      return local.type
    }
    if let type = resolve(index, name, isAbsolute) { return type }
    return try undeclared(index, name)
  }

  func isLocal(_ name: String?) -> Bool { scopes.contains { $0.name == name } }

  /// A variable or type by its full name, looked for in the container first (langdef, "Name Resolution").
  private mutating func resolve(_ index: NodeIndex, _ name: String, _ isAbsolute: Bool) -> ExpressionType? {
    for prefix in isAbsolute ? [""] : prefixes {
      if let slot = declarations.slot(of: prefix + name) {
        references[index.value] = .variable(slot)
        return declarations.variables[slot].type
      }
      if let type = TypeName(rawValue: prefix + name) {
        references[index.value] = .type(type)
        return .type(type.checked)
      }
    }
    return nil
  }

  private func undeclared(_ index: NodeIndex, _ name: String) throws(Problem) -> ExpressionType {
    let names = declarations.names + scopes.map(\.name)
    if functions.overloads[name] != nil {
      return try fail(.undeclared, span(index), "'\(name)' is a function, not a value; call it, as in \(name)(x)")
    }
    return try fail(
      .undeclared, span(index), "'\(name)' is not declared\(NearName.suggestion(for: name, among: names))")
  }

  // MARK: Fields

  mutating func select(_ index: NodeIndex, _ selection: SyntaxTree.Selection) throws(Problem) -> ExpressionType {
    if let type = qualified(index, selection) { return type }
    let operand = known(try checkOperand(of: index, selection))
    let value = operand.optionalValue.map(known)
    let field = try self.field(selection, of: value ?? operand)
    if selection.isTest { return .bool }
    return selection.isOptional || value != nil ? .optional(field) : field
  }

  /// `a.b.c` where that whole name is declared. `has(a.b)` asks whether such a variable is bound.
  private mutating func qualified(_ index: NodeIndex, _ selection: SyntaxTree.Selection) -> ExpressionType? {
    guard !selection.isOptional, !isLocal(tree.rootName(selection.operand)),
      let operand = tree.qualifiedName(selection.operand)
    else { return nil }
    guard let type = resolve(index, operand.name + "." + selection.field, operand.isAbsolute) else { return nil }
    return selection.isTest ? .bool : type
  }

  /// The operand's type. A dotted name is undeclared as a whole.
  private mutating func checkOperand(
    of index: NodeIndex, _ selection: SyntaxTree.Selection
  ) throws(Problem) -> ExpressionType {
    do throws(Problem) {
      return try check(selection.operand)
    } catch {
      guard error.code == .undeclared, let name = tree.qualifiedName(index),
        let near = NearName.nearest(name.name, among: declarations.names.filter { $0.contains(".") })
      else { throw error }
      throw Problem(.undeclared, "'\(name.name)' is not declared; did you mean '\(near)'?", span(index))
    }
  }

  private mutating func field(
    _ selection: SyntaxTree.Selection, of type: ExpressionType
  ) throws(Problem) -> ExpressionType {
    switch type.kind {
    case .dyn, .parameter: return .dyn
    case .map(let key, let value):
      guard bindings.assign(.string, to: key) else {
        return try fail(
          .type, selection.fieldSpan, "\(type) has no field '\(selection.field)': its keys are \(key), not string")
      }
      return value
    case .record(let record):
      if let field = record.fields[selection.field] { return field }
      let near = NearName.suggestion(for: selection.field, among: record.fields.keys.sorted())
      return try fail(.undeclared, selection.fieldSpan, "\(record.name) has no field '\(selection.field)'\(near)")
    default:
      let advice = methodAdvice(selection)
      return try fail(.type, selection.fieldSpan, "\(type) has no fields, so no '\(selection.field)'\(advice)")
    }
  }

  private func methodAdvice(_ selection: SyntaxTree.Selection) -> String {
    let isMethod = functions.overloads[selection.field]?.contains(where: \.isMember) ?? false
    return isMethod ? "; call it: \(selection.field)()" : ""
  }
}
