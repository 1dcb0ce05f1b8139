/// Tells strings of a document apart, by their bytes.
struct DistinctStrings {
  /// So many are compared one after the other.
  private static let few = 16

  private let document: Document
  private var list: [NodeIndex] = []
  private var set: Set<TextKey> = []

  init(_ document: Document) { self.document = document }

  /// False where an equal one was inserted before.
  mutating func insert(_ node: NodeIndex) -> Bool {
    if list.count < Self.few {
      for known in list where document.isSameText(known, node, of: document) { return false }
      list.append(node)
      return true
    }
    if set.isEmpty { for known in list { set.insert(TextKey(document, known)) } }
    return set.insert(TextKey(document, node)).inserted
  }
}
