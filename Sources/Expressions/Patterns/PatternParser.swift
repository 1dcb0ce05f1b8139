/// Reads the syntax of RE2, and refuses what RE2 refuses: back references, look-around, possessive and doubled repetition.
struct PatternParser {
  let scalars: [UInt32]
  var index = 0
  private var depth = 0
  var flags = Flags()
  private var names: Set<String> = []

  struct Flags {
    var ignoresCase = false
    var isMultiline = false
    var dotIsAll = false
  }

  static func parse(_ bytes: [UInt8]) throws(PatternError) -> PatternNode {
    guard bytes.count <= 10_000 else {
      throw PatternError(message: "the pattern has \(bytes.count) bytes; at most 10000 are allowed")
    }
    var parser = PatternParser(scalars: String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value))
    let node = try parser.choice()
    guard parser.index == parser.scalars.count else { throw parser.error("')' closes no group") }
    return node
  }

  private init(scalars: [UInt32]) { self.scalars = scalars }

  private mutating func choice() throws(PatternError) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 200, !StackGuard.isLow() else { throw error("groups are nested deeper than 200 levels") }
    var branches = [try sequence()]
    while accept("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while peek() != nil, !isNext("|"), !isNext(")") {
      guard let atom = try atom() else { continue }
      nodes.append(try repeated(atom))
    }
    return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
  }

  /// One item; nil for what only sets flags.
  private mutating func atom() throws(PatternError) -> PatternNode? {
    let scalar = scalars[index]
    index += 1
    switch Unicode.Scalar(scalar) {
    case "(": return try group()
    case "[": return .set(folded(try characterClass()))
    case ".": return .set(flags.dotIsAll ? .all : ScalarSet.newline.inverted)
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    case "*", "+", "?": throw error("there is nothing to repeat")
    case "\\": return try escape()
    default: return literal(scalar)
    }
  }

  func literal(_ scalar: UInt32) -> PatternNode { .set(folded(ScalarSet([scalar...scalar]))) }

  func folded(_ set: ScalarSet) -> ScalarSet { flags.ignoresCase ? CaseFolding.close(set) : set }

  // MARK: Repetition

  private mutating func repeated(_ node: PatternNode) throws(PatternError) -> PatternNode {
    guard let (low, high) = try readRepetition() else { return node }
    _ = accept("?")
    let mark = index
    guard try readRepetition() == nil else {
      index = mark
      throw error("a repetition cannot be repeated; use a group: (?:a*)*")
    }
    index = mark
    let repetition = PatternNode.repetition(node, low, high)
    guard repetition.product <= 1000 else { throw error("repetitions in repetitions multiply to more than 1000") }
    return repetition
  }

  private mutating func readRepetition() throws(PatternError) -> (Int, Int?)? {
    if accept("*") { return (0, nil) }
    if accept("+") { return (1, nil) }
    if accept("?") { return (0, 1) }
    let start = index
    guard accept("{"), let low = number() else {
      index = start
      return nil
    }
    var high: Int? = low
    if accept(",") { high = number() }
    // What is no repetition is text.
    guard accept("}") else {
      index = start
      return nil
    }
    guard low <= 1000, high ?? 0 <= 1000, low <= high ?? low else {
      throw error("a repetition is {n,m} with n <= m <= 1000")
    }
    return (low, high)
  }

  private mutating func number() -> Int? {
    let start = index
    var value = 0
    while let scalar = peek(), (0x30...0x39).contains(scalar), index - start < 9 {
      value = value * 10 + Int(scalar - 0x30)
      index += 1
    }
    return index > start ? value : nil
  }

  // MARK: Groups

  private mutating func group() throws(PatternError) -> PatternNode? {
    let outer = flags
    if accept("?"), try !readFlags() { return nil }
    let node = try choice()
    guard accept(")") else { throw error("a group is not closed; add ')'") }
    flags = outer
    return node
  }

  /// Behind `(?`. False when the group only set flags, `(?i)`, and is over.
  private mutating func readFlags() throws(PatternError) -> Bool {
    if accept("P") || isNext("<") { return try readName() }
    var isOn = true
    var seen = false
    while let scalar = peek() {
      index += 1
      switch Unicode.Scalar(scalar) {
      case "i": flags.ignoresCase = isOn
      case "m": flags.isMultiline = isOn
      case "s": flags.dotIsAll = isOn
      case "U": break
      case "-" where isOn:
        isOn = false
        seen = false
        continue
      case ":" where isOn || seen: return true
      case ")" where seen: return false
      case "=", "!", ">": throw error("RE2 has no look-around and no atomic groups; say it in two patterns")
      default: throw error("(? is followed by flags of i, m, s, U, by a name, or by ':'")
      }
      seen = true
    }
    throw error("a group is not closed; add ')'")
  }

  private mutating func readName() throws(PatternError) -> Bool {
    guard accept("<") else { throw error("a named group is written (?P<name>...)") }
    guard !isNext("="), !isNext("!") else { throw error("RE2 has no look-behind; say it in two patterns") }
    var name = ""
    while let scalar = peek(), scalar < 0x80, UInt8(scalar).isIdentifierPart {
      name.unicodeScalars.append(Unicode.Scalar(UInt8(scalar)))
      index += 1
    }
    guard !name.isEmpty, accept(">") else { throw error("the name of a group has letters, digits and '_'") }
    guard names.insert(name).inserted else { throw error("two groups are named '\(name)'") }
    return true
  }

  // MARK: Characters

  func peek() -> UInt32? { index < scalars.count ? scalars[index] : nil }

  func isNext(_ scalar: Unicode.Scalar) -> Bool { peek() == scalar.value }

  mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard isNext(scalar) else { return false }
    index += 1
    return true
  }

  func error(_ message: String) -> PatternError { PatternError(message: "\(message) (character \(index))") }
}
