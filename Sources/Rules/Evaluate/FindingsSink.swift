/// Collects findings and, when asked, the defaults of absent properties.
///
/// Nothing here is inlined into the evaluator: its frames lie on the native stack once a level of the document.
struct FindingsSink: EvaluationSink {
  static var stopsAtFirst: Bool { false }

  private(set) var findings: [Finding] = []
  private(set) var isTruncated = false
  private(set) var fills: [DefaultFill] = []
  private var builder: FindingBuilder
  private let limit: Int
  private let wantsDefaults: Bool
  private var silences = 0
  /// One list of set-aside branches for each `anyOf` and `oneOf` that is being evaluated.
  private var branches: [[[Finding]]] = []
  /// Where the findings of the current branch start; the limit counts from there.
  private var floor = 0

  /// Findings that one branch of an `anyOf` may set aside, and that a finding quotes as its causes.
  private static let branchLimit = 20

  init(_ program: Program, _ document: Document, limit: Int, wantsDefaults: Bool = false) {
    builder = FindingBuilder(program, document)
    self.limit = max(1, limit)
    self.wantsDefaults = wantsDefaults
  }

  @inline(never)
  mutating func enter(_ site: SiteIndex, _ step: PathStep) { builder.path.append((site, step)) }

  @inline(never)
  mutating func leave() { builder.path.removeLast() }

  mutating func silence() { silences += 1 }

  mutating func unsilence() { silences -= 1 }

  @inline(never)
  mutating func report(_ site: SiteIndex, _ node: NodeIndex, _ rank: SeverityRank, _ detail: FailureDetail) {
    guard silences == 0 else { return }
    let isInBranch = !branches.isEmpty
    if findings.count - floor >= (isInBranch ? Self.branchLimit : limit) {
      if !isInBranch { isTruncated = true }
      return
    }
    var finding = builder.finding(site, node, rank, detail)
    if case .branches = detail { finding.causes = causes(at: finding) }
    findings.append(finding)
  }

  // MARK: - Branches

  @inline(never)
  mutating func beginBranches() { branches.append([]) }

  @inline(never)
  mutating func endBranches() { branches.removeLast() }

  @inline(never)
  mutating func beginBranch() -> BranchMark {
    let mark = BranchMark(findings: findings.count, defaults: fills.count, floor: floor)
    floor = findings.count
    return mark
  }

  @inline(never)
  mutating func endBranch(_ mark: BranchMark, keeps: Bool) {
    floor = mark.floor
    if keeps { return }
    branches[branches.count - 1].append(Array(findings[mark.findings...]))
    findings.removeSubrange(mark.findings...)
    fills.removeSubrange(mark.defaults...)
  }

  /// The findings of the branch that was meant: one that takes the value's type and its discriminating constants, then
  /// the one with the least to mend. None when no branch stands out.
  private func causes(at finding: Finding) -> [Finding] {
    guard silences == 0, let failed = branches.last else { return [] }
    let scored = failed.map { (score: Self.mismatch($0, at: finding.instanceLocation), findings: $0) }
    guard let best = scored.min(by: { $0.score < $1.score }) else { return [] }
    if best.score.isWrongShape, failed.count > 1 { return [] }
    return best.findings
  }

  private static func mismatch(_ findings: [Finding], at location: String) -> BranchScore {
    let constants: Set<FindingCode> = [FindingCode(rawValue: "const"), FindingCode(rawValue: "enum")]
    let type = FindingCode(rawValue: "type")
    return BranchScore(
      isWrongShape: findings.contains {
        $0.instanceLocation == location && ($0.code == type || constants.contains($0.code))
      },
      isOtherVariant: findings.contains {
        constants.contains($0.code) && $0.instanceLocation.dropFirst(location.count).filter { $0 == "/" }.count == 1
      },
      count: findings.count)
  }

  // MARK: - Defaults

  @inline(never)
  mutating func annotateDefaults(_ plan: UInt32, _ object: NodeIndex) {
    guard wantsDefaults, silences == 0 else { return }
    fills += builder.absentDefaults(plan, object)
  }
}

private struct BranchScore: Comparable {
  let isWrongShape: Bool
  let isOtherVariant: Bool
  let count: Int

  private var rank: (Int, Int) { (isWrongShape ? 2 : isOtherVariant ? 1 : 0, count) }

  static func < (left: BranchScore, right: BranchScore) -> Bool { left.rank < right.rank }
}

/// A default that could be filled in.
struct DefaultFill: Hashable {
  let object: NodeIndex
  let name: String
  /// The value as compact JSON text.
  let value: String
  /// The index of the constant, for comparing two defaults as values.
  let constant: UInt32
}
