/// v1's structures: an output unit for each schema on each value.
struct UnitOutput {
  private let trace: OutputTrace
  private let isTree: Bool
  private var text: OutputText
  private var open: [Level] = []
  /// The next unit is the first in its list.
  private var isFirst = true

  /// A unit that is being written, and how long the path was before it.
  private struct Level {
    let unit: Int
    let path: Int
    let hasDetails: Bool
  }

  init(_ trace: OutputTrace, isTree: Bool) {
    self.trace = trace
    self.isTree = isTree
    text = OutputText(trace)
  }

  mutating func run() -> String {
    if isTree && !trace.units.isEmpty {
      writeUnits()
    } else {
      text.raw("{\"valid\":\(trace.isValid)")
      if isTree { root() }
      text.raw(",\"details\":[")
      if trace.units.isEmpty { refusal() } else { writeUnits() }
      text.raw("]")
    }
    if trace.isTruncated || text.wasFull { text.member("truncated", json: "true") }
    text.raw("}")
    return text.text
  }

  /// Nothing was evaluated: the document could not be read, or the schema is `true`.
  private mutating func refusal() {
    guard let error = trace.rootError else { return }
    text.raw("{\"valid\":false")
    root()
    text.raw(",\"errors\":{\"\":")
    text.string(error)
    text.raw("}}")
  }

  private mutating func root() {
    text.memberPath("evaluationPath")
    text.rootPlace("schemaLocation")
    text.instanceLocation(Document.root)
  }

  private mutating func writeUnits() {
    for index in trace.units.indices where text.hasRoom() {
      while let last = open.last, last.unit != trace.units[index].parent { close() }
      write(index)
    }
    // The root stays open for what the whole output says.
    while open.count > 1 { close() }
    if isTree, open.first?.hasDetails == true { text.raw("]") }
  }

  private mutating func close() {
    let last = open.removeLast()
    text.pop(to: last.path)
    isFirst = false
    if isTree { text.raw(last.hasDetails ? "]}" : "}") }
  }

  private mutating func write(_ index: Int) {
    let unit = trace.units[index]
    let hasDetails = trace.first[index] != 0 || unit.failures.contains { !trace.isOwn($0, unit) }
    open.append(Level(unit: index, path: text.pathLength, hasDetails: hasDetails))
    if let entry = unit.entry { text.push(trace.step(entry)) }
    let own = unit.failures.filter { trace.isOwn($0, unit) }
    let error = index == 0 ? trace.rootError : nil
    let hasContent = !own.isEmpty || error != nil || trace.showsAnnotations && !unit.annotations.isEmpty
    if isTree || hasContent { fields(unit, own, error) }
    if !isTree && hasContent { text.raw("}") }
    if isTree && hasDetails { openDetails() }
    for failure in unit.failures where !trace.isOwn(failure, unit) { refused(failure) }
  }

  private mutating func openDetails() {
    text.raw(",\"details\":[")
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { text.raw(",") }
    isFirst = false
  }

  private mutating func fields(_ unit: TraceUnit, _ failures: [Failure], _ error: String?) {
    separate()
    text.raw("{\"valid\":\(unit.outcome == .valid)")
    text.memberPath("evaluationPath")
    text.place("schemaLocation", schema: unit.block)
    text.instanceLocation(unit.node)
    if unit.outcome != .valid { errors(failures, error) }
    if trace.showsAnnotations && !unit.annotations.isEmpty { annotations(unit) }
  }

  /// By keyword; what no keyword says has the empty name.
  private mutating func errors(_ failures: [Failure], _ error: String?) {
    var names: [String] = []
    var messages: [String: String] = [:]
    func add(_ name: String, _ message: String) {
      if messages[name] == nil { names.append(name) }
      messages[name] = messages[name].map { $0 + "; " + message } ?? message
    }
    if let error { add("", error) }
    for failure in failures { add(keyword(failure), text.message(failure)) }
    if names.isEmpty { return }
    text.raw(",\"errors\":{")
    for (index, name) in names.enumerated() {
      if index > 0 { text.raw(",") }
      text.string(name)
      text.raw(":")
      text.string(messages[name] ?? "")
    }
    text.raw("}")
  }

  private func keyword(_ failure: Failure) -> String {
    guard failure.site != .none else { return "" }
    let name = trace.program[failure.site].keyword
    return name == "false" ? "" : name
  }

  private mutating func annotations(_ unit: TraceUnit) {
    text.raw(unit.outcome == .valid ? ",\"annotations\":{" : ",\"droppedAnnotations\":{")
    for (index, annotation) in unit.annotations.enumerated() {
      if index > 0 { text.raw(",") }
      text.string(trace.program[annotation.site].keyword)
      text.raw(":" + text.json(annotation, of: unit.node))
    }
    text.raw("}")
  }

  /// A member or item that must not be there: the unit of the schema `false`.
  private mutating func refused(_ failure: Failure) {
    separate()
    let length = text.pathLength
    text.push(trace.step(failure.site))
    text.raw("{\"valid\":false")
    text.memberPath("evaluationPath")
    text.place("schemaLocation", keyword: failure.site)
    text.instanceLocation(failure.node)
    text.raw(",\"errors\":{\"\":")
    text.string(text.message(failure))
    text.raw("}}")
    text.pop(to: length)
  }
}
