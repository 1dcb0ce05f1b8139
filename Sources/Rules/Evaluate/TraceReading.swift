/// Turns what a ``TraceSink`` wrote down into locations and values.
struct TraceReading {
  let units: [TraceUnit]
  let program: Program
  let document: Document
  private var evaluationPaths: [String] = []
  private var isDropped: [Bool] = []
  private var walker: PointerWalker

  init(_ units: [TraceUnit], _ program: Program, _ document: Document) {
    self.units = units
    self.program = program
    self.document = document
    walker = PointerWalker(document)
    for unit in units {
      let parent = unit.parent.map { evaluationPaths[$0] } ?? ""
      evaluationPaths.append(parent + (unit.entry.map(step) ?? ""))
      let isBelowDropped = unit.parent.map { isDropped[$0] } ?? false
      isDropped.append(isBelowDropped || unit.outcome != .valid || isNegated(unit))
    }
  }

  /// Annotations are dropped below a schema that is not valid, and below `not` (2020-12 core, 7.7.1.2). A property's name
  /// is no value of the document that one could annotate.
  private func isNegated(_ unit: TraceUnit) -> Bool {
    document.kind(at: unit.node) == .key || unit.entry.map { program.sites.keyword($0.site) == "not" } ?? false
  }

  /// The keywords on the way to a unit, as a JSON Pointer.
  func evaluationPath(_ unit: Int) -> String { evaluationPaths[unit] }

  func keepsAnnotations(_ unit: Int) -> Bool { !isDropped[unit] }

  mutating func instanceLocation(_ node: NodeIndex) -> String { walker.pointer(to: node) }

  func absoluteLocation(_ site: SiteIndex) -> String {
    program[site].place
  }

  private func step(_ entry: PathEntry) -> String {
    guard entry.site != .none else { return "" }
    return "/" + JSONPointer.escape(program.sites.keyword(entry.site)) + program.pointer(of: entry.step, document)
  }

  /// An annotation's value as JSON text.
  func json(_ value: TraceAnnotation.Value) -> String { value.json(program, document, hiding: .none) }

  /// The annotations that were kept, in the order of evaluation.
  mutating func annotations() -> [Annotation] {
    var list: [Annotation] = []
    for index in units.indices where keepsAnnotations(index) {
      for annotation in units[index].annotations {
        let keyword = program.sites.keyword(annotation.site)
        list.append(
          Annotation(
            keyword: keyword, instanceLocation: instanceLocation(units[index].node),
            keywordLocation: evaluationPath(index) + "/" + JSONPointer.escape(keyword),
            absoluteKeywordLocation: absoluteLocation(annotation.site),
            documentLocation: program[annotation.site].base + program[annotation.site].pointer,
            value: json(annotation.value)))
      }
    }
    return list
  }
}

extension Program {
  /// What a step adds to a keyword's location.
  func pointer(of step: PathStep, _ document: Document) -> String {
    switch step {
    case .keyword: ""
    case .index(let index): "/\(index)"
    case .key(let key): "/" + JSONPointer.escape(document.string(at: key))
    case .pattern(let index): "/" + JSONPointer.escape(patterns[Int(index.raw)].source)
    case .name(let range): "/" + JSONPointer.escape(name(range))
    case .nameAndValue(let property, let value):
      "/" + JSONPointer.escape(name(property)) + "/" + JSONPointer.escape(name(value))
    }
  }
}
