/// A compiled CEL expression: immutable, `Sendable`, evaluated from any number of threads at once.
///
/// ```swift
/// let rule = try Expression.compile(
///   "start < end && size(guests) <= limit",
///   declarations: Declarations(["start": .timestamp, "end": .timestamp, "guests": .list(.string), "limit": .int]))
/// switch rule.evaluate(["start": .timestamp(from), "end": .timestamp(to), "guests": .list([]), "limit": .int(10)]) {
/// case .value(let value): print(value)     // true
/// case .error(let error): print(error)     // 1:1: 'start' is not bound to a value
/// case .undecided: print("out of budget")
/// }
/// ```
///
/// The language is the Common Expression Language without protobuf messages, with the extensions strings, math, encoders,
/// network, bindings, optionals and two-variable comprehensions.
public struct Expression: Sendable {
  let loaded: LoadedProgram
  let declarations: Declarations
  let options: ExpressionOptions

  /// The text that was compiled.
  public let source: String
  /// The type of the value, as far as it is known when compiling.
  public let type: ExpressionType

  /// Units that an evaluation may use where no budget is given: an instruction, or 16 bytes that are read or made, is one.
  public static let defaultBudget = 1_000_000

  /// Compiles an expression.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - declarations: the variables that it may name.
  ///   - options: limits, the container, whether types are checked.
  /// - Throws: ``ExpressionError`` with the place, what was found and what to do.
  /// - Complexity: O(length) for expressions without patterns; parts without variables are evaluated, within a small budget.
  public static func compile(
    _ source: String, declarations: Declarations = Declarations(), options: ExpressionOptions = ExpressionOptions()
  ) throws(ExpressionError) -> Expression {
    do throws(Problem) {
      let tree = try Parser.parse(source, options)
      let checked = try Checker.check(tree, declarations, options)
      let program = try Emitter.emit(checked, options)
      return Expression(
        loaded: LoadedProgram(program), declarations: declarations, options: options, source: source,
        type: checked.type)
    } catch {
      throw ExpressionError(error, in: source)
    }
  }

  /// The value of the expression.
  ///
  /// - Parameters:
  ///   - bindings: the values of variables. What is not bound is an error only where it is used.
  ///   - budget: units; the same expression and values use the same number on every run. Memory is at most 16 bytes a unit.
  /// - Complexity: at most O(budget). For many evaluations, keep an ``ExpressionEvaluator``.
  public func evaluate(_ bindings: [String: ExpressionValue] = [:], budget: Int = defaultBudget) -> ExpressionOutcome {
    ExpressionEvaluator().evaluate(self, bindings, budget: budget)
  }

  /// The compiled program, one line an instruction, for people.
  public var listing: String { ProgramListing.text(loaded.program) }
}
