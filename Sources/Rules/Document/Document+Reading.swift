// Checked, allocating access for everything that is not a hot loop: schema reading, findings, reports.
extension Document {
  package static let root: NodeIndex = 0

  package var nodeCount: Int { tape.count }

  func node(_ index: NodeIndex) -> Node {
    precondition(index >= 0 && index < tape.count, "a node index comes from the same tape")
    return view.node(index)
  }

  package func kind(at index: NodeIndex) -> NodeKind { node(index).kind }

  /// The content of a string or key, unescaped.
  package func string(at index: NodeIndex) -> String {
    let node = node(index)
    // SAFETY: a node's content lies in the text, which is not changed while it is copied.
    return String(decoding: UnsafeBufferPointer(start: view.content(node), count: node.length), as: UTF8.self)
  }

  /// The text of a number, as it was written.
  package func numberText(at index: NodeIndex) -> String { string(at: index) }

  /// The bytes of a string, key or number.
  func bytes(at index: NodeIndex) -> [UInt8] {
    let node = node(index)
    return Array(UnsafeBufferPointer(start: view.content(node), count: node.length))
  }

  /// Whether two strings or keys have the same bytes.
  func isSameText(_ index: NodeIndex, _ other: NodeIndex, of document: Document) -> Bool {
    let (one, other) = (node(index), document.node(other))
    // SAFETY: both have `length` bytes.
    return one.length == other.length
      && Bytes.equal(view.content(one), document.view.content(other), count: one.length)
  }

  /// Nobody can choose strings of which many have the same.
  func textHash(of index: NodeIndex) -> UInt64 {
    let node = node(index)
    // SAFETY: a document's text is padded.
    return SeededHash.hash(view.content(node), count: node.length)
  }

  func appendBytes(of index: NodeIndex, to bytes: inout [UInt8]) {
    let node = node(index)
    // SAFETY: as for `string(at:)`.
    bytes.append(contentsOf: UnsafeBufferPointer(start: view.content(node), count: node.length))
  }

  /// A string of up to eight bytes without zeros as a number, the first byte in the lowest bits; 0 for others.
  func firstBytes(of index: NodeIndex) -> UInt64 {
    let node = node(index)
    if node.length > 8 { return 0 }
    var word: UInt64 = 0
    // SAFETY: the content has `length` bytes.
    for offset in 0..<node.length {
      let byte = view.content(node)[offset]
      if byte == 0 { return 0 }
      word |= UInt64(byte) << UInt64(8 * offset)
    }
    return word
  }

  /// Items of an array, in order. O(items).
  package func items(of index: NodeIndex) -> [NodeIndex] {
    guard node(index).kind == .array else { return [] }
    var items: [NodeIndex] = []
    items.reserveCapacity(node(index).length)
    var item = index + 1
    let (view, end) = (view, node(index).auxiliary)
    while item < end {
      items.append(item)
      item = view.next(item)
    }
    return items
  }

  package struct Member: Hashable, Sendable {
    package let key: NodeIndex
    package let value: NodeIndex
  }

  /// Members of an object, in order. O(members).
  package func members(of index: NodeIndex) -> [Member] {
    guard node(index).kind == .object else { return [] }
    var members: [Member] = []
    members.reserveCapacity(node(index).length)
    var key = index + 1
    while key < node(index).auxiliary {
      members.append(Member(key: key, value: key + 1))
      key = view.next(key + 1)
    }
    return members
  }

  /// The same without a list of them.
  func eachMember(of index: NodeIndex) -> Members {
    Members(self, node(index).kind == .object ? index + 1..<node(index).auxiliary : 0..<0)
  }

  struct Members: Sequence, IteratorProtocol {
    private let document: Document
    private var key: NodeIndex
    private let end: NodeIndex

    fileprivate init(_ document: Document, _ nodes: Range<NodeIndex>) {
      (self.document, key, end) = (document, nodes.lowerBound, nodes.upperBound)
    }

    mutating func next() -> Member? {
      guard key < end else { return nil }
      defer { key = document.view.next(key + 1) }
      return Member(key: key, value: key + 1)
    }
  }

  /// The names of an object's members, by their bytes.
  func names(of index: NodeIndex) -> Set<[UInt8]> { names(of: index) { _ in true } }

  /// The names of those members whose keys are included.
  func names(of index: NodeIndex, where isIncluded: (NodeIndex) -> Bool) -> Set<[UInt8]> {
    Set(members(of: index).lazy.map(\.key).filter(isIncluded).map { bytes(at: $0) })
  }

  /// The value of a member, by the bytes of its name: names are never compared by canonical equivalence. O(members).
  package func value(of name: String, in index: NodeIndex) -> NodeIndex? {
    guard node(index).kind == .object else { return nil }
    var name = name
    return name.withUTF8 { wanted in
      var key = index + 1
      let (view, end) = (view, node(index).auxiliary)
      while key < end {
        let node = view.node(key)
        // SAFETY: a name of the same length has as many bytes; an empty one compares none.
        if node.length == wanted.count,
          wanted.baseAddress.map({ Bytes.equal($0, view.content(node), count: node.length) }) ?? true
        {
          return key + 1
        }
        key = view.next(key + 1)
      }
      return nil
    }
  }
}

extension Document {
  /// The exact value of a number node, for as long as `body` runs.
  func withNumber<R>(at index: NodeIndex, _ body: (ExactNumber) -> R) -> R {
    let node = node(index)
    return body(ExactNumber(view.content(node), count: node.length))
  }
}
