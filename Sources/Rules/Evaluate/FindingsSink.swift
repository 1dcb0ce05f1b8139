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
  private let wantsBranches: Bool
  private var path: [PathEntry] = []
  private var silences = 0
  /// One list of set-aside branches for each `anyOf` and `oneOf` that is being evaluated.
  private var branches: [[FailedBranch]] = []
  /// The branches of the keyword that was evaluated last, for its own report.
  private var closed: [[Failure]] = []
  /// Where the failures of the current branch start; the limit counts from there.
  private var floor = 0
  private var isBranchTruncated = false

  /// Failures that one branch sets aside, and that a finding quotes as its causes.
  private static let branchLimit = 20
  /// Failures that explain one failure, on all levels together: each level of a document can double them.
  private static let maximumWeight = 1_000

  init(_ program: Program, _ document: Document, limit: Int, wantsDefaults: Bool = false, wantsBranches: Bool = false) {
    self.program = program
    self.document = document
    self.limit = max(1, limit)
    self.wantsDefaults = wantsDefaults
    self.wantsBranches = wantsBranches
  }

  /// The findings, in document order; at one place in the order of evaluation.
  func findings(_ limits: Limits, hiding sensitive: SensitiveNodes) -> [Finding] {
    var builder = FindingBuilder(program, document, limits, sensitive)
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
    if case .branches = detail { explain(&failure) }
    if failure.isCut, !isInBranch { isTruncated = true }
    failures.append(failure)
  }

  // MARK: - Branches

  @inline(never)
  mutating func beginBranches() { branches.append([]) }

  @inline(never)
  mutating func endBranches() {
    closed = branches.removeLast().sorted { $0.position < $1.position }.map(\.failures)
  }

  @inline(never)
  mutating func beginBranch() -> BranchMark {
    let mark = BranchMark(
      failures: failures.count, defaults: fills.count, floor: floor, isTruncated: isBranchTruncated)
    floor = failures.count
    isBranchTruncated = false
    return mark
  }

  @inline(never)
  mutating func endBranch(_ mark: BranchMark, _ position: Int, keeps: Bool) {
    floor = mark.floor
    let isCut = isBranchTruncated && keeps
    isBranchTruncated = mark.isTruncated || isCut
    // Outside every branch what was kept is what is shown.
    if isCut && branches.count == 1 { isTruncated = true }
    if keeps { return }
    branches[branches.count - 1].append(
      FailedBranch(position: position, failures: Array(failures[mark.failures...])))
    failures.removeSubrange(mark.failures...)
    fills.removeSubrange(mark.defaults...)
  }

  private func explain(_ failure: inout Failure) {
    let choice = BranchChoice(closed, failure.site, at: failure.node, program, document)
    failure.choice = choice
    if let meant = choice.meant, meant < closed.count { failure.causes = fitting([closed[meant]], &failure)[0] }
    if wantsBranches { failure.branches = fitting(Array(closed.prefix(Self.branchLimit)), &failure) }
  }

  /// The failures as explanations of another one; without explanations of their own where those are too many.
  private func fitting(_ lists: [[Failure]], _ failure: inout Failure) -> [[Failure]] {
    let weight = lists.joined().reduce(0) { $0 + $1.weight }
    failure.isCut =
      failure.isCut || failure.weight + weight > Self.maximumWeight || lists.joined().contains(where: \.isCut)
    if failure.weight + weight <= Self.maximumWeight {
      failure.weight += weight
      return lists
    }
    failure.weight += lists.reduce(0) { $0 + $1.count }
    return lists.map { $0.map(\.bare) }
  }

  // MARK: - Defaults

  @inline(never)
  mutating func annotateDefaults(_ plan: UInt32, _ object: NodeIndex) {
    guard wantsDefaults, silences == 0 else { return }
    fills += DefaultFill.absent(program.plans[Int(plan)], object, program, document)
  }
}

/// What a branch set aside. Branches are not always tried in their order.
private struct FailedBranch {
  let position: Int
  let failures: [Failure]
}
