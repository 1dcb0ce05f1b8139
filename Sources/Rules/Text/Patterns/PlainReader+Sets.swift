/// A set out of those that plain patterns can name.
struct PlainSet {
  /// The parts that plain sets split what is beyond ASCII into.
  struct Beyond: OptionSet {
    let rawValue: UInt8
    /// U+2028 and U+2029.
    static let lineTerminators = Beyond(rawValue: 1)
    /// All other white space.
    static let spaces = Beyond(rawValue: 2)
    static let others = Beyond(rawValue: 4)
    static let all: Beyond = [.lineTerminators, .spaces, .others]
  }

  var ascii = ASCIIBits()
  var beyond: Beyond = []

  init() {}

  init(_ byte: UInt8) { ascii.insert(byte) }

  init(_ set: CodePointSet, _ beyond: Beyond) {
    ascii = ASCIIBits(set)
    self.beyond = beyond
  }

  static let digits = PlainSet(.digits, [])
  static let word = PlainSet(.word, [])
  static let space = PlainSet(.space, [.lineTerminators, .spaces])
  static let lineTerminators = PlainSet(.lineTerminators, .lineTerminators)

  var inverted: PlainSet {
    var set = self
    set.ascii.invert()
    set.beyond = .all.subtracting(beyond)
    return set
  }

  mutating func formUnion(_ other: PlainSet) {
    ascii.formUnion(other.ascii)
    beyond.formUnion(other.beyond)
  }

  /// The same as ranges.
  var codePoints: CodePointSet {
    var set = CodePointSet(ASCII.all.filter { contains($0) }.map { UInt32($0)...UInt32($0) })
    let (spaces, terminators) = (CodePointSet.space.beyondASCII, CodePointSet.lineTerminators.beyondASCII)
    if beyond.contains(.lineTerminators) { set = set.union(terminators) }
    if beyond.contains(.spaces) {
      set = set.union(CodePointSet(spaces.ranges.filter { !terminators.contains($0.lowerBound) }))
    }
    if beyond.contains(.others) { set = set.union(spaces.complement.beyondASCII) }
    return set
  }

  private func contains(_ byte: UInt8) -> Bool {
    (byte < 64 ? ascii.low : ascii.high) >> UInt64(byte & 63) & 1 == 1
  }

  private enum ASCII { static let all: ClosedRange<UInt8> = 0...0x7F }
}

/// CharacterClass, CharacterClassEscape and `.` (ECMA-262 22.2.1).
extension PlainReader {
  /// From behind its first byte; nil for what is not plain.
  mutating func readSet(_ first: UInt8) -> PlainSet? {
    switch first {
    case UInt8(ascii: "."): PlainSet.lineTerminators.inverted
    case UInt8(ascii: "["): readClass()
    default: readEscape(inClass: false)?.set
    }
  }

  private mutating func readClass() -> PlainSet? {
    let isNegated = next == UInt8(ascii: "^")
    if isNegated { position += 1 }
    var set = PlainSet()
    while next != UInt8(ascii: "]") {
      guard readItem(&set) else { return nil }
    }
    position += 1
    return isNegated ? set.inverted : set
  }

  /// An atom, or two with `-` between them. A `-` before `]` is itself.
  private mutating func readItem(_ set: inout PlainSet) -> Bool {
    guard let lower = readAtom() else { return false }
    guard next == UInt8(ascii: "-"), position + 1 < bytes.count, bytes[position + 1] != UInt8(ascii: "]") else {
      set.formUnion(lower.set)
      return true
    }
    position += 1
    guard let upper = readAtom(), let first = lower.byte, let last = upper.byte, first <= last else { return false }
    set.ascii.insert(first, last)
    return true
  }

  private struct Atom {
    let set: PlainSet
    /// If it is a single character.
    let byte: UInt8?

    init(_ set: PlainSet) { (self.set, byte) = (set, nil) }

    init(_ byte: UInt8) { (set, self.byte) = (PlainSet(byte), byte) }
  }

  private mutating func readAtom() -> Atom? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    position += 1
    if byte == UInt8(ascii: "\\") { return readEscape(inClass: true) }
    // `[:alpha:]` deserves a warning.
    if byte >= 0x80 || byte == UInt8(ascii: "[") { return nil }
    return Atom(byte)
  }

  private mutating func readEscape(inClass: Bool) -> Atom? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "d"): return Atom(.digits)
    case UInt8(ascii: "D"): return Atom(PlainSet.digits.inverted)
    case UInt8(ascii: "s"): return Atom(.space)
    case UInt8(ascii: "S"): return Atom(PlainSet.space.inverted)
    case UInt8(ascii: "w"): return Atom(.word)
    case UInt8(ascii: "W"): return Atom(PlainSet.word.inverted)
    case UInt8(ascii: "t"): return Atom(0x09)
    case UInt8(ascii: "n"): return Atom(0x0A)
    case UInt8(ascii: "v"): return Atom(0x0B)
    case UInt8(ascii: "f"): return Atom(0x0C)
    case UInt8(ascii: "r"): return Atom(0x0D)
    case UInt8(ascii: "-") where inClass: return Atom(byte)
    // IdentityEscape under `u`: SyntaxCharacter or `/`.
    case UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "."), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "/"):
      return Atom(byte)
    default: return nil
    }
  }
}
