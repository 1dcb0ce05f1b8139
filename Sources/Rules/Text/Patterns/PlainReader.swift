/// Reads what most patterns are made of, ASCII without references, lookaround and names, in one pass and without a tree.
///
/// Whatever it does not know, mistakes and what deserves a warning included, is left to ``ECMAParser``, which says the same
/// of all that is read here (ECMA-262 22.2.1 with the `u` flag).
struct PlainReader {
  private static let longest = 4_096
  private static let deepest = 32

  let bytes: [UInt8]
  var position = 0
  private(set) var pattern: FlatPattern
  /// Groups around the open one.
  private var outer: [Group] = []
  private var group = Group(first: 0)

  private struct Group {
    /// Where its nodes start.
    let first: Int
    /// Where those of the alternative do that is read.
    var alternative: Int
    /// How many terms the alternative has so far.
    var terms = 0
    var hasAlternatives = false

    init(first: Int) { (self.first, alternative) = (first, first) }
  }

  /// nil for what is not plain.
  static func read(_ source: String) -> FlatPattern? {
    let bytes = Array(source.utf8)
    guard bytes.count <= longest else { return nil }
    var reader = PlainReader(bytes)
    while reader.position < bytes.count { guard reader.readTerm() else { return nil } }
    guard reader.outer.isEmpty else { return nil }
    reader.endGroup()
    return reader.pattern
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    pattern = FlatPattern(capacity: bytes.count + 2)
  }

  /// The byte here; 0, which stands for nothing, at the end.
  var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func readTerm() -> Bool {
    let first = pattern.nodes.count
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "("): return openGroup()
    case UInt8(ascii: ")"): return closeGroup()
    case UInt8(ascii: "|"):
      endAlternative()
      group.hasAlternatives = true
      return true
    case UInt8(ascii: "^"), UInt8(ascii: "$"):
      // No quantifier may follow: none is a term.
      pattern.append(byte == UInt8(ascii: "^") ? .start : .end)
      group.terms += 1
      return true
    case UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "."):
      guard let set = readSet(byte) else { return false }
      append(set)
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "]"), 0x80...:
      return false
    default: append(PlainSet(byte))
    }
    return readQuantifier(over: first)
  }

  private mutating func append(_ set: PlainSet) {
    switch set.beyond {
    case []: pattern.append(set.ascii, .none)
    case .all: pattern.append(set.ascii, .all)
    default: pattern.append(set.codePoints)
    }
  }

  // MARK: - Groups

  private mutating func openGroup() -> Bool {
    if next == UInt8(ascii: "?") {
      guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: ":") else { return false }
      position += 2
    }
    guard outer.count < Self.deepest else { return false }
    outer.append(group)
    group = Group(first: pattern.nodes.count)
    return true
  }

  private mutating func closeGroup() -> Bool {
    guard let around = outer.popLast() else { return false }
    let first = group.first
    endGroup()
    group = around
    return readQuantifier(over: first)
  }

  private mutating func endGroup() {
    endAlternative()
    if group.hasAlternatives { pattern.append(.disjunction, over: group.first) }
  }

  private mutating func endAlternative() {
    if group.terms != 1 { pattern.append(.sequence, over: group.alternative) }
    group.alternative = pattern.nodes.count
    group.terms = 0
  }

  // MARK: - Quantifiers

  /// What may follow the term whose nodes start at `first`.
  private mutating func readQuantifier(over first: Int) -> Bool {
    group.terms += 1
    switch next {
    case UInt8(ascii: "*"): pattern.appendRepetition(over: first, 0, .max)
    case UInt8(ascii: "+"): pattern.appendRepetition(over: first, 1, .max)
    case UInt8(ascii: "?"): pattern.appendRepetition(over: first, 0, 1)
    case UInt8(ascii: "{"):
      position += 1
      guard let (minimum, maximum) = readCounts() else { return false }
      pattern.appendRepetition(over: first, minimum, maximum)
    default: return true
    }
    position += 1
    // Greed decides what is captured, not whether there is a match.
    if next == UInt8(ascii: "?") { position += 1 }
    return true
  }

  /// Up to the closing brace.
  private mutating func readCounts() -> (Int, Int)? {
    guard let minimum = readNumber() else { return nil }
    if next == UInt8(ascii: "}") { return (minimum, minimum) }
    guard next == UInt8(ascii: ",") else { return nil }
    position += 1
    if next == UInt8(ascii: "}") { return (minimum, .max) }
    guard let maximum = readNumber(), next == UInt8(ascii: "}"), minimum <= maximum else { return nil }
    return (minimum, maximum)
  }

  /// Large counts are left to the parser.
  private mutating func readNumber() -> Int? {
    let start = position
    var value = 0
    while case let digit = next &- 0x30, digit < 10 {
      value = value * 10 + Int(digit)
      position += 1
      guard position - start <= 6 else { return nil }
    }
    return position > start ? value : nil
  }
}
