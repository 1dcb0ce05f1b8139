/// Puts the values of nodes and the pieces of text together.
struct ExplanationBuilder {
  private let checked: CheckedTree
  private let outcomes: [Int: ExpressionOutcome]
  private let bytes: [UInt8]

  static func explain(
    _ expression: Expression, _ bindings: [String: ExpressionValue], _ budget: Int
  ) -> Explanation {
    do throws(Problem) {
      let tree = try Parser.parse(expression.source, expression.options)
      let checked = try Checker.check(tree, expression.declarations, expression.options)
      let program = LoadedProgram(try Emitter.emit(checked, expression.options, isTraced: true))
      switch Workspace().outcomes(program, expression, bindings, budget) {
      case .failure(let error): return whole(expression, .error(error))
      case .success(let outcomes):
        let builder = ExplanationBuilder(checked: checked, outcomes: outcomes, bytes: Array(expression.source.utf8))
        return builder.explanation(checked.tree.root)
      }
    } catch {
      // It compiled before, with the same options.
      return whole(expression, .undecided)
    }
  }

  private static func whole(_ expression: Expression, _ outcome: ExpressionOutcome) -> Explanation {
    let span = SourceSpan(start: 0, end: expression.source.utf8.count)
    return Explanation(span: span, text: expression.source, outcome: outcome, parts: [])
  }

  private func explanation(_ index: NodeIndex) -> Explanation {
    let span = checked.tree[index].span
    let parts = checked.tree.children(of: index).filter { !isLiteral($0) }.map(explanation)
    let text = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    return Explanation(span: span, text: text, outcome: outcomes[index.value] ?? inherited(parts), parts: parts)
  }

  /// A part without an outcome of its own failed with one of its parts, or was not evaluated.
  private func inherited(_ parts: [Explanation]) -> ExpressionOutcome? {
    for part in parts {
      if case .error = part.outcome { return part.outcome }
    }
    return nil
  }

  private func isLiteral(_ index: NodeIndex) -> Bool {
    switch checked.tree[index].kind {
    case .literal: true
    case .identifier: if case .type = checked.reference(index) { true } else { false }
    default: false
    }
  }
}
