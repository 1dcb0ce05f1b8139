/// A string or key of a document, by its bytes.
struct TextKey: Hashable {
  private let document: Document
  private let node: NodeIndex

  init(_ document: Document, _ node: NodeIndex) { (self.document, self.node) = (document, node) }

  static func == (left: TextKey, right: TextKey) -> Bool {
    left.document.isSameText(left.node, right.node, of: right.document)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(document.textHash(of: node)) }
}
