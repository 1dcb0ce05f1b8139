// From nodes back to bytes of the source.
extension Document {
  /// The bytes of the source that a node was read from: quotes and brackets included. O(children on the way to the end).
  package func span(of index: NodeIndex) -> ByteSpan {
    if let spans = sourceSpans { return spans[index] }
    let node = originals[index] ?? node(index)
    switch node.kind {
    case .string, .key:
      return ByteSpan(offset: node.offset - 1, length: stringEnd(node) - node.offset + 1)
    case .array, .object:
      return ByteSpan(offset: node.offset, length: containerEnd(index) - node.offset)
    default:
      return ByteSpan(offset: node.offset, length: node.length)
    }
  }

  /// The first byte of a node in the source. O(1).
  func startOffset(of index: NodeIndex) -> Int {
    if let spans = sourceSpans { return spans[index].offset }
    let node = originals[index] ?? node(index)
    return node.kind == .string || node.kind == .key ? node.offset - 1 : node.offset
  }

  /// Behind the closing quote. Unescaping shortened the content and left zeros up to the quote.
  private func stringEnd(_ node: Node) -> Int {
    var end = node.offset + node.length
    if node.flags.contains(.escaped) {
      while end < sourceLength, text.bytes[end] == 0 { end += 1 }
    }
    return end + 1
  }

  /// Behind the closing bracket: the last child's end, then one bracket.
  private func containerEnd(_ index: NodeIndex) -> Int {
    var inner = [index]
    while let child = lastChild(of: inner[inner.count - 1]), node(child).kind.isContainer { inner.append(child) }
    var end: Int
    if let last = lastChild(of: inner[inner.count - 1]) {
      let span = span(of: last)
      end = span.offset + span.length
    } else {
      end = node(inner[inner.count - 1]).offset + 1
    }
    for _ in inner { end = behindNextBracket(from: end) }
    return end
  }

  /// Where a member can be added: behind the last one, or behind the opening brace.
  func insertionOffset(of object: NodeIndex) -> Int {
    guard let last = lastChild(of: object) else { return node(object).offset + 1 }
    let span = span(of: last)
    return span.offset + span.length
  }

  private func lastChild(of index: NodeIndex) -> NodeIndex? {
    let container = node(index)
    guard container.kind.isContainer, container.length > 0 else { return nil }
    var child = index + 1
    while true {
      let value = container.kind == .object ? child + 1 : child
      let next = view.next(value)
      if next >= container.auxiliary { return value }
      child = next
    }
  }

  private func behindNextBracket(from offset: Int) -> Int {
    var end = offset
    while end < sourceLength, ![0x5D, 0x7D].contains(text.bytes[end]) { end += 1 }
    return min(end + 1, sourceLength)
  }
}
