/// Writes down what is evaluated: which schema on which value, what failed, what annotates. For standard output and
/// annotations only; checks use the other sinks.
struct TraceSink: EvaluationSink {
  static var stopsAtFirst: Bool { false }
  static var traces: Bool { true }

  /// In the order in which they were begun: a unit stands behind its parent, and the units in it follow at once.
  private(set) var units: [TraceUnit] = []
  /// More was evaluated than could be kept.
  private(set) var isTruncated = false
  private let keeping: TraceInterest
  /// Units, failures, annotations and names in these together.
  private let limit: Int
  private var records = 0
  private var open: [(unit: Int, records: Int)] = []
  /// Schemas that are being evaluated and were not written down.
  private var skipped = 0
  private var path: [PathEntry] = []

  init(keeping: TraceInterest = .everything, limit: Int = .max) {
    self.keeping = keeping
    self.limit = limit
  }

  @inline(never)
  mutating func enter(_ site: SiteIndex, _ step: PathStep) { path.append(PathEntry(site: site, step: step)) }

  @inline(never)
  mutating func leave() { path.removeLast() }

  @inline(never)
  mutating func beginSchema(_ block: BlockIndex, _ node: NodeIndex) {
    let before = records
    guard skipped == 0, record() else {
      skipped += 1
      return
    }
    units.append(TraceUnit(parent: open.last?.unit, entry: open.isEmpty ? nil : path.last, block: block, node: node))
    open.append((units.count - 1, before))
  }

  @inline(never)
  mutating func endSchema(_ outcome: Outcome) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    let (unit, before) = open.removeLast()
    units[unit].outcome = outcome
    guard unit > 0, !keeping.keeps(units[unit], isLast: unit == units.count - 1) else { return }
    units.removeSubrange(unit...)
    records = before
  }

  @inline(never)
  mutating func report(_ site: SiteIndex, _ node: NodeIndex, _ rank: SeverityRank, _ detail: FailureDetail) {
    guard let unit = current(keeping.failures), record() else { return }
    // The units know the way: a copy of the path for each failure would be as long as the document is deep.
    units[unit].failures.append(Failure(site: site, node: node, rank: rank, detail: detail, path: []))
  }

  @inline(never)
  mutating func annotate(_ site: SiteIndex, _ constant: UInt32) {
    guard let unit = current(keeping.annotations), record() else { return }
    units[unit].annotations.append(TraceAnnotation(site: site, value: .constant(constant)))
  }

  /// A keyword evaluated a part of the instance: its own annotation (2020-12 core, 10.3).
  @inline(never)
  mutating func note(_ site: SiteIndex, _ part: EvaluatedPart) {
    guard let unit = current(keeping.annotations), record() else { return }
    if case .member(let key) = part,
      let index = units[unit].annotations.firstIndex(where: { $0.site == site }),
      units[unit].annotations[index].add(key)
    {
      return
    }
    units[unit].annotations.append(TraceAnnotation(site: site, value: part.annotation))
  }

  /// The unit that takes what is told, where it is wanted.
  private func current(_ isWanted: Bool) -> Int? { isWanted && skipped == 0 ? open.last?.unit : nil }

  private mutating func record() -> Bool {
    if records >= limit { isTruncated = true } else { records += 1 }
    return !isTruncated
  }

  mutating func annotateDefaults(_ plan: UInt32, _ object: NodeIndex) {}
  mutating func silence() {}
  mutating func unsilence() {}
  mutating func beginBranch() -> BranchMark { BranchMark() }
  mutating func endBranch(_ mark: BranchMark, _ position: Int, keeps: Bool) {}
  mutating func beginBranches() {}
  mutating func endBranches() {}
}
