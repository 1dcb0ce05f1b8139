/// The text of an output so far, with the path to where it is written. Grows by one loop, never by recursion: the tree may
/// be deeper than the stack.
struct OutputText {
  private(set) var writer = JSONWriter()
  private(set) var places: OutputPlaces
  private let trace: OutputTrace
  private var path: [UInt8] = []
  private var walker: PointerWalker
  private var builder: FindingBuilder
  private(set) var wasFull = false

  init(_ trace: OutputTrace) {
    self.trace = trace
    places = OutputPlaces(trace.program)
    walker = PointerWalker(trace.document, hiding: trace.sensitive)
    builder = FindingBuilder(trace.program, trace.document, trace.limits, trace.sensitive, isPlain: true)
  }

  var text: String { writer.text }

  /// Whether there is room for more; what is open is closed all the same.
  mutating func hasRoom() -> Bool {
    if writer.bytes.count >= trace.limits.outputBytes { wasFull = true }
    return !wasFull
  }

  mutating func raw(_ text: String) { writer.raw(text) }

  mutating func string(_ text: String) { writer.string(text.utf8) }

  /// `,"name":` and the value.
  mutating func member(_ name: String, json: String) { raw(",\"\(name)\":\(json)") }

  mutating func member(_ name: String, _ value: String) {
    raw(",\"\(name)\":")
    string(value)
  }

  // MARK: - Path

  var pathLength: Int { path.count }

  mutating func push(_ step: String) { path += step.utf8 }

  mutating func pop(to length: Int) { path.removeSubrange(length...) }

  mutating func memberPath(_ name: String) {
    raw(",\"\(name)\":")
    writer.string(path)
  }

  // MARK: - Places and words

  mutating func instanceLocation(_ node: NodeIndex) {
    // There may be no document: its text may not be JSON.
    if node == Document.root { return member("instanceLocation", "") }
    let pointer = walker.pointer(to: node)
    guard trace.document.kind(at: node) == .key, trace.sensitive.contains(node), let slash = pointer.lastIndex(of: "/")
    else { return member("instanceLocation", pointer) }
    member("instanceLocation", pointer[...slash] + Document.hidden)
  }

  mutating func place(_ name: String, schema: BlockIndex) { member(name, places.schema(schema)) }

  mutating func place(_ name: String, keyword: SiteIndex) { member(name, places.keyword(keyword)) }

  mutating func rootPlace(_ name: String) { member(name, places.root()) }

  mutating func message(_ failure: Failure) -> String { builder.finding(failure).message() }

  /// Values that the rules give for a sensitive one tell as much about it as the document's.
  func json(_ annotation: TraceAnnotation, of node: NodeIndex) -> String {
    let isValue = ["default", "examples"].contains(trace.program.sites.keyword(annotation.site))
    if isValue, trace.sensitive.contains(node) { return JSONWriter.quoted(Document.hidden) }
    return annotation.value.json(trace.program, trace.document, hiding: trace.sensitive)
  }
}
