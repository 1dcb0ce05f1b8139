// Values as people see them in a message.
extension Document {
  /// A value as JSON text of one line, shortened when it is long.
  func preview(at index: NodeIndex) -> String {
    let kind = kind(at: index)
    if kind == .string || kind == .key {
      let text = text(at: index, atMost: 4 * Self.previewLength)
      return JSONWriter.quoted(Self.shortened(text, isWhole: text.utf8.count == node(index).length))
    }
    let text = json(at: index, limit: 4 * Self.previewLength)
    return Self.shortened(text, isWhole: true)
  }

  /// What stands in place of a value that is never printed.
  static let hidden = "***"

  /// As above, with `***` for what is never printed.
  func preview(at index: NodeIndex, hiding sensitive: (NodeIndex) -> Bool) -> String {
    if sensitive(index) { return Self.hidden }
    if !kind(at: index).isContainer { return preview(at: index) }
    var writer = JSONWriter()
    writer.value(index, of: self, limit: 4 * Self.previewLength, hiding: sensitive)
    return Self.shortened(writer.text, isWhole: true)
  }

  private static let previewLength = 60

  private static func shortened(_ text: String, isWhole: Bool) -> String {
    let scalars = text.unicodeScalars
    if isWhole, text.utf8.count <= previewLength { return text }
    guard !isWhole || scalars.count > previewLength else { return text }
    let end = scalars.index(scalars.startIndex, offsetBy: previewLength - 1, limitedBy: scalars.endIndex)
    return text[..<(end ?? scalars.endIndex)] + "…"
  }

  /// The first bytes of a string's content, cut between code points.
  func text(at index: NodeIndex, atMost limit: Int) -> String {
    let node = node(index)
    return Self.text(view.content(node), count: node.length, atMost: limit)
  }

  /// SAFETY: the callers have `content` and `count` from one node of this document.
  private static func text(_ content: UnsafePointer<UInt8>, count: Int, atMost limit: Int) -> String {
    var end = min(count, limit)
    while end < count, end > 0, content[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: UnsafeBufferPointer(start: content, count: end), as: UTF8.self)
  }

  /// The value that a normalizer replaced, as JSON text; nil where none did.
  func originalText(at index: NodeIndex) -> String? {
    guard let original = originals[index] else { return nil }
    let text = Self.text(view.content(original), count: original.length, atMost: 4 * Self.previewLength)
    return JSONWriter.quoted(Self.shortened(text, isWhole: text.utf8.count == original.length))
  }

  /// JSON Schema's name of a value's type.
  func jsonTypeName(at index: NodeIndex) -> String {
    switch kind(at: index) {
    case .null: "null"
    case .true, .false: "boolean"
    case .number: withNumber(at: index) { $0.isInteger } ? "integer" : "number"
    case .string, .key: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
