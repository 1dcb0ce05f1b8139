/// The values of a document that are never printed (DESIGN 5, `x-sensitive`): those that any schema which could apply
/// calls sensitive, whatever branch was taken.
struct SensitiveNodes {
  /// Half-open ranges of nodes, in ascending order, not touching.
  private var ranges: [Range<NodeIndex>] = []

  /// The names that the rules have themselves: that a member has such a name is no secret, and without it nobody could
  /// tell which member of a sensitive object is meant.
  private var known: Set<[UInt8]> = []

  static let none = SensitiveNodes()
  /// Everything: where it cannot be told which values are meant.
  static func all(of document: Document, except known: Set<[UInt8]>) -> SensitiveNodes {
    var nodes = SensitiveNodes()
    nodes.known = known
    nodes.ranges = [0..<max(1, document.nodeCount)]
    return nodes
  }

  private init() {}

  init(_ starts: Set<NodeIndex>, _ document: Document, except known: Set<[UInt8]>) {
    self.known = known
    for start in starts.sorted() {
      let end = document.kind(at: start) == .key ? start + 1 : document.view.next(start)
      if let last = ranges.last, start < last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        ranges.append(start..<end)
      }
    }
  }

  var isEmpty: Bool { ranges.isEmpty }

  /// Whether a node is, or lies in, a sensitive value. O(log ranges).
  func contains(_ node: NodeIndex) -> Bool {
    let index = firstRange(endingBehind: node)
    return index < ranges.count && ranges[index].lowerBound <= node
  }

  /// Whether a member's name is not to be shown on the way to its value.
  func hidesName(_ key: NodeIndex, _ document: Document) -> Bool {
    contains(key) && !known.contains(document.bytes(at: key))
  }

  /// Whether a value is sensitive or has something sensitive in it.
  func touches(_ node: NodeIndex, _ document: Document) -> Bool {
    let index = firstRange(endingBehind: node)
    return index < ranges.count && ranges[index].lowerBound < max(node + 1, document.view.next(node))
  }

  private func firstRange(endingBehind node: NodeIndex) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Their bytes in the document, in ascending order.
  func spans(_ document: Document) -> [ByteSpan] { ranges.map { document.span(of: $0.lowerBound) } }
}

extension Document {
  /// A value for a message, with `***` for what is never printed.
  func preview(at index: NodeIndex, hiding sensitive: SensitiveNodes) -> String {
    sensitive.isEmpty ? preview(at: index) : preview(at: index, hiding: sensitive.contains)
  }
}

extension PointerWalker {
  /// Pointers with `***` for names that are never printed.
  init(_ document: Document, hiding sensitive: SensitiveNodes) {
    self.init(document, hidesName: sensitive.isEmpty ? nil : { sensitive.hidesName($0, document) })
  }
}
