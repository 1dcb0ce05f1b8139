import Testing

@testable import Expressions

/// The value of an expression as text, `error CODE`, or `undecided`.
func evaluated(
  _ text: String, _ bindings: [String: ExpressionValue] = [:], types: [String: ExpressionType] = [:],
  budget: Int = Expression.defaultBudget, options: ExpressionOptions = ExpressionOptions()
) throws -> String {
  let expression = try Expression.compile(text, declarations: Declarations(types), options: options)
  return described(expression.evaluate(bindings, budget: budget))
}

func described(_ outcome: ExpressionOutcome) -> String {
  switch outcome {
  case .value(let value): value.description
  case .error(let error): "error \(error.code.rawValue)"
  case .undecided: "undecided"
  }
}

/// The error that an expression is refused with.
func refusal(_ text: String, types: [String: ExpressionType] = [:], options: ExpressionOptions = ExpressionOptions())
  -> String
{
  do throws(ExpressionError) {
    _ = try Expression.compile(text, declarations: Declarations(types), options: options)
    return "accepted"
  } catch {
    return error.description
  }
}
