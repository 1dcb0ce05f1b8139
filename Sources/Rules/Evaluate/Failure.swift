/// A failure as evaluation tells it: numbers only. Most failures inside `anyOf` and `oneOf` are never shown, so that
/// they are turned into text only when it is known which are.
struct Failure {
  let site: SiteIndex
  let node: NodeIndex
  let rank: SeverityRank
  let detail: FailureDetail
  /// The keywords on the way.
  let path: [PathEntry]
  /// Why no branch matched.
  var choice: BranchChoice?
  /// The failures of the branch that was meant.
  var causes: [Failure] = []
  /// Those of every branch, when they are asked for.
  var branches: [[Failure]] = []
}

struct PathEntry {
  let site: SiteIndex
  let step: PathStep
}
