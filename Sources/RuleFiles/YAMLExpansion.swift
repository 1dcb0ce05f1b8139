import Rules

/// A tree with shared nodes to a tape, under limits: a few aliases of aliases can stand for 2³⁰ values.
struct YAMLExpansion {
  private var builder = DocumentBuilder()
  private var repeated: [NodeIndex] = []
  /// Values and bytes that may still be written.
  private var budget: Int
  private let limit: Int
  private let maximumDepth: Int

  /// What aliases may add to a text, in values and bytes of text.
  static let allowance = 1 << 21

  private init(sourceLength: Int, limits: Limits) {
    limit = Self.allowance + 4 * sourceLength
    budget = limit
    maximumDepth = min(limits.depth, Limits.maximumDepth)
  }

  static func document(_ root: YAMLNode, sourceLength: Int, limits: Limits) throws(YAMLProblems) -> Document {
    var expansion = YAMLExpansion(sourceLength: sourceLength, limits: limits)
    do {
      try expansion.append(root)
    } catch {
      throw YAMLProblems(error)
    }
    let document = expansion.builder.finish(sourceLength: sourceLength)
    let problems = expansion.repeated.map { key in
      YAMLProblem.duplicateKey(
        document.string(at: key), at: document.span(of: key).offset, pointer: document.pointer(to: key))
    }
    if !problems.isEmpty { throw YAMLProblems(problems.sorted { $0.offset < $1.offset }) }
    return document
  }

  private mutating func append(_ node: YAMLNode) throws(YAMLProblem) {
    switch node.content {
    case .null: builder.null(node.span)
    case .bool(let value): builder.bool(value, node.span)
    case .number(let text): try appendNumber(text, node.span)
    case .string(let text):
      try spend(text.utf8.count, node.span)
      builder.string(text, node.span)
    case .sequence(let items):
      try enter(node.span)
      builder.beginArray(node.span)
      for item in items { try append(item) }
      builder.end()
    case .mapping(let entries):
      try enter(node.span)
      builder.beginObject(node.span)
      for entry in entries { try append(entry) }
      repeated += builder.end()
    }
    try spend(1, node.span)
  }

  private mutating func append(_ entry: YAMLNode.Entry) throws(YAMLProblem) {
    try spend(entry.name.utf8.count + 1, entry.nameSpan)
    builder.key(entry.name, entry.nameSpan)
    try append(entry.value)
  }

  private mutating func appendNumber(_ text: String, _ span: ByteSpan) throws(YAMLProblem) {
    try spend(text.utf8.count, span)
    do {
      try builder.number(text, span)
    } catch {
      throw YAMLProblem(code: .yamlNumber, "JSON has no number \(text)", at: span.offset)
    }
  }

  private func enter(_ span: ByteSpan) throws(YAMLProblem) {
    if builder.depth >= maximumDepth {
      throw YAMLProblem(code: .depth, "this is nested deeper than \(maximumDepth) levels", at: span.offset)
    }
  }

  private mutating func spend(_ cost: Int, _ span: ByteSpan) throws(YAMLProblem) {
    budget -= cost
    if budget < 0 {
      throw YAMLProblem(
        code: .yamlAlias, "aliases make this text too large: more than \(limit) values and bytes", at: span.offset)
    }
  }
}
