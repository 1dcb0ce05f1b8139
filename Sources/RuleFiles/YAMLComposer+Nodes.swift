import Rules
import Yams

// One node of Yams after the other. The depth of recursion is bounded by libyaml's own limit of 1,000 levels.
extension YAMLComposer {
  mutating func convert(_ node: Node) throws(YAMLProblem) -> YAMLNode {
    switch node {
    case .scalar(let scalar): try convert(scalar)
    case .sequence(let sequence): try convert(sequence)
    case .mapping(let mapping): try convert(mapping)
    case .alias(let alias): throw YAMLProblem("this alias cannot be read here", at: offset(alias.mark))
    }
  }

  // MARK: - Scalars

  private mutating func convert(_ scalar: Node.Scalar) throws(YAMLProblem) -> YAMLNode {
    let place = place(scalar)
    let content = hidden.restored(scalar.string, at: place.span.offset)
    let isPlain = scalar.style == .plain
    if isPlain, content.hasPrefix("*") { return try alias(content, place.span) }
    let value = try YAMLTag(scalar.tag.rawValue).scalar(content, isPlain: isPlain, at: place.span.offset)
    return register(YAMLNode(value, place.span), place.anchor)
  }

  private mutating func place(_ scalar: Node.Scalar) -> (span: ByteSpan, anchor: String?) {
    let hasContent = scalar.style != .plain || !scalar.string.isEmpty
    let properties = text.properties(at: offset(scalar.mark), hasContent: hasContent)
    guard hasContent else { return (ByteSpan(offset: properties.contentOffset, length: 0), properties.anchor) }
    let content = hidden.restored(scalar.string, at: properties.contentOffset)
    return (text.scalarSpan(at: properties.contentOffset, content: content), properties.anchor)
  }

  /// The anchor's content at the alias's own place; what is inside keeps the place where it was written.
  private func alias(_ content: String, _ span: ByteSpan) throws(YAMLProblem) -> YAMLNode {
    let name = String(content.dropFirst())
    if let node = anchors[name] { return YAMLNode(node.content, span) }
    throw YAMLProblem(
      code: .yamlAlias,
      "a leading * makes an alias, and no anchor \(JSONWriter.quoted(name)) stands before it; put quotes around text",
      at: span.offset)
  }

  // MARK: - Collections

  private mutating func convert(_ sequence: Node.Sequence) throws(YAMLProblem) -> YAMLNode {
    let properties = text.properties(at: offset(sequence.mark), hasContent: true)
    try YAMLTag(sequence.tag.rawValue).checkSequence(at: properties.contentOffset)
    var items: [YAMLNode] = []
    for item in sequence { items.append(try convert(item)) }
    let isFlow = text.byte(properties.contentOffset) == 0x5B
    let span = span(from: properties.contentOffset, over: items.last?.span, closing: isFlow ? 0x5D : nil)
    return register(YAMLNode(.sequence(items), span), properties.anchor)
  }

  private mutating func convert(_ mapping: Node.Mapping) throws(YAMLProblem) -> YAMLNode {
    let start = offset(mapping.mark)
    // Where a block mapping starts with its first key, the properties there are the key's.
    let startsWithKey = mapping.first.map { offset($0.key.mark) == start } ?? false
    let properties =
      startsWithKey ? YAMLText.Properties(contentOffset: start) : text.properties(at: start, hasContent: true)
    try YAMLTag(mapping.tag.rawValue).checkMapping(at: properties.contentOffset)
    var entries: [YAMLNode.Entry] = []
    for (key, value) in mapping { entries.append(try entry(key, value)) }
    let isFlow = !startsWithKey && text.byte(properties.contentOffset) == 0x7B
    let span = span(from: properties.contentOffset, over: entries.last?.value.span, closing: isFlow ? 0x7D : nil)
    return register(YAMLNode(.mapping(entries), span), properties.anchor)
  }

  /// JSON's names are strings: a key that is a number, a date or `true` is taken as it is written.
  private mutating func entry(_ key: Node, _ value: Node) throws(YAMLProblem) -> YAMLNode.Entry {
    guard case .scalar(let scalar) = key else {
      throw YAMLProblem(code: .yamlKey, "a key is a name, not a list or a mapping", at: offset(key.mark))
    }
    let place = place(scalar)
    let name = hidden.restored(scalar.string, at: place.span.offset)
    if scalar.style == .plain { try checkPlainKey(name, at: place.span.offset) }
    let tag = YAMLTag(scalar.tag.rawValue)
    let keyNode = YAMLNode(try tag.scalar(name, isPlain: false, at: place.span.offset), place.span)
    _ = register(keyNode, place.anchor)
    return YAMLNode.Entry(name: name, nameSpan: place.span, value: try convert(value))
  }

  private func checkPlainKey(_ name: String, at offset: Int) throws(YAMLProblem) {
    if name.isEmpty {
      throw YAMLProblem(
        code: .yamlKey, "the key before this colon is missing; write \"\" for an empty name", at: offset)
    }
    if name.hasPrefix("*") {
      throw YAMLProblem(code: .yamlAlias, "a key cannot be an alias; put quotes around text", at: offset)
    }
    if name == "<<" {
      throw YAMLProblem(
        code: .yamlMerge, "YAML 1.2 has no merge keys; write the keys out, or \"<<\" for a property of that name",
        at: offset)
    }
  }

  private func span(from start: Int, over last: ByteSpan?, closing bracket: UInt8?) -> ByteSpan {
    let end = last.map { max(start, $0.offset + $0.length) } ?? start
    guard let bracket else { return ByteSpan(offset: start, length: end - start) }
    return ByteSpan(offset: start, length: text.behindClosing(bracket, from: max(end, start + 1)) - start)
  }

  private mutating func register(_ node: YAMLNode, _ anchor: String?) -> YAMLNode {
    if let anchor { anchors[anchor] = node }
    return node
  }
}
