import Rules

/// A YAML value with its place in the text. A class, because an alias is another reference to its anchor's value.
final class YAMLNode {
  enum Content {
    case null
    case bool(Bool)
    /// In JSON's syntax.
    case number(String)
    case string(String)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  struct Entry {
    let name: String
    let nameSpan: ByteSpan
    let value: YAMLNode
  }

  let content: Content
  let span: ByteSpan

  init(_ content: Content, _ span: ByteSpan) {
    self.content = content
    self.span = span
  }
}
