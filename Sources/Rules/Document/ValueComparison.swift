/// Equality and hashing of whole values, as JSON Schema means them: numbers by value, strings by code points, objects
/// without order (2020-12 core, 4.2.2). Values may lie on two tapes.
enum ValueComparison {
  /// Undecided where exponents are beyond 64 bits, and where the stack ends before the values do.
  enum Equality { case equal, different, undecided }

  /// O(nodes) for equal shapes; objects of m members are O(m²) only up to 16, then by hash.
  static func compare(
    _ left: NodeIndex, _ leftView: DocumentView, _ right: NodeIndex, _ rightView: DocumentView
  ) -> Equality {
    let (a, b) = (leftView.node(left), rightView.node(right))
    guard a.kind == b.kind else { return .different }
    switch a.kind {
    case .null, .true, .false: return .equal
    case .number: return compareNumbers(a, leftView, b, rightView)
    case .string, .key: return sameBytes(a, leftView, b, rightView) ? .equal : .different
    case .array: return StackGuard.isLow() ? .undecided : compareArrays(left, leftView, right, rightView)
    case .object: return StackGuard.isLow() ? .undecided : compareObjects(left, leftView, right, rightView)
    }
  }

  private static func sameBytes(_ a: Node, _ leftView: DocumentView, _ b: Node, _ rightView: DocumentView) -> Bool {
    a.length == b.length && Bytes.equal(leftView.content(a), rightView.content(b), count: a.length)
  }

  private static func compareNumbers(
    _ a: Node, _ leftView: DocumentView, _ b: Node, _ rightView: DocumentView
  ) -> Equality {
    if sameBytes(a, leftView, b, rightView) { return .equal }
    return ExactNumber(leftView.content(a), count: a.length)
      .equals(ExactNumber(rightView.content(b), count: b.length))
  }

  private static func compareArrays(
    _ left: NodeIndex, _ leftView: DocumentView, _ right: NodeIndex, _ rightView: DocumentView
  ) -> Equality {
    let (a, b) = (leftView.node(left), rightView.node(right))
    guard a.length == b.length else { return .different }
    var result = Equality.equal
    var (i, j) = (left + 1, right + 1)
    while i < a.auxiliary {
      let items = compare(i, leftView, j, rightView)
      if items == .different { return .different }
      if items == .undecided { result = .undecided }
      (i, j) = (leftView.next(i), rightView.next(j))
    }
    return result
  }

  private static func compareObjects(
    _ left: NodeIndex, _ leftView: DocumentView, _ right: NodeIndex, _ rightView: DocumentView
  ) -> Equality {
    let (a, b) = (leftView.node(left), rightView.node(right))
    guard a.length == b.length else { return .different }
    let finder = MemberFinder(right, rightView)
    var result = Equality.equal
    var key = left + 1
    while key < a.auxiliary {
      guard let value = finder.value(of: leftView.node(key), in: leftView) else { return .different }
      let members = compare(key + 1, leftView, value, rightView)
      if members == .different { return .different }
      if members == .undecided { result = .undecided }
      key = leftView.next(key + 1)
    }
    return result
  }

  /// Equal values have equal hashes; the seed differs from process to process. O(bytes).
  static func hash(_ index: NodeIndex, _ view: DocumentView) -> UInt64 {
    let node = view.node(index)
    // Values deeper than the stack share a hash; comparing them tells.
    if node.kind.isContainer, StackGuard.isLow() { return 0 }
    let state = SeededHash.combine(0x9E37_79B9, UInt64(node.kind.rawValue))
    switch node.kind {
    case .null, .true, .false: return state
    case .number: return ExactNumber(view.content(node), count: node.length).hash(state)
    case .string, .key: return state ^ SeededHash.hash(view.content(node), count: node.length)
    case .array:
      var hash = state
      var item = index + 1
      while item < node.auxiliary {
        hash = SeededHash.combine(hash, Self.hash(item, view))
        item = view.next(item)
      }
      return hash
    case .object:
      // A sum does not depend on order.
      var sum: UInt64 = 0
      var key = index + 1
      while key < node.auxiliary {
        sum &+= SeededHash.combine(Self.hash(key, view), Self.hash(key + 1, view))
        key = view.next(key + 1)
      }
      return SeededHash.combine(state, sum)
    }
  }
}

/// Finds members of one object by name: by walking it when it is small, else through a table.
struct MemberFinder {
  private let view: DocumentView
  private let object: NodeIndex
  private var byHash: [UInt64: [NodeIndex]] = [:]
  private static let small = 16

  init(_ object: NodeIndex, _ view: DocumentView) {
    self.view = view
    self.object = object
    guard view.node(object).length > Self.small else { return }
    forEachKey { key, node in
      byHash[SeededHash.hash(view.content(node), count: node.length), default: []].append(key)
      return false
    }
  }

  func value(of key: Node, in other: DocumentView) -> NodeIndex? {
    var found: NodeIndex?
    if byHash.isEmpty {
      forEachKey { candidate, node in
        if same(node, key, other) { found = candidate + 1 }
        return found != nil
      }
      return found
    }
    let candidates = byHash[SeededHash.hash(other.content(key), count: key.length)] ?? []
    return candidates.first { same(view.node($0), key, other) }.map { $0 + 1 }
  }

  /// SAFETY: reads up to 7 bytes past `count`; callers pass padded text.
  func hasMember(_ name: UnsafePointer<UInt8>, count: Int) -> Bool {
    func isMeant(_ node: Node) -> Bool { node.length == count && Bytes.equal(view.content(node), name, count: count) }
    if !byHash.isEmpty {
      return byHash[SeededHash.hash(name, count: count)]?.contains { isMeant(view.node($0)) } ?? false
    }
    var isFound = false
    forEachKey { _, node in
      isFound = isMeant(node)
      return isFound
    }
    return isFound
  }

  private func same(_ node: Node, _ key: Node, _ other: DocumentView) -> Bool {
    node.length == key.length && Bytes.equal(view.content(node), other.content(key), count: key.length)
  }

  private func forEachKey(_ body: (NodeIndex, Node) -> Bool) {
    var key = object + 1
    let end = view.node(object).auxiliary
    while key < end {
      if body(key, view.node(key)) { return }
      key = view.next(key + 1)
    }
  }
}
