/// An expression with the value of every part, for a person who asks why.
///
/// ```swift
/// print(rule.explain(["age": .int(17), "plan": .string("free")]))
/// // false: age >= 18 || plan == "pro"
/// //   false: age >= 18
/// //     17: age
/// //   false: plan == "pro"
/// //     "free": plan
/// ```
public struct Explanation: Sendable {
  /// The part's place in the text.
  public let span: SourceSpan
  /// The part as it is written.
  public let text: String
  /// Its value or error, of the last round where it stands in a macro over a list; nil where it was not evaluated.
  public let outcome: ExpressionOutcome?
  /// The parts that it is made of; literals are left out.
  public let parts: [Explanation]
}

extension Explanation: CustomStringConvertible {
  /// A line for each part, indented by two for each level: value, colon, text.
  public var description: String { lines(0).joined(separator: "\n") }

  private func lines(_ depth: Int) -> [String] {
    let indentation = String(repeating: "  ", count: depth)
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return [indentation + "\(value): \(line)"] + parts.flatMap { $0.lines(depth + 1) }
  }

  private var value: String {
    switch outcome {
    case .value(let value): value.description
    case .error(let error): "error (\(error.message))"
    case .undecided: "(too large to show)"
    case nil: "(not evaluated)"
    }
  }
}

extension Expression {
  /// The value of every part. Slow: it compiles the expression once more.
  ///
  /// - Parameters:
  ///   - bindings: the values of variables, as for ``evaluate(_:budget:)``.
  ///   - budget: units.
  /// - Complexity: O(length) for compiling, and at most O(budget), plus what is shown of each part's value.
  public func explain(_ bindings: [String: ExpressionValue] = [:], budget: Int = defaultBudget) -> Explanation {
    ExplanationBuilder.explain(self, bindings, budget)
  }
}
