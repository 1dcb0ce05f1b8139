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
  /// How many failures are kept in this one, itself among them.
  var weight = 1
  /// Something that explains it was left out.
  var isCut = false

  /// The failure without what explains it.
  var bare: Failure { Failure(site: site, node: node, rank: rank, detail: detail, path: path, choice: choice) }
}

struct PathEntry {
  let site: SiteIndex
  let step: PathStep
}
