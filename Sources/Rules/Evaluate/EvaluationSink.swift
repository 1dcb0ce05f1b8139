/// What evaluation tells while it runs. One evaluator serves both paths: it is specialised for its sink, and what the
/// verdict does not need is compiled away.
protocol EvaluationSink {
  /// True: the first failure ends the evaluation, nothing is collected.
  static var stopsAtFirst: Bool { get }
  /// True: every schema and every annotation is told.
  static var traces: Bool { get }

  /// One schema on one value, where that is traced.
  mutating func beginSchema(_ block: BlockIndex, _ node: NodeIndex)
  mutating func endSchema(_ outcome: Outcome)
  mutating func annotate(_ site: SiteIndex, _ constant: UInt32)
  mutating func note(_ site: SiteIndex, _ part: EvaluatedPart)

  /// Down into a schema through a keyword, and up again.
  mutating func enter(_ site: SiteIndex, _ step: PathStep)
  mutating func leave()

  /// A keyword failed at a node.
  mutating func report(_ site: SiteIndex, _ node: NodeIndex, _ rank: SeverityRank, _ detail: FailureDetail)

  /// Absent properties of a valid object that have a default.
  mutating func annotateDefaults(_ plan: UInt32, _ object: NodeIndex)

  /// Inside `not`, `if` and `contains` nothing is reported.
  mutating func silence()
  mutating func unsilence()

  /// Starts a branch of `anyOf` or `oneOf`; ``endBranch(_:_:keeps:)`` keeps what it told, or sets it aside.
  mutating func beginBranch() -> BranchMark
  mutating func endBranch(_ mark: BranchMark, _ position: Int, keeps: Bool)
  /// Around all branches of one keyword; a report that it failed follows at once.
  mutating func beginBranches()
  mutating func endBranches()
}

extension EvaluationSink {
  @inline(__always) static var traces: Bool { false }
  @inline(__always) mutating func beginSchema(_ block: BlockIndex, _ node: NodeIndex) {}
  @inline(__always) mutating func endSchema(_ outcome: Outcome) {}
  @inline(__always) mutating func annotate(_ site: SiteIndex, _ constant: UInt32) {}
  @inline(__always) mutating func note(_ site: SiteIndex, _ part: EvaluatedPart) {}
}

/// A step of the evaluation path below a keyword.
enum PathStep {
  case keyword
  case index(Int)
  case key(NodeIndex)
  case pattern(PatternIndex)
  case name(TableRange)
  case nameAndValue(TableRange, TableRange)
}

/// What a report knows beyond keyword and node. Small: it lies in the frames of the recursion.
enum FailureDetail {
  case none
  case count(Int)
  /// Names are missing that this member plan requires.
  case missing(UInt32)
  /// A name that this member plan does not know, and the object that has it.
  case unknown(UInt32, NodeIndex)
  case dependency(UInt32)
  case values(UInt32)
  case pair(NodeIndex, NodeIndex)
  /// The branches that matched, one bit each; beyond 64 they are only counted.
  case matched(UInt64)
  case budget(BudgetKind)
  /// So many items are allowed.
  case allowed(UInt32)
  /// What this custom keyword says.
  case custom(UInt32)
  /// None of so many branches matched.
  case branches(UInt32)
}

/// The budgets that evaluation itself uses up.
enum BudgetKind: UInt8 {
  case patternSteps, numberSteps, recursion, evaluationSteps

  var budget: Budget {
    switch self {
    case .patternSteps: .patternSteps
    case .numberSteps: .numberSteps
    case .recursion: .recursion
    case .evaluationSteps: .evaluationSteps
    }
  }
}

struct BranchMark {
  var failures = 0
  var defaults = 0
  var floor = 0
  var isTruncated = false
}

/// The verdict's sink: it hears nothing.
struct VerdictSink: EvaluationSink {
  static var stopsAtFirst: Bool { true }
  @inline(__always) mutating func enter(_ site: SiteIndex, _ step: PathStep) {}
  @inline(__always) mutating func leave() {}
  @inline(__always)
  mutating func report(_ site: SiteIndex, _ node: NodeIndex, _ rank: SeverityRank, _ detail: FailureDetail) {}
  @inline(__always) mutating func annotateDefaults(_ plan: UInt32, _ object: NodeIndex) {}
  @inline(__always) mutating func silence() {}
  @inline(__always) mutating func unsilence() {}
  @inline(__always) mutating func beginBranch() -> BranchMark { BranchMark() }
  @inline(__always) mutating func endBranch(_ mark: BranchMark, _ position: Int, keeps: Bool) {}
  @inline(__always) mutating func beginBranches() {}
  @inline(__always) mutating func endBranches() {}
}
