/// A pattern as it was written. Groups are gone: whether a text matches does not depend on them.
indirect enum PatternNode {
  case empty
  case set(ScalarSet)
  case assertion(PatternAssertion)
  case sequence([PatternNode])
  case choice([PatternNode])
  case repetition(PatternNode, Int, Int?)
}

extension PatternNode {
  /// How often the most repeated part is written out.
  var product: Int {
    switch self {
    case .empty, .set, .assertion: 1
    case .sequence(let nodes), .choice(let nodes): nodes.reduce(1) { max($0, $1.product) }
    case .repetition(let node, let low, let high): max(high ?? low, low, 1) * node.product
    }
  }
}

/// What is between two bytes.
enum PatternAssertion: UInt8 {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary

  /// Whether it holds between two bytes; nil stands for the ends of the text.
  func holds(_ previous: UInt8?, _ next: UInt8?) -> Bool {
    switch self {
    case .textStart: previous == nil
    case .textEnd: next == nil
    case .lineStart: previous == nil || previous == 0x0A
    case .lineEnd: next == nil || next == 0x0A
    case .wordBoundary: Self.isWord(previous) != Self.isWord(next)
    case .noWordBoundary: Self.isWord(previous) == Self.isWord(next)
    }
  }

  static func isWord(_ byte: UInt8?) -> Bool { byte?.isIdentifierPart ?? false }
}
