/// Writes down everything that is evaluated: which schema on which value, what failed, what annotates. For standard
/// output and annotations only; checks use the other sinks.
struct TraceSink: EvaluationSink {
  static var stopsAtFirst: Bool { false }
  static var traces: Bool { true }

  /// In the order in which they were begun: a unit stands behind its parent.
  private(set) var units: [TraceUnit] = []
  private var open: [Int] = []
  private var path: [PathEntry] = []

  @inline(never)
  mutating func enter(_ site: SiteIndex, _ step: PathStep) { path.append(PathEntry(site: site, step: step)) }

  @inline(never)
  mutating func leave() { path.removeLast() }

  @inline(never)
  mutating func beginSchema(_ block: BlockIndex, _ node: NodeIndex) {
    units.append(TraceUnit(parent: open.last, entry: open.isEmpty ? nil : path.last, block: block, node: node))
    open.append(units.count - 1)
  }

  @inline(never)
  mutating func endSchema(_ outcome: Outcome) { units[open.removeLast()].outcome = outcome }

  @inline(never)
  mutating func report(_ site: SiteIndex, _ node: NodeIndex, _ rank: SeverityRank, _ detail: FailureDetail) {
    guard let unit = open.last else { return }
    units[unit].failures.append(Failure(site: site, node: node, rank: rank, detail: detail, path: path))
  }

  @inline(never)
  mutating func annotate(_ site: SiteIndex, _ constant: UInt32) {
    guard let unit = open.last else { return }
    units[unit].annotations.append(TraceAnnotation(site: site, value: .constant(constant)))
  }

  /// A keyword evaluated a part of the instance: its own annotation (2020-12 core, 10.3).
  @inline(never)
  mutating func note(_ site: SiteIndex, _ part: EvaluatedPart) {
    guard let unit = open.last else { return }
    if case .member(let key) = part,
      let index = units[unit].annotations.firstIndex(where: { $0.site == site }),
      case .members(let keys) = units[unit].annotations[index].value
    {
      units[unit].annotations[index].value = .members(keys + [key])
      return
    }
    units[unit].annotations.append(TraceAnnotation(site: site, value: part.annotation))
  }

  mutating func annotateDefaults(_ plan: UInt32, _ object: NodeIndex) {}
  mutating func silence() {}
  mutating func unsilence() {}
  mutating func beginBranch() -> BranchMark { BranchMark() }
  mutating func endBranch(_ mark: BranchMark, keeps: Bool) {}
  mutating func beginBranches() {}
  mutating func endBranches() {}
}

/// One schema on one value.
struct TraceUnit {
  /// The unit of the schema that applied this one.
  let parent: Int?
  /// The keyword there.
  let entry: PathEntry?
  let block: BlockIndex
  let node: NodeIndex
  var outcome = Outcome.valid
  var failures: [Failure] = []
  var annotations: [TraceAnnotation] = []
}

struct TraceAnnotation {
  let site: SiteIndex
  var value: Value

  enum Value {
    case constant(UInt32)
    case members([NodeIndex])
    case indexes([Int])
    case upTo(Int)
    case all
  }
}

/// What a keyword evaluated of an object or array.
enum EvaluatedPart {
  case member(NodeIndex)
  /// The first items, up to this index.
  case upTo(Int)
  case indexes([Int])
  case all

  fileprivate var annotation: TraceAnnotation.Value {
    switch self {
    case .member(let key): .members([key])
    case .upTo(let index): .upTo(index)
    case .indexes(let indexes): .indexes(indexes)
    case .all: .all
    }
  }
}
