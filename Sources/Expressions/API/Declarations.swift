/// What an expression may name: its variables with their types, and functions beyond the standard ones.
///
/// ```swift
/// let declarations = Declarations(["age": .int, "tags": .list(.string)])
/// let rule = try Expression.compile("age >= 18 && 'vip' in tags", declarations: declarations)
/// ```
public struct Declarations: Sendable {
  struct Variable: Sendable {
    let name: String
    let type: ExpressionType
    let isAlwaysBound: Bool
  }

  private(set) var variables: [Variable] = []
  private var indexes: [String: Int] = [:]
  private(set) var functions: [FunctionDeclaration] = []

  /// No variables, the standard functions only.
  public init() {}

  /// Variables by name. Slots are numbered in the order of the names.
  public init(_ types: [String: ExpressionType]) {
    for (name, type) in types.sorted(by: { $0.key < $1.key }) { add(name, type) }
  }

  /// Declares a variable; a dotted name such as `request.time` is one variable.
  ///
  /// - Parameters:
  ///   - name: the name; declared again, the new type counts.
  ///   - type: the type of its values.
  ///   - isAlwaysBound: promises that every evaluation binds it, which saves a test. Otherwise, using it unbound is an error
  ///     of the evaluation.
  /// - Returns: the number of its slot, from 0 in the order of declaration.
  @discardableResult
  public mutating func add(_ name: String, _ type: ExpressionType, isAlwaysBound: Bool = false) -> Int {
    let variable = Variable(name: name, type: type, isAlwaysBound: isAlwaysBound)
    if let index = indexes[name] {
      variables[index] = variable
      return index
    }
    indexes[name] = variables.count
    variables.append(variable)
    return variables.count - 1
  }

  /// Declares a function for the checker. Evaluating it is an error: it has no body.
  ///
  /// - Parameters:
  ///   - name: the name, possibly dotted.
  ///   - parameters: the types of the arguments, the receiver first; single letters are type parameters.
  ///   - result: the type of the result.
  ///   - isMember: whether it is called as `a.name(b)`.
  public mutating func addFunction(
    _ name: String, _ parameters: [ExpressionType], result: ExpressionType, isMember: Bool = false
  ) {
    functions.append(FunctionDeclaration(name: name, parameters: parameters, result: result, isMember: isMember))
  }

  /// The names of the variables in the order of their slots.
  public var names: [String] { variables.map(\.name) }

  /// The type of the variable with a slot. The slot is one that ``slot(of:)`` gave.
  public func type(ofSlot slot: Int) -> ExpressionType { variables[slot].type }

  /// The number of a variable's slot; nil where nothing declares it.
  public func slot(of name: String) -> Int? { indexes[name] }
}

struct FunctionDeclaration: Sendable {
  let name: String
  let parameters: [ExpressionType]
  let result: ExpressionType
  let isMember: Bool
}
