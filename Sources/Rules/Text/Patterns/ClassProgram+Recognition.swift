/// Finds what runs without PCRE2. Anything in doubt is left to PCRE2.
extension ClassProgram {
  init?(_ pattern: FlatPattern) {
    var items: [Int] = []
    Self.flatten(pattern, pattern.root, &items)
    let isAnchoredAtStart = items.first.map { pattern.nodes[$0].kind == .start } ?? false
    if isAnchoredAtStart { items.removeFirst() }
    let isAnchoredAtEnd = items.last.map { pattern.nodes[$0].kind == .end } ?? false
    if isAnchoredAtEnd { items.removeLast() }
    // What may be absent at an open end decides nothing: `.*foo` is `foo`.
    while !isAnchoredAtStart, let first = items.first, pattern.isOptional(first) { items.removeFirst() }
    while !isAnchoredAtEnd, let last = items.last, pattern.isOptional(last) { items.removeLast() }
    guard var pieces = ClassPiece.pieces(pattern, items) else { return nil }
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
      if !isAnchoredAtEnd, let first = steps.first, first.bytes.count == 1 { return nil }
    }
  }

  /// nil if the pattern is not regular, or is none that runs as a class program.
  init?(_ tree: PatternTree) {
    guard let pattern = FlatPattern(tree) else { return nil }
    self.init(pattern)
  }

  /// Sequences and groups dissolve; `^` and `$` stay items.
  private static func flatten(_ pattern: FlatPattern, _ node: Int, _ items: inout [Int]) {
    guard pattern.nodes[node].kind == .sequence else { return items.append(node) }
    for child in pattern.children(of: node).reversed() { flatten(pattern, child, &items) }
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
  static func pieces(_ pattern: FlatPattern, _ nodes: [Int]) -> [ClassPiece]? {
    var all: [ClassPiece] = []
    all.reserveCapacity(nodes.count)
    for node in nodes { guard add(pattern, node, to: &all) else { return nil } }
    return all
  }

  private static func add(_ pattern: FlatPattern, _ index: Int, to all: inout [ClassPiece]) -> Bool {
    let node = pattern.nodes[index]
    switch node.kind {
    case .characters: return addSet(pattern, node, to: &all)
    case .sequence:
      for child in pattern.children(of: index).reversed() { guard add(pattern, child, to: &all) else { return false } }
      return true
    case .repetition:
      let start = all.count
      guard add(pattern, index - 1, to: &all),
        let repeated = repeated(Array(all[start...]), Int(clamping: node.low), Int(clamping: node.high))
      else { return false }
      all.replaceSubrange(start..., with: repeated)
      return true
    case .disjunction, .start, .end: return false
    }
  }

  private static func addSet(_ pattern: FlatPattern, _ node: FlatPattern.Node, to all: inout [ClassPiece]) -> Bool {
    var bytes = ByteSet(ascii: node)
    switch node.beyond {
    case .none: if bytes.isEmpty { return false }
    case .all: bytes.insert(0x80...0xFF)
    case .some(let index):
      guard bytes.isEmpty, let scalar = pattern.sets[index].single.flatMap(Unicode.Scalar.init) else { return false }
      all += String(scalar).utf8.map { ClassPiece(step: ClassStep(bytes: ByteSet($0), minimum: 1, maximum: 1)) }
      return true
    }
    all.append(
      ClassPiece(step: ClassStep(bytes: bytes, minimum: 1, maximum: 1), isWide: node.beyond == .all))
    return true
  }

  private static func repeated(_ pieces: [ClassPiece], _ minimum: Int, _ maximum: Int) -> [ClassPiece]? {
    if maximum == 0 || pieces.isEmpty { return [] }
    if pieces.count == 1, pieces[0].step.minimum == 1, pieces[0].step.isFixed, minimum < UInt32.max {
      var piece = pieces[0]
      piece.step.minimum = UInt32(minimum)
      piece.step.maximum = UInt32(clamping: maximum)
      return [piece]
    }
    guard minimum == maximum, maximum <= maximumExpansion, maximum * pieces.count <= maximumExpansion else {
      return nil
    }
    return (0..<maximum).flatMap { _ in pieces }
  }
}

extension ClassStep {
  /// A step of fixed length as steps of one byte.
  fileprivate var single: [ClassStep] {
    Array(repeating: ClassStep(bytes: bytes, minimum: 1, maximum: 1), count: Int(minimum))
  }
}

extension FlatPattern {
  fileprivate func isOptional(_ node: Int) -> Bool { nodes[node].kind == .repetition && nodes[node].low == 0 }
}
