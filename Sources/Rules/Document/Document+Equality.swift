extension Document {
  /// Whether two values are the same, as JSON Schema means it: numbers by value, objects without order. Numbers too
  /// long to be compared count as different. O(nodes).
  package func isEqual(at index: NodeIndex, to other: Document, at otherIndex: NodeIndex) -> Bool {
    ValueComparison.compare(index, view, otherIndex, other.view) == .equal
  }
}
