/// Finds on the tree what runs without PCRE2. Anything in doubt is left to PCRE2.
extension ClassProgram {
  init?(_ tree: PatternTree) {
    guard tree.references.isEmpty else { return nil }
    var items = Self.flattened(tree.root)
    let isAnchoredAtStart = items.first?.isStart ?? false
    if isAnchoredAtStart { items.removeFirst() }
    let isAnchoredAtEnd = items.last?.isEnd ?? false
    if isAnchoredAtEnd { items.removeLast() }
    // What may be absent at an open end decides nothing: `.*foo` is `foo`.
    while !isAnchoredAtStart, items.first?.isOptional == true { items.removeFirst() }
    while !isAnchoredAtEnd, items.last?.isOptional == true { items.removeLast() }
    guard var pieces = ClassPiece.pieces(items) else { return nil }
    if !isAnchoredAtEnd { Self.trim(&pieces, fromStart: false) }
    if !isAnchoredAtStart { Self.trim(&pieces, fromStart: true) }
    guard Self.countsBytes(pieces, isAnchoredAtStart, isAnchoredAtEnd) else { return nil }
    self.init(
      steps: pieces.map(\.step), isAnchoredAtStart: isAnchoredAtStart, isAnchoredAtEnd: isAnchoredAtEnd)
    if isAnchoredAtStart {
      guard Self.isDeterministic(steps) else { return nil }
    } else {
      guard steps.allSatisfy(\.isFixed), minimumLength <= Self.maximumSearchLength else { return nil }
      steps = steps.flatMap(\.single)
      // PCRE2 looks for a literal sixteen bytes at a time.
      if !isAnchoredAtEnd, let first = steps.first, first.bytes.members.count == 1 { return nil }
    }
  }

  /// Sequences and groups dissolve; `^` and `$` stay items.
  private static func flattened(_ node: PatternNode) -> [PatternNode] {
    switch node {
    case .sequence(let nodes): nodes.flatMap(flattened)
    case .capture(_, let body): flattened(body)
    case .empty: []
    default: [node]
    }
  }

  /// At an open end a run need only reach its minimum: `[a-z]+` finds what `[a-z]` finds.
  private static func trim(_ pieces: inout [ClassPiece], fromStart: Bool) {
    while let index = fromStart ? pieces.indices.first : pieces.indices.last {
      pieces[index].step.maximum = pieces[index].step.minimum
      guard pieces[index].step.minimum == 0 else { return }
      pieces.remove(at: index)
    }
  }

  /// A set with every non-ASCII code point is matched byte by byte, so it must not count beyond "at least one":
  /// an unbounded run, or a single byte at an open end, where it stands for a part of a code point. Two such sets
  /// side by side would find two code points in the bytes of one.
  private static func countsBytes(_ pieces: [ClassPiece], _ anchoredAtStart: Bool, _ anchoredAtEnd: Bool) -> Bool {
    pieces.indices.allSatisfy { index in
      let piece = pieces[index]
      guard piece.isWide else { return true }
      guard piece.step.minimum <= 1, index == 0 || !pieces[index - 1].isWide else { return false }
      let isAtOpenEnd = (index == 0 && !anchoredAtStart) || (index == pieces.count - 1 && !anchoredAtEnd)
      return piece.step.maximum == .max || (isAtOpenEnd && piece.step.isFixed)
    }
  }
}

/// A step in the making.
struct ClassPiece {
  /// The longest fixed repetition of several pieces, `(?:ab){3}`, that is written out.
  static let maximumExpansion = 64

  var step: ClassStep
  /// The set has every non-ASCII code point, all bytes above 0x7F.
  var isWide = false

  /// nil if one of the nodes is none that a byte set can match.
  static func pieces(_ nodes: [PatternNode]) -> [ClassPiece]? {
    var all: [ClassPiece] = []
    for node in nodes {
      guard let some = pieces(node) else { return nil }
      all += some
    }
    return all
  }

  private static func pieces(_ node: PatternNode) -> [ClassPiece]? {
    switch node {
    case .empty: return []
    case .character(let codePoint): return pieces(CodePointSet([codePoint...codePoint]))
    case .characters(let set): return set.codePoints.flatMap(pieces)
    case .sequence(let nodes): return pieces(nodes)
    case .capture(_, let body): return pieces(body)
    case .repetition(let body, let count): return pieces(body).flatMap { repeated($0, count) }
    default: return nil
    }
  }

  private static func pieces(_ set: CodePointSet) -> [ClassPiece]? {
    var bytes = ByteSet(ascii: set)
    let isASCII = set.ranges.allSatisfy { $0.upperBound < 0x80 }
    if isASCII, !set.isEmpty { return [ClassPiece(step: ClassStep(bytes: bytes, minimum: 1, maximum: 1))] }
    if let single = set.single { return Unicode.Scalar(single).map(pieces) }
    // Surrogates are left out by `[^\p{Cs}]` or in ranges at will: no UTF-8 text has them.
    let nonASCII = CodePointSet([0x80...0xD7FF, 0xE000...CodePointSet.last])
    guard CodePointSet(set.scalars.ranges + nonASCII.ranges) == set.scalars else { return nil }
    bytes.insert(0x80...0xFF)
    return [ClassPiece(step: ClassStep(bytes: bytes, minimum: 1, maximum: 1), isWide: true)]
  }

  private static func pieces(_ scalar: Unicode.Scalar) -> [ClassPiece] {
    String(scalar).utf8.map { ClassPiece(step: ClassStep(bytes: ByteSet($0), minimum: 1, maximum: 1)) }
  }

  private static func repeated(_ pieces: [ClassPiece], _ count: PatternCount) -> [ClassPiece]? {
    if count.maximum == 0 || pieces.isEmpty { return [] }
    if pieces.count == 1, pieces[0].step.minimum == 1, pieces[0].step.isFixed, count.minimum < UInt32.max {
      var piece = pieces[0]
      piece.step.minimum = UInt32(count.minimum)
      piece.step.maximum = UInt32(clamping: count.maximum)
      return [piece]
    }
    guard count.isFixed, count.maximum * pieces.count <= maximumExpansion else { return nil }
    return (0..<count.maximum).flatMap { _ in pieces }
  }
}

extension ClassStep {
  /// A step of fixed length as steps of one byte.
  fileprivate var single: [ClassStep] {
    Array(repeating: ClassStep(bytes: bytes, minimum: 1, maximum: 1), count: Int(minimum))
  }
}

extension PatternNode {
  fileprivate var isStart: Bool {
    if case .start = self { true } else { false }
  }

  fileprivate var isOptional: Bool {
    if case .repetition(_, let count) = self { count.minimum == 0 } else { false }
  }

  fileprivate var isEnd: Bool {
    if case .end = self { true } else { false }
  }
}
