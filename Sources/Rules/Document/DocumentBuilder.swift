/// Makes a document from something that is not JSON text: YAML, constants of a rule set.
///
/// Calls come in document order. Every value may carry the span of the source it came from.
package struct DocumentBuilder {
  private let document = Document()
  private var spans: [ByteSpan] = []
  private var open: [Open] = []
  private var hasRoot = false

  private struct Open {
    let node: NodeIndex
    var children = 0
  }

  package init() {}

  package mutating func null(_ span: ByteSpan = .none) { scalar(.null, span) }

  package mutating func bool(_ value: Bool, _ span: ByteSpan = .none) { scalar(value ? .true : .false, span) }

  package mutating func string(_ value: String, _ span: ByteSpan = .none) {
    willAppendValue()
    appendText(value, .string, auxiliary: value.unicodeScalars.count, span)
  }

  /// A number in JSON's own syntax. Anything else is refused, so that a tape never holds what the scanner would not.
  package mutating func number(_ text: String, _ span: ByteSpan = .none) throws(DocumentError) {
    let parsed = try Document(json: text.utf8.span.bytes)
    let node = parsed.node(Document.root)
    guard node.kind == .number else { throw .malformed(Malformed(reason: .expectedDigit, offset: 0)) }
    willAppendValue()
    appendText(text, .number, node.flags, auxiliary: 0, span)
  }

  package mutating func beginArray(_ span: ByteSpan = .none) { begin(.array, span) }

  package mutating func beginObject(_ span: ByteSpan = .none) { begin(.object, span) }

  /// The name of the next member.
  package mutating func key(_ name: String, _ span: ByteSpan = .none) {
    let padded = Array(name.utf8) + [UInt8](repeating: 0, count: 8)
    let words = KeyWords(padded, 0..<padded.count - 8)
    appendText(name, .key, auxiliary: Int(words.hash(count: padded.count - 8)), span)
  }

  /// Closes the innermost array or object. Gives the keys that repeat an earlier one.
  @discardableResult
  package mutating func end() -> [NodeIndex] {
    guard let container = open.popLast() else { return [] }
    let old = document.node(container.node)
    document.tape.nodes[container.node] = Node(
      old.kind, offset: old.offset, length: container.children, auxiliary: document.tape.count)
    var repeated: [NodeIndex] = []
    if old.kind == .object, container.children > 1 {
      // SAFETY: nothing is appended while the names are compared.
      let text = UnsafePointer(document.text.bytes)
      DuplicateKeys.forEachRepeated(in: container.node, nodes: document.tape.nodes, text: text) { repeated.append($0) }
    }
    return repeated
  }

  /// How deeply nested the next value is.
  package var depth: Int { open.count }

  /// Copies a value of another document, with its spans.
  package mutating func copy(_ index: NodeIndex, of source: Document) {
    let node = source.node(index)
    let span = source.span(of: index)
    switch node.kind {
    case .null: null(span)
    case .true, .false: bool(node.kind == .true, span)
    case .string, .number:
      willAppendValue()
      // SAFETY: the content has `length` bytes, in a buffer that this does not change.
      let content = UnsafeBufferPointer(start: source.view.content(node), count: node.length)
      let offset = document.text.append(content.span)
      let flags = node.flags.intersection([.nonASCII, .integer, .negative])
      append(Node(node.kind, flags, offset: offset, length: node.length, auxiliary: node.auxiliary), span)
    case .array:
      beginArray(span)
      for item in source.items(of: index) { copy(item, of: source) }
      end()
    case .object, .key:
      beginObject(span)
      for member in source.members(of: index) {
        key(source.string(at: member.key), source.span(of: member.key))
        copy(member.value, of: source)
      }
      end()
    }
  }

  /// The document; what is still open is closed. A builder without a value gives `null`.
  package consuming func finish(sourceLength: Int = 0) -> Document {
    var builder = self
    if !builder.hasRoot { builder.null() }
    while !builder.open.isEmpty { builder.end() }
    builder.document.finishBuilding(spans: builder.spans, sourceLength: sourceLength)
    return builder.document
  }

  // MARK: - Nodes

  /// The index that the next node will have.
  package var nextIndex: NodeIndex { document.tape.count }

  private mutating func willAppendValue() {
    hasRoot = true
    if !open.isEmpty { open[open.count - 1].children += 1 }
  }

  private mutating func scalar(_ kind: NodeKind, _ span: ByteSpan) {
    willAppendValue()
    append(Node(kind, offset: 0, length: 0, auxiliary: 0), span)
  }

  private mutating func begin(_ kind: NodeKind, _ span: ByteSpan) {
    willAppendValue()
    open.append(Open(node: document.tape.count))
    append(Node(kind, offset: 0, length: 0, auxiliary: 0), span)
  }

  private mutating func append(_ node: Node, _ span: ByteSpan) {
    document.tape.append(node)
    spans.append(span)
  }

  private mutating func appendText(
    _ text: String, _ kind: NodeKind, _ flags: Node.Flags = [], auxiliary: Int, _ span: ByteSpan
  ) {
    var flags = flags
    if kind != .number, text.utf8.contains(where: { $0 >= 0x80 }) { flags.insert(.nonASCII) }
    let offset = document.text.append(text.utf8.span)
    append(Node(kind, flags, offset: offset, length: text.utf8.count, auxiliary: auxiliary), span)
  }
}

extension ByteSpan {
  /// No place: made by a program, not read from a source.
  package static let none = ByteSpan(offset: 0, length: 0)
}
