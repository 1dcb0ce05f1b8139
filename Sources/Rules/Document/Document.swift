/// A document as a flat tape of nodes over its own copy of the text.
///
/// Filled once, by ``read(_:limits:duplicates:)`` or a ``DocumentBuilder``, and only read after that; a checker's
/// workspace refills its own from document to document without allocating.
///
/// SAFETY (`@unchecked Sendable`): a document is shared only after it was filled, and every public use of it from then
/// on is a read. Workspaces, which refill theirs, are never shared.
package final class Document: @unchecked Sendable {
  // SAFETY (`@exclusivity(unchecked)`): no method hands out a pointer while another one changes the buffers, and a
  // document that is being filled has one owner. The dynamic checks cost a tenth of a small document's verdict.
  @exclusivity(unchecked) var text = TextBuffer()
  @exclusivity(unchecked) var tape = NodeBuffer()
  /// Bytes of the source; what lies behind them was added by normalizers.
  @exclusivity(unchecked) private(set) var sourceLength = 0
  @exclusivity(unchecked) private(set) var repeatedKeys: [NodeIndex] = []
  @exclusivity(unchecked) private(set) var tooDeepOffset: Int?
  /// The first key whose earlier member `.useLast` took out.
  @exclusivity(unchecked) private(set) var supersededKey: Node?
  /// One span a node, where the source is not JSON (YAML): the tape's own offsets then point into collected text.
  @exclusivity(unchecked) var sourceSpans: [ByteSpan]?
  /// The nodes that normalizers replaced, as they were. Empty unless something changed.
  @exclusivity(unchecked) private(set) var originals: [NodeIndex: Node] = [:]

  init() {}

  /// A document from JSON text, for callers that keep it.
  package convenience init(
    json source: RawSpan, limits: Limits = Limits(), duplicates: DuplicatePolicy = .refuse
  ) throws(DocumentError) {
    self.init()
    try read(source, limits: limits, duplicates: duplicates)
    if let offset = tooDeepOffset { throw .tooDeep(offset: offset, limit: limits.depth) }
    if let key = repeatedKeys.first {
      throw .duplicateKey(name: string(at: key), offset: node(key).offset - 1)
    }
  }

  /// Reads JSON text. Repeated keys and too deep nesting are kept aside: what they mean is the caller's to say.
  /// O(bytes). Source: RFC 8259.
  func read(_ source: RawSpan, limits: Limits, duplicates: DuplicatePolicy) throws(DocumentError) {
    if source.byteCount > min(limits.bytes, Self.maximumBytes) {
      throw .tooLong(bytes: source.byteCount, limit: min(limits.bytes, Self.maximumBytes))
    }
    reset()
    text.assign(source)
    sourceLength = source.byteCount
    var scanner = Scanner(
      text: text, maximumDepth: min(limits.depth, Limits.maximumDepth), duplicates: duplicates)
    do {
      try scanner.scan(into: &tape)
    } catch {
      tape.count = 0
      throw .malformed(error)
    }
    repeatedKeys = scanner.repeatedKeys
    tooDeepOffset = scanner.tooDeepOffset
    supersededKey = scanner.supersededKey
  }

  /// Takes text over without reading it, and gives its marks. Nil where it is too long.
  func load(_ source: RawSpan, _ limits: Limits) -> TextMarks? {
    if source.byteCount > min(limits.bytes, Self.maximumBytes) { return nil }
    reset()
    sourceLength = source.byteCount
    return text.assignMarked(source)
  }

  /// Reads one value of a loaded text to the tape, which then holds nothing else. Gives the position behind it; nil where
  /// it is not JSON, has a name twice, or lies too deep (``tooDeepOffset``) below `depth` containers.
  func readPart(at position: Scanner.Position, _ scanner: inout Scanner, depth: Int) -> Scanner.Position? {
    tape.count = 0
    do throws(Malformed) {
      let end = try scanner.scanPart(at: position, below: depth, into: &tape)
      tooDeepOffset = scanner.tooDeepOffset
      return scanner.tooDeepOffset == nil && scanner.repeatedKeys.isEmpty ? end : nil
    } catch {
      return nil
    }
  }

  /// Whether a string or a name on the tape was written with escapes. O(nodes).
  var hasEscapes: Bool {
    var all: UInt64 = 0
    // SAFETY: indexes below the count.
    for index in 0..<tape.count { all |= tape.nodes[index].low }
    return Node(low: all, high: 0).flags.contains(.escaped)
  }

  /// Offsets are 32 bits wide and normalizers need room behind the text.
  static let maximumBytes = Int(Int32.max)

  func reset() {
    text.removeAll()
    tape.count = 0
    sourceLength = 0
    if !repeatedKeys.isEmpty { repeatedKeys = [] }
    tooDeepOffset = nil
    supersededKey = nil
    sourceSpans = nil
    if !originals.isEmpty { originals = [:] }
  }

  /// Called by the builder, whose text is not the source.
  func finishBuilding(spans: [ByteSpan]?, sourceLength: Int) {
    sourceSpans = spans
    self.sourceLength = sourceLength
  }

  /// Puts another string in the place of one. The source keeps its span.
  func replaceString(at index: NodeIndex, by content: Span<UInt8>, codePoints: Int) {
    let node = view.node(index)
    if originals[index] == nil { originals[index] = node }
    let offset = text.append(content)
    tape.nodes[index] = Node(.string, .normalized, offset: offset, length: content.count, auxiliary: codePoints)
  }

  /// The trivial view that hot loops work on. It must not outlive the next change of the document.
  @inline(__always)
  var view: DocumentView { DocumentView(text: text.bytes, nodes: tape.nodes) }
}

/// Why a text did not become a document.
package enum DocumentError: Error, Hashable, Sendable {
  case malformed(Malformed)
  case tooLong(bytes: Int, limit: Int)
  case tooDeep(offset: Int, limit: Int)
  case duplicateKey(name: String, offset: Int)
}

/// Pointers into a document's buffers: trivial, so that passing it costs no retain.
struct DocumentView {
  let text: UnsafePointer<UInt8>
  let nodes: UnsafePointer<Node>

  init(text: UnsafePointer<UInt8>, nodes: UnsafePointer<Node>) {
    self.text = text
    self.nodes = nodes
  }

  /// SAFETY: the caller has the index from this tape.
  @inline(__always)
  func node(_ index: NodeIndex) -> Node { nodes[index] }

  @inline(__always)
  func content(_ node: Node) -> UnsafePointer<UInt8> { text + node.offset }

  /// The index behind a node and all that is inside it.
  @inline(__always)
  func next(_ index: NodeIndex) -> NodeIndex {
    let node = nodes[index]
    return node.kind.isContainer ? node.auxiliary : index &+ 1
  }
}
