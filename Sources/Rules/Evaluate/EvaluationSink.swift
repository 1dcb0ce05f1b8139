/// What evaluation tells while it runs. One evaluator serves both paths: it is specialised for its sink, and what the
/// verdict does not need is compiled away.
protocol EvaluationSink {
  /// True: the first failure ends the evaluation, nothing is collected.
  static var stopsAtFirst: Bool { get }

  /// Down into a schema through a keyword, and up again.
  mutating func enter(_ site: SiteIndex, _ step: PathStep)
  mutating func leave()

  /// A keyword failed at a node.
  mutating func report(_ site: SiteIndex, _ node: NodeIndex, _ rank: SeverityRank, _ detail: FailureDetail)

  /// Absent properties of a valid object that have a default.
  mutating func annotateDefaults(_ plan: MemberPlan, _ object: NodeIndex)

  /// Inside `not`, `if` and `contains` nothing is reported.
  mutating func silence()
  mutating func unsilence()

  /// Starts a branch of `anyOf` or `oneOf`; ``endBranch(_:keeps:)`` keeps what it told, or sets it aside.
  mutating func beginBranch() -> BranchMark
  mutating func endBranch(_ mark: BranchMark, keeps: Bool)
  /// All branches failed: the next report is about them.
  mutating func beginBranches()
  mutating func endBranches()
}

/// A step of the evaluation path below a keyword.
enum PathStep {
  case keyword
  case index(Int)
  case key(NodeIndex)
  case pattern(PatternIndex)
  case name(TableRange)
}

/// What a report knows beyond keyword and node.
enum FailureDetail {
  case none
  case count(Int)
  case key(NodeIndex)
  case plan(MemberPlan)
  case additional(NodeIndex, MemberPlan)
  case dependency(Dependency)
  case values(ValueSet)
  case indexes([Int])
  case budget(Budget)
  case branches(Int)
}

struct BranchMark {
  var findings = 0
  var defaults = 0
  var floor = 0
}

/// The verdict's sink: it hears nothing.
struct VerdictSink: EvaluationSink {
  static var stopsAtFirst: Bool { true }
  @inline(__always) mutating func enter(_ site: SiteIndex, _ step: PathStep) {}
  @inline(__always) mutating func leave() {}
  @inline(__always)
  mutating func report(_ site: SiteIndex, _ node: NodeIndex, _ rank: SeverityRank, _ detail: FailureDetail) {}
  @inline(__always) mutating func annotateDefaults(_ plan: MemberPlan, _ object: NodeIndex) {}
  @inline(__always) mutating func silence() {}
  @inline(__always) mutating func unsilence() {}
  @inline(__always) mutating func beginBranch() -> BranchMark { BranchMark() }
  @inline(__always) mutating func endBranch(_ mark: BranchMark, keeps: Bool) {}
  @inline(__always) mutating func beginBranches() {}
  @inline(__always) mutating func endBranches() {}
}
