/// Decides which capturing groups PCRE2 has to capture, so that every back reference means what ECMA-262 says.
///
/// - A group starts each iteration of a quantifier unset (22.2.2.3.1, step 4), and an unset group matches empty
///   (22.2.2.7.2). So a reference before, inside, or in another alternative than its group always matches empty.
/// - An optional iteration that matches empty fails (22.2.2.3.1, step 2.b); PCRE2 keeps it, captures included.
///   Where that could show, the pattern is rewritten with guards, or refused.
struct CaptureAnalysis {
  private struct Frame {
    enum Kind {
      case plain, disjunction
      case repetition(PatternCount)
      case lookaround(PatternLookaround)
    }
    /// Always smaller than the frame's own index.
    let parent: Int
    let kind: Kind
    /// For a repetition: the body can match empty. For a lookaround: a loop in it can.
    var iteratesOnEmpty = false
  }

  private var frames: [Frame] = []
  private var captureFrames: [Int: Int] = [:]
  private var referenceFrames: [Int: Int] = [:]
  private var emptyLoopCount = 0

  /// By reference: the groups whose text it can match, none for a reference that always matches empty.
  private(set) var groups: [[Int]] = []
  /// The groups that some reference reads. PCRE2 captures these and no others.
  var captured: Set<Int> { Set(groups.joined()) }

  init(_ tree: PatternTree) throws(PatternError) {
    guard !tree.references.isEmpty else { return }
    _ = visit(tree.root, parent: 0)
    for (index, reference) in tree.references.enumerated() {
      var readable: [Int] = []
      for group in reference.groups {
        if try isReadable(group, reference, from: referenceFrames[index] ?? 0) { readable.append(group) }
      }
      groups.append(readable)
    }
  }

  /// Records a frame for each node; true if the node can match empty.
  private mutating func visit(_ node: PatternNode, parent: Int) -> Bool {
    let frame = frames.count
    frames.append(Frame(parent: parent, kind: kind(of: node)))
    switch node {
    case .character, .characters: return false
    case .empty, .start, .end, .wordBoundary: return true
    case .sequence(let nodes): return nodes.reduce(true) { visit($1, parent: frame) && $0 }
    case .disjunction(let nodes): return nodes.reduce(false) { visit($1, parent: frame) || $0 }
    case .capture(let number, let body):
      captureFrames[number] = frame
      return visit(body, parent: frame)
    case .backReference(let index):
      referenceFrames[index] = frame
      return true
    // Not written at all: no group in it has a number.
    case .repetition(_, let count) where count.maximum == 0: return true
    case .repetition(let body, let count): return visit(body, count, at: frame)
    case .lookaround(let body, _):
      let before = emptyLoopCount
      _ = visit(body, parent: frame)
      frames[frame].iteratesOnEmpty = emptyLoopCount > before
      return true
    }
  }

  private mutating func visit(_ body: PatternNode, _ count: PatternCount, at frame: Int) -> Bool {
    let canBeEmpty = visit(body, parent: frame)
    frames[frame].iteratesOnEmpty = canBeEmpty && !count.isGuarded
    if canBeEmpty, !count.isGuarded, !count.isFixed { emptyLoopCount += 1 }
    return canBeEmpty || count.minimum == 0
  }

  private func kind(of node: PatternNode) -> Frame.Kind {
    switch node {
    case .disjunction: .disjunction
    case .repetition(_, let count): .repetition(count)
    case .lookaround(_, let lookaround): .lookaround(lookaround)
    default: .plain
    }
  }
}

extension CaptureAnalysis {
  /// False if the reference always matches empty; refuses what PCRE2 would do differently.
  private func isReadable(
    _ group: Int, _ reference: PatternReference, from frame: Int
  ) throws(PatternError) -> Bool {
    try refuseLookbehind(around: frame, reference)
    guard let capture = captureFrames[group], capture < frame else { return false }
    let common = commonAncestor(capture, frame)
    if common == capture { return false }
    if case .disjunction = frames[common].kind { return false }
    return try isVisible(capture, from: common, reference)
  }

  /// ECMA-262 matches a lookbehind from right to left (22.2.2.4): `(?<=\1(a))` reads a group that PCRE2 sets later.
  private func refuseLookbehind(around frame: Int, _ reference: PatternReference) throws(PatternError) {
    var ancestor = frame
    while ancestor > 0 {
      if case .lookaround(let lookaround) = frames[ancestor].kind, lookaround.looksBehind {
        throw refusal(reference, "a back reference inside a lookbehind is not supported: write out what it matches")
      }
      ancestor = frames[ancestor].parent
    }
  }

  private func commonAncestor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while left != right {
      if left > right { left = frames[left].parent } else { right = frames[right].parent }
    }
    return left
  }

  /// Walks from the group outwards, up to the sequence that holds the reference behind it.
  private func isVisible(
    _ capture: Int, from common: Int, _ reference: PatternReference
  ) throws(PatternError) -> Bool {
    var ancestor = frames[capture].parent
    var isRepeated = false
    var isLookedAround = false
    while ancestor != common {
      let frame = frames[ancestor]
      switch frame.kind {
      case .repetition(let count):
        if frame.iteratesOnEmpty, !count.isFixed, count.maximum > 1 || isLookedAround {
          throw emptyIteration(reference)
        }
        isRepeated = true
      case .lookaround(let lookaround) where lookaround.isNegated: return false
      case .lookaround(let lookaround):
        if lookaround.looksBehind, isRepeated { throw repeatedBehind(reference) }
        if frame.iteratesOnEmpty { throw emptyIteration(reference) }
        isLookedAround = true
      case .plain, .disjunction: break
      }
      ancestor = frame.parent
    }
    return true
  }

  private func emptyIteration(_ reference: PatternReference) -> PatternError {
    refusal(
      reference,
      "this group is inside a repetition that can match nothing, which a back reference cannot "
        + "follow: make what is repeated match at least one character")
  }

  private func repeatedBehind(_ reference: PatternReference) -> PatternError {
    refusal(reference, "this group is repeated inside a lookbehind, which a back reference cannot follow: write it out")
  }

  private func refusal(_ reference: PatternReference, _ message: String) -> PatternError {
    PatternError(offset: reference.offset, message: message)
  }
}
