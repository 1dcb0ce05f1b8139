// `unreachable-branch`: what no value takes, or what comes too late to matter.
extension SchemaLinter {
  mutating func lintBranches(_ index: SchemaIndex) {
    for keyword in graph[index].keywords where keyword.name == .anyOf || keyword.name == .oneOf {
      guard case .schemas(let branches) = keyword.value else { continue }
      for branch in branches {
        guard spend() else { return }
        if graph.takesAll(branch) {
          if branches.count > 1 { lintOpenBranch(branch, keyword) }
        } else if graph.takesNothing(branch) {
          warn(.unreachableBranch, "this branch takes no value; remove it", at: graph[branch].place)
        } else if isOut(branch, of: index) {
          warn(
            .unreachableBranch,
            "this branch takes only \(facts.types[branch.raw].description), and the schema around it only "
              + "\(facts.within[index.raw].description); widen the type there, or remove the branch",
            at: graph[branch].place)
        }
      }
    }
  }

  private mutating func lintOpenBranch(_ branch: SchemaIndex, _ keyword: Keyword) {
    if keyword.name == .oneOf {
      warn(
        .unreachableBranch,
        "this branch takes every value, so that oneOf refuses what any other branch takes; use anyOf, or not",
        at: graph[branch].place)
    } else if !facts.hasUnevaluated {
      warn(
        .unreachableBranch, "this branch takes every value, so that the other branches of anyOf do nothing",
        at: graph[branch].place)
    }
  }

  /// `then` and `else` that never come into play.
  mutating func lintConditions(_ index: SchemaIndex) {
    guard case .schema(let condition) = graph[index].keyword(.if)?.value else { return }
    if graph.takesAll(condition), let keyword = graph[index].keyword(.else) {
      warn(.unreachableBranch, "else is never reached: if takes every value", at: keyword, of: index)
    }
    guard let keyword = graph[index].keyword(.then) else { return }
    if graph.takesNothing(condition) {
      warn(.unreachableBranch, "then is never reached: if takes no value", at: keyword, of: index)
    } else if isOut(condition, of: index) {
      warn(
        .unreachableBranch,
        "then is never reached: if takes only \(facts.types[condition.raw].description), and the schema here only "
          + facts.within[index.raw].description, at: keyword, of: index)
    }
  }
}
