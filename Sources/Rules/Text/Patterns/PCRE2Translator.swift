/// Writes a tree as PCRE2 pattern text. Every literal but ASCII letters and digits becomes `\x{...}`, so that nothing
/// in the pattern can turn into PCRE2 syntax (`\Q`, `(*VERB)`, `[:alpha:]`, comments).
///
/// The text is meant for the options in `PCRE2Code`: UTF, no UCP, DOTALL (so that `.` is any code point).
struct PCRE2Translator {
  struct Translation: Sendable {
    var text: [UInt8] = []
    /// Ascending in `text`: from here on, the text came from that offset of the source.
    var marks: [(text: Int, source: Int)] = []
    var hasBackReferences = false
    var hasLookaround = false

    /// The source offset of an offset that PCRE2 reports.
    func sourceOffset(_ offset: Int) -> Int {
      marks.last { $0.text <= offset }?.source ?? 0
    }
  }

  /// Far more than PCRE2 can compile (64 Ki units of code with its usual link size).
  static let maximumLength = 1 << 20

  private(set) var translation = Translation()
  /// For PCRE2's breadth-first matcher, which keeps a state for every length of `a+`, but one for `a*`.
  let isForAutomaton: Bool
  private let groups: [[Int]]
  private let references: [PatternReference]
  let captured: Set<Int>
  /// From ECMA's group number to PCRE2's, which counts the captured groups only.
  private let numbers: [Int: Int]

  static func translate(_ tree: PatternTree, forAutomaton: Bool = false) throws(PatternError) -> Translation {
    let (tree, analysis) = try analysed(tree)
    var translator = PCRE2Translator(tree, analysis, isForAutomaton: forAutomaton)
    try translator.write(tree.root)
    return translator.translation
  }

  /// With guards only where there is no other way, for they cost time.
  private static func analysed(_ tree: PatternTree) throws(PatternError) -> (PatternTree, CaptureAnalysis) {
    do throws(PatternError) {
      return (tree, try CaptureAnalysis(tree))
    } catch {
      let guarded = GuardedIterations.rewritten(tree)
      return (guarded, try CaptureAnalysis(guarded))
    }
  }

  private init(_ tree: PatternTree, _ analysis: CaptureAnalysis, isForAutomaton: Bool) {
    references = tree.references
    self.isForAutomaton = isForAutomaton
    groups = analysis.groups
    captured = analysis.captured
    numbers = Dictionary(uniqueKeysWithValues: captured.sorted().enumerated().map { ($1, $0 + 1) })
  }

  mutating func append(_ text: String) {
    translation.text += text.utf8
  }

  mutating func mark(_ source: Int) {
    translation.marks.append((translation.text.count, source))
  }

  /// A node in any place but under a quantifier; alternatives are not parenthesised.
  mutating func write(_ node: PatternNode) throws(PatternError) {
    guard translation.text.count <= Self.maximumLength else { throw tooLarge }
    switch node {
    case .empty: append("(?:)")
    case .character(let codePoint): writeLiteral(codePoint)
    case .characters(let set): try writeClass(set)
    case .sequence(let nodes): for node in nodes { try writeTerm(node) }
    case .disjunction(let nodes): try writeAlternatives(nodes)
    case .capture(let number, let body): try writeGroup(captured.contains(number) ? "(" : "(?:", body)
    case .repetition(let body, let count): try writeRepetition(body, count)
    case .lookaround(let body, let lookaround): try writeLookaround(body, lookaround)
    case .backReference(let index): writeReference(index)
    // PCRE2's `$` also matches before a final newline; ECMA-262 22.2.2.4 does not.
    case .start: append("\\A")
    case .end: append("\\z")
    // ASCII, as UCP is off.
    case .wordBoundary(let isNegated): append(isNegated ? "\\B" : "\\b")
    }
  }

  var tooLarge: PatternError {
    PatternError(offset: translation.marks.last?.source ?? 0, message: "the pattern is too large: simplify it")
  }

  private mutating func writeTerm(_ node: PatternNode) throws(PatternError) {
    // Alternatives that set captured groups bring a parenthesis of their own.
    if case .disjunction(let nodes) = node, capturedGroups(in: nodes).isEmpty { return try writeGroup("(?:", node) }
    try write(node)
  }

  mutating func writeGroup(_ open: String, _ body: PatternNode) throws(PatternError) {
    append(open)
    try write(body)
    append(")")
  }

  private mutating func writeReference(_ index: Int) {
    let targets = groups[index].compactMap { numbers[$0] }
    guard !targets.isEmpty else { return append("(?:)") }
    translation.hasBackReferences = true
    let text = targets.map { "\\g{\($0)}" }.joined()
    append(references[index].ignoresCase ? "(?i:\(text))" : "(?:\(text))")
  }

  private mutating func writeLookaround(
    _ body: PatternNode, _ lookaround: PatternLookaround
  ) throws(PatternError) {
    translation.hasLookaround = true
    mark(lookaround.offset)
    append(lookaround.looksBehind ? "(?<" : "(?")
    append(lookaround.isNegated ? "!" : "=")
    if lookaround.looksBehind { try writeBehind(body, lookaround) } else { try write(body) }
    append(")")
  }

  private mutating func writeBehind(_ body: PatternNode, _ lookaround: PatternLookaround) throws(PatternError) {
    guard let alternatives = LookbehindExpansion(captured: captured).alternatives(behind: body) else {
      throw PatternError(
        offset: lookaround.offset,
        message: "a lookbehind of varying length is not supported: write its alternatives with fixed lengths")
    }
    try write(.disjunction(alternatives))
  }
}
