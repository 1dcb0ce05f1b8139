/// Collects failures and, when asked, the defaults of absent properties.
///
/// Nothing here is inlined into the evaluator: its frames lie on the native stack once a level of the document.
struct FindingsSink: EvaluationSink {
  static var stopsAtFirst: Bool { false }

  private(set) var failures: [Failure] = []
  private(set) var isTruncated = false
  private(set) var fills: [DefaultFill] = []
  private let program: Program
  private let document: Document
  private let limit: Int
  private let wantsDefaults: Bool
  private var path: [PathEntry] = []
  private var silences = 0
  /// One list of set-aside branches for each `anyOf` and `oneOf` that is being evaluated.
  private var branches: [[[Failure]]] = []
  /// The branches of the keyword that was evaluated last, for its own report.
  private var closed: [[Failure]] = []
  /// Where the failures of the current branch start; the limit counts from there.
  private var floor = 0
  private var isBranchTruncated = false

  /// Failures that one branch sets aside, and that a finding quotes as its causes.
  private static let branchLimit = 20

  init(_ program: Program, _ document: Document, limit: Int, wantsDefaults: Bool = false) {
    self.program = program
    self.document = document
    self.limit = max(1, limit)
    self.wantsDefaults = wantsDefaults
  }

  /// The findings, in document order; at one place in the order of evaluation.
  func findings(_ limits: Limits) -> [Finding] {
    var builder = FindingBuilder(program, document, limits)
    let ordered = failures.enumerated().sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }
    return ordered.map { builder.finding($0.element) }
  }

  @inline(never)
  mutating func enter(_ site: SiteIndex, _ step: PathStep) { path.append(PathEntry(site: site, step: step)) }

  @inline(never)
  mutating func leave() { path.removeLast() }

  mutating func silence() { silences += 1 }

  mutating func unsilence() { silences -= 1 }

  @inline(never)
  mutating func report(_ site: SiteIndex, _ node: NodeIndex, _ rank: SeverityRank, _ detail: FailureDetail) {
    guard silences == 0 else { return }
    let isInBranch = !branches.isEmpty
    if failures.count - floor >= (isInBranch ? Self.branchLimit : limit) {
      if isInBranch { isBranchTruncated = true } else { isTruncated = true }
      return
    }
    var failure = Failure(site: site, node: node, rank: rank, detail: detail, path: path)
    if case .branches = detail { failure.causes = causes(at: node) }
    failures.append(failure)
  }

  // MARK: - Branches

  @inline(never)
  mutating func beginBranches() { branches.append([]) }

  @inline(never)
  mutating func endBranches() { closed = branches.removeLast() }

  @inline(never)
  mutating func beginBranch() -> BranchMark {
    let mark = BranchMark(
      failures: failures.count, defaults: fills.count, floor: floor, isTruncated: isBranchTruncated)
    floor = failures.count
    isBranchTruncated = false
    return mark
  }

  @inline(never)
  mutating func endBranch(_ mark: BranchMark, keeps: Bool) {
    floor = mark.floor
    let isCut = isBranchTruncated && keeps
    isBranchTruncated = mark.isTruncated || isCut
    // Outside every branch what was kept is what is shown.
    if isCut && branches.count == 1 { isTruncated = true }
    if keeps { return }
    branches[branches.count - 1].append(Array(failures[mark.failures...]))
    failures.removeSubrange(mark.failures...)
    fills.removeSubrange(mark.defaults...)
  }

  /// The failures of the branch that was meant: one that takes the value's type and its discriminating constants, then
  /// the one with the least to mend. None when no branch stands out.
  private func causes(at node: NodeIndex) -> [Failure] {
    let failed = closed
    let children = Set(document.members(of: node).map(\.value))
    let scores = failed.map { BranchScore($0, at: node, children, program) }
    guard let best = failed.indices.min(by: { scores[$0] < scores[$1] }) else { return [] }
    return scores[best].isWrongShape && failed.count > 1 ? [] : failed[best]
  }

  // MARK: - Defaults

  @inline(never)
  mutating func annotateDefaults(_ plan: UInt32, _ object: NodeIndex) {
    guard wantsDefaults, silences == 0 else { return }
    fills += DefaultFill.absent(program.plans[Int(plan)], object, program, document)
  }
}

/// How far a branch is from what was meant; the least is the nearest.
private struct BranchScore: Comparable {
  /// The value itself has the wrong type, or is none of the branch's values.
  let isWrongShape: Bool
  /// A member has none of the values by which the branch tells itself from the others.
  private let isOtherVariant: Bool
  private let count: Int

  init(_ failures: [Failure], at node: NodeIndex, _ children: Set<NodeIndex>, _ program: Program) {
    func names(_ failure: Failure, _ keywords: Set<String>) -> Bool {
      failure.site != .none && keywords.contains(program[failure.site].keyword)
    }
    isWrongShape = failures.contains { $0.node == node && names($0, ["type", "const", "enum"]) }
    isOtherVariant = failures.contains { children.contains($0.node) && names($0, ["const", "enum"]) }
    count = failures.count
  }

  private var rank: (Int, Int) { (isWrongShape ? 2 : isOtherVariant ? 1 : 0, count) }

  static func < (left: BranchScore, right: BranchScore) -> Bool { left.rank < right.rank }
}
