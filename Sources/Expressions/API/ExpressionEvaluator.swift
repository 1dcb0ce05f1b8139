/// The memory of evaluations: kept between them, so that most allocate nothing. For one thread at a time.
public final class ExpressionEvaluator {
  private let workspace = Workspace()

  /// An evaluator with a little memory; it grows with what is evaluated.
  public init() {}

  /// The value of an expression; see ``Expression/evaluate(_:budget:)``.
  public func evaluate(
    _ expression: Expression, _ bindings: [String: ExpressionValue] = [:], budget: Int = Expression.defaultBudget
  ) -> ExpressionOutcome {
    workspace.evaluate(expression, bindings, budget)
  }

  /// The value of an expression over slots: the fast way, for a host that has its values at hand.
  ///
  /// Nothing is checked: each slot has the type that was declared for its variable, or is `Slot.absent`. No allocation for
  /// comparisons of scalars and texts.
  ///
  /// - Parameters:
  ///   - expression: what to evaluate.
  ///   - unsafeSlots: one slot for each declared variable, in the order of declaration.
  ///   - unsafeHost: how lists and maps of the host are read; nil where no slot has one.
  ///   - budget: units.
  /// - Returns: a scalar; for other values only the tag counts. `Slot.Tag.error` and `Slot.Tag.exhausted` where there is none.
  public func evaluate(
    _ expression: Expression, unsafeSlots: UnsafePointer<Slot>?, unsafeHost: UnsafePointer<SlotHost>? = nil,
    budget: Int = Expression.defaultBudget
  ) -> Slot {
    // SAFETY: the caller has as many slots as variables were declared; what they borrow, and the host, stay where they are.
    workspace.run(expression.loaded, unsafeSlots, unsafeHost, budget)
  }

  /// The same with the value or the error, for what came out.
  public func outcome(
    _ expression: Expression, unsafeSlots: UnsafePointer<Slot>?, unsafeHost: UnsafePointer<SlotHost>? = nil,
    budget: Int = Expression.defaultBudget
  ) -> ExpressionOutcome {
    workspace.run(expression.loaded, unsafeSlots, unsafeHost, budget) { slot, evaluator in
      evaluator.outcome(slot, expression.source)
    }
  }
}
