/// Gives every name its meaning and every node its type.
///
/// Unchecked (`ExpressionOptions.checksTypes` is false), it does the same but takes `dyn` for what has no type, so that
/// there is one way from here on.
struct Checker {
  let tree: SyntaxTree
  let declarations: Declarations
  let functions: FunctionTable
  let isStrict: Bool
  /// The container and those around it, innermost first, each with its dot; the empty one last.
  let prefixes: [String]
  var bindings = TypeBindings()
  var types: [ExpressionType]
  var references: [CheckedTree.Reference]
  var scopes: [Local] = []
  var localCount = 0

  struct Local {
    let name: String
    let type: ExpressionType
    let number: Int
  }

  static func check(
    _ tree: SyntaxTree, _ declarations: Declarations, _ options: ExpressionOptions
  ) throws(Problem) -> CheckedTree {
    var checker = Checker(tree, declarations, options)
    _ = try checker.check(tree.root)
    let types = checker.types.map { checker.bindings.resolve($0, openIsDyn: true) }
    return CheckedTree(tree: tree, declarations: declarations, types: types, references: checker.references)
  }

  private init(_ tree: SyntaxTree, _ declarations: Declarations, _ options: ExpressionOptions) {
    self.tree = tree
    self.declarations = declarations
    functions = declarations.functions.isEmpty ? .standard : .standard.adding(declarations.functions)
    isStrict = options.checksTypes
    prefixes = Self.prefixes(of: options.container)
    types = Array(repeating: .dyn, count: tree.nodes.count)
    references = Array(repeating: .none, count: tree.nodes.count)
  }

  private static func prefixes(of container: String) -> [String] {
    let parts = container.split(separator: ".")
    return (0...parts.count).reversed().map { count in parts.prefix(count).map { $0 + "." }.joined() }
  }

  mutating func check(_ index: NodeIndex) throws(Problem) -> ExpressionType {
    try StackGuard.check(span(index))
    let type = try typeOf(index)
    types[index.value] = type
    return type
  }

  private mutating func typeOf(_ index: NodeIndex) throws(Problem) -> ExpressionType {
    switch tree[index].kind {
    case .literal(let literal): return literal.type
    case .identifier(let name, let isAbsolute): return try identifier(index, name, isAbsolute: isAbsolute)
    case .select(let selection): return try select(index, selection)
    case .index(let operand, let key, let isOptional): return try element(index, operand, key, isOptional: isOptional)
    case .unary(let kind, let operand): return try operation(index, kind.rawValue, kind.symbol, [operand])
    case .binary(let kind, let left, let right):
      return try operation(index, kind.rawValue, kind.symbol, [left, right])
    case .logic(let kind, let operands): return try logic(kind, operands)
    case .conditional(let condition, let first, let second): return try conditional(index, condition, first, second)
    case .call(let call): return try self.call(index, call)
    case .list(let elements): return try list(elements)
    case .map(let entries): return try map(entries)
    case .comprehension(let comprehension): return try self.comprehension(index, comprehension)
    case .bind(let name, let value, let body):
      let type = try check(value)
      return try with(index, [(name, type)], body)
    case .optionalMap(let map): return try optionalMap(index, map)
    }
  }

  /// Checks a body in which a macro's variables are known. The node remembers the number of the first.
  mutating func with(
    _ index: NodeIndex, _ variables: [(String, ExpressionType)], _ body: NodeIndex
  ) throws(Problem) -> ExpressionType {
    let count = scopes.count
    defer { scopes.removeLast(scopes.count - count) }
    declare(variables, at: index)
    return try check(body)
  }

  /// Numbers follow each other: the second variable of a macro has the next one.
  mutating func declare(_ variables: [(String, ExpressionType)], at index: NodeIndex) {
    references[index.value] = .local(localCount)
    for (name, type) in variables {
      scopes.append(Local(name: name, type: type, number: localCount))
      localCount += 1
    }
  }

  /// Throws when types are checked; otherwise the type is open.
  func fail(
    _ code: ExpressionError.Code, _ span: SourceSpan, _ message: @autoclosure () -> String
  ) throws(Problem) -> ExpressionType {
    guard isStrict else { return .dyn }
    throw Problem(code, message(), span)
  }

  func known(_ type: ExpressionType) -> ExpressionType { bindings.resolve(type) }
  func span(_ index: NodeIndex) -> SourceSpan { tree[index].span }
}

extension Literal {
  var type: ExpressionType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    }
  }
}
