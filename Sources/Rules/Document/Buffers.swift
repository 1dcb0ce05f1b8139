/// Bytes followed by zeros that a scanner may read: the copy of a document's text, and what was made of it.
struct TextBuffer: ~Copyable {
  /// Scans run up to 16 bytes past the end, in steps of 16; zero ends each of them.
  static let padding = 64

  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int
  private var marks: MarkBuffer

  init(capacity: Int = 4096) {
    self.capacity = capacity
    marks = MarkBuffer(capacity: capacity)
    bytes = .allocate(capacity: capacity + Self.padding)
    bytes.initialize(repeating: 0, count: capacity + Self.padding)
  }

  deinit { bytes.deallocate() }

  /// The bytes that are held without growing, for deciding whether a pool keeps the buffer.
  var footprint: Int { capacity }

  /// Replaces the content by a copy of `source`, followed by zeros.
  mutating func assign(_ source: RawSpan) {
    reserve(source.byteCount)
    source.withUnsafeBytes { raw in
      // SAFETY: `reserve` made room for byteCount bytes and the padding; the two regions are different allocations.
      if let base = raw.baseAddress { Bytes.copy(base, to: UnsafeMutableRawPointer(bytes), count: raw.count) }
    }
    count = source.byteCount
    terminate()
  }

  /// Adds bytes behind the content and gives the offset where they start.
  @discardableResult
  mutating func append(_ added: Span<UInt8>) -> Int {
    let start = count
    reserve(count + added.count)
    for index in added.indices { bytes[start + index] = added[index] }
    count += added.count
    terminate()
    return start
  }

  /// The same, and gives the marks of the text, which hold until it is replaced.
  mutating func assignMarked(_ source: RawSpan) -> TextMarks {
    reserve(source.byteCount)
    count = source.byteCount
    return source.withUnsafeBytes { raw in
      // An empty source may have no address. SAFETY: as above; the padding is 64 bytes long.
      marks.copy(raw.baseAddress ?? UnsafeRawPointer(bytes), count: raw.count, to: bytes)
    }
  }

  mutating func removeAll() {
    count = 0
    terminate()
  }

  private mutating func terminate() {
    // SAFETY: the allocation is `capacity + padding` long and count <= capacity.
    (bytes + count).update(repeating: 0, count: Self.padding)
  }

  private mutating func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    let larger = max(needed, capacity * 2)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
    moved.initialize(from: bytes, count: count)
    // The part behind the content is written before it is read, but `update` wants initialized memory.
    (moved + count).initialize(repeating: 0, count: Self.padding)
    bytes.deallocate()
    bytes = moved
    capacity = larger
  }
}

/// The nodes of a document, growing as they are written.
struct NodeBuffer: ~Copyable {
  private(set) var nodes: UnsafeMutablePointer<Node>
  private(set) var capacity: Int
  var count = 0

  init(capacity: Int = 256) {
    self.capacity = capacity
    nodes = .allocate(capacity: capacity)
  }

  deinit { nodes.deallocate() }

  /// Doubles the room, keeping the first `used` nodes. Out of line: the scanner tests the capacity itself.
  @inline(never)
  mutating func grow(used: Int) {
    let larger = capacity * 2
    let moved = UnsafeMutablePointer<Node>.allocate(capacity: larger)
    // SAFETY: Node is trivial and the first `used` nodes are initialized.
    moved.initialize(from: nodes, count: used)
    nodes.deallocate()
    nodes = moved
    capacity = larger
  }

  mutating func append(_ node: Node) {
    if count == capacity { grow(used: count) }
    (nodes + count).initialize(to: node)
    count += 1
  }
}
