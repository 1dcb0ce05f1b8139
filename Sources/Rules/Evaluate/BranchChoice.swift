/// Why an `anyOf` or `oneOf` matched nothing, as far as that can be told: the branch that was meant, or what all have in
/// common.
struct BranchChoice {
  /// The branch that was meant.
  var meant: Int?
  var reason = Reason.unclear
  /// What the finding is about, when that is not the instance itself.
  var node: NodeIndex?

  enum Reason {
    case unclear
    case meant
    /// Every branch wants another type: the sites of their `type`.
    case types([SiteIndex])
    /// Every branch has fixed values: their value sets.
    case values([UInt32])
    /// Every branch only lacks names: their member plans.
    case missing([UInt32])
    /// The property that tells the branches apart is missing, or has a value of no branch.
    case discriminatorMissing(SiteIndex)
    case discriminatorUnknown(SiteIndex)
  }

  /// - Parameters:
  ///   - failed: the failures of each branch.
  ///   - site: the keyword.
  init(_ failed: [[Failure]], _ site: SiteIndex, at node: NodeIndex, _ program: Program, _ document: Document) {
    if let discriminator = program.branchings[site]?.discriminator, document.kind(at: node) == .object {
      decide(discriminator, site, node, program, document)
      if meant != nil || self.node != nil { return }
      if case .discriminatorMissing = reason { return }
    }
    if let common = Self.common(failed, at: node, program) {
      reason = common
      return
    }
    let children = Set(document.members(of: node).map(\.value))
    let scores = failed.map { BranchScore($0, at: node, children, program) }
    guard let best = scores.indices.min(by: { scores[$0] < scores[$1] }), !scores[best].isWrongType else { return }
    // Two branches that are equally near: neither was meant more than the other.
    if scores.filter({ !(scores[best] < $0) }).count > 1 { return }
    meant = best
    reason = .meant
  }

  private mutating func decide(
    _ discriminator: Discriminator, _ site: SiteIndex, _ object: NodeIndex, _ program: Program, _ document: Document
  ) {
    guard let value = document.value(of: discriminator.property, in: object) else {
      if discriminator.isRequired { reason = .discriminatorMissing(site) }
      return
    }
    for (branch, range) in discriminator.values.enumerated() {
      for index in range.start..<range.end
      where ValueComparison.compare(
        value, document.view, program.constantNodes[Int(index)], program.constants.view) == .equal
      {
        meant = branch
        reason = .meant
        return
      }
    }
    reason = .discriminatorUnknown(site)
    node = value
  }

  /// What all branches fail by alike.
  private static func common(_ failed: [[Failure]], at node: NodeIndex, _ program: Program) -> Reason? {
    guard failed.count > 1, failed.count <= 1_000 else { return nil }
    var types: [SiteIndex] = []
    var values: [UInt32] = []
    var missing: [UInt32] = []
    for failures in failed {
      guard failures.count == 1, let failure = failures.first, failure.node == node, failure.site != .none else {
        return nil
      }
      switch failure.detail {
      case .values(let set): values.append(set)
      case .missing(let plan): missing.append(plan)
      default: if program.sites.keyword(failure.site) == "type" { types.append(failure.site) } else { return nil }
      }
    }
    if types.count == failed.count { return .types(types) }
    if values.count == failed.count { return .values(values) }
    return missing.count == failed.count ? .missing(missing) : nil
  }
}

/// How far a branch is from what was meant; the least is the nearest.
private struct BranchScore: Comparable {
  /// The value itself has the wrong type.
  let isWrongType: Bool
  /// The value is none of the branch's, or a member has none of the values by which the branch tells itself from others.
  private let isOtherVariant: Bool
  /// Failures of the value itself: names that are missing or unknown. Those further down mean that the branch fits so far.
  private let atTop: Int
  private let count: Int

  init(_ failures: [Failure], at node: NodeIndex, _ children: Set<NodeIndex>, _ program: Program) {
    func names(_ failure: Failure, _ keywords: Set<String>) -> Bool {
      failure.site != .none && keywords.contains(program.sites.keyword(failure.site))
    }
    isWrongType = failures.contains { $0.node == node && names($0, ["type"]) }
    isOtherVariant = failures.contains {
      ($0.node == node || children.contains($0.node)) && names($0, ["const", "enum"])
    }
    atTop = failures.filter { $0.node == node || children.contains($0.node + 1) }.count
    count = failures.count
  }

  private var rank: (Int, Int, Int) { (isWrongType ? 2 : isOtherVariant ? 1 : 0, atTop, count) }

  static func < (left: BranchScore, right: BranchScore) -> Bool { left.rank < right.rank }
}
