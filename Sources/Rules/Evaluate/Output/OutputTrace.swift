/// What was evaluated, with what every output format needs of it.
struct OutputTrace {
  let program: Program
  let document: Document
  let units: [TraceUnit]
  let sensitive: SensitiveNodes
  /// The result. It outranks the units': a run that does not stop at the first failure may run into a budget sooner.
  let isValid: Bool
  /// What the root says besides its keywords: why the document is undecided.
  let rootError: String?
  let isTruncated: Bool
  let showsAnnotations: Bool
  let limits: Limits
  /// The first unit in each unit, and the next one beside it; 0 is none, as nothing applies the root.
  private(set) var first: [Int32]
  private(set) var next: [Int32]

  init(
    _ sink: TraceSink, _ program: Program, _ document: Document, hiding sensitive: SensitiveNodes, isValid: Bool,
    rootError: String?, options: CompileOptions
  ) {
    self.program = program
    self.document = document
    self.sensitive = sensitive
    self.isValid = isValid
    self.rootError = rootError
    // A unit that says otherwise than the result would only confuse.
    let agrees = sink.units.first.map { ($0.outcome == .valid) == isValid } ?? true
    units = agrees ? sink.units : []
    isTruncated = sink.isTruncated || !agrees
    showsAnnotations = options.annotations
    limits = options.limits
    first = Array(repeating: 0, count: units.count)
    next = first
    for index in units.indices.reversed() {
      guard let parent = units[index].parent else { continue }
      next[index] = first[parent]
      first[parent] = Int32(index)
    }
  }

  /// The units in a unit, in the order of evaluation.
  func children(of unit: Int) -> [Int] {
    var list: [Int] = []
    var child = Int(first[unit])
    while child != 0 {
      list.append(child)
      child = Int(next[child])
    }
    return list
  }

  /// Failures of the unit's own keywords; the others are of a `false` for one member or item, which has no unit.
  func isOwn(_ failure: Failure, _ unit: TraceUnit) -> Bool { failure.node == unit.node || failure.site == .none }

  /// What a keyword that applied a schema adds to the path.
  func step(_ entry: PathEntry) -> String {
    guard entry.site != .none else { return "" }
    return step(entry.site) + program.pointer(of: entry.step, document)
  }

  func step(_ site: SiteIndex) -> String { "/" + JSONPointer.escape(program[site].keyword) }
}
