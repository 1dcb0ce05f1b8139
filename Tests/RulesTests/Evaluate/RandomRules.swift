/// Random schemas and documents from a seed, as JSON text. Names and values come from small pools, so that rules and
/// documents meet often; among them are those that tempt an engine: empty, canonically equivalent, above 16 bytes.
struct RandomRules {
  var random: SeededGenerator
  /// Adds severities, messages, deprecations and defaults, which change Assay's verdict but not the standard's.
  let hasExtensions: Bool
  /// One list of normalizers for the whole file, as lists that differ must not meet; nil for none.
  let normalizers: String?
  /// The `$defs` that the schema being written may refer to, and whether it may refer to the root: never back to a
  /// schema of the same instance, which would not end.
  var reachable = 0..<0
  var reachesRoot = false
  /// Whether the schema being written is reached under a condition, where `x-normalize` is refused.
  var isConditional = false

  static let definitions = 3
  static let names = ["a", "b", "c", "", "\u{E9}", "e\u{301}", "a/b", "~", "%", "longer than sixteen bytes 1"]
  static let strings =
    names + [
      "aa", "ab", "ba", "aaaa", "\u{1F600}", "\u{1F600}\u{1F600}", "longer than sixteen bytes 2", "2022-01-01", " a ",
      "AB",
    ]
  static let numbers = [
    "0", "-0", "0.0", "1", "1.0", "1e0", "10e-1", "2", "3", "-1", "0.5", "1.5", "0.1", "0.01", "10", "1e2", "100",
    "1E+2",
    "9007199254740992", "9007199254740993", "12345678901234567890", "12345678901234567891",
    "0.100000000000000000000000000001", "0.1000000000000000000000000000010",
  ]
  static let positive = ["1", "2", "3", "0.5", "0.1", "0.01", "1.5", "1e1", "7", "12345678901234567890"]
  static let patterns = [
    "^a", "b$", "^[a-z]+$", "a|b", "^(aa)+$", "\u{E9}", "^.$", "^..$", "[^a]", "^$", "a.*b", "^(a+)+$", "^[^b]*$", "x",
    "e\u{301}",
  ]
  static let lists = [
    #""trim""#, #""lowercase""#, #"["trim","uppercase"]"#, #"["collapse-space","trim"]"#, #"["trim","date-time"]"#,
  ]
  static let types = ["null", "boolean", "integer", "number", "string", "array", "object"]

  init(seed: UInt64, hasExtensions: Bool = false, hasNormalizers: Bool = false) {
    random = SeededGenerator(seed: seed)
    self.hasExtensions = hasExtensions
    normalizers = hasNormalizers ? Self.lists.randomElement(using: &random) : nil
  }

  /// A rule file that compiles: references exist and never lead back without going into the instance.
  mutating func ruleFile() -> String {
    isConditional = true
    let definitions = (0..<Self.definitions).map { index in
      reachable = index + 1..<Self.definitions
      return "\"d\(index)\":\(schema(depth: 2, anchor: "anchor\(index)"))"
    }
    reachable = 0..<Self.definitions
    let leaf = "\"leaf\":{\(members(depth: 1).joined(separator: ","))}"
    isConditional = false
    let root = members(depth: 3) + ["\"$defs\":{\((definitions + [leaf]).joined(separator: ","))}"]
    return "{\(root.joined(separator: ","))}"
  }

  /// A document, at most four levels deep.
  mutating func document(depth: Int = 4) -> String {
    switch Int.random(in: 0..<(depth > 1 ? 12 : 7), using: &random) {
    case 0: ["null", "true", "false"][Int.random(in: 0..<3, using: &random)]
    case 1, 2, 3: pick(Self.numbers)
    case 4, 5, 6: quoted(pick(Self.strings))
    case 7, 8: "[\(list(0...4) { $0.document(depth: depth - 1) })]"
    default: object { $0.document(depth: depth - 1) }
    }
  }

  // MARK: - Parts

  /// True once in `times`.
  mutating func chance(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &random) == 0 }

  mutating func pick(_ pool: [String]) -> String { pool[Int.random(in: pool.indices, using: &random)] }

  /// A JSON string; the pools hold nothing that needs an escape.
  func quoted(_ text: String) -> String { "\"\(text)\"" }

  mutating func list(_ counts: ClosedRange<Int>, _ item: (inout Self) -> String) -> String {
    var items: [String] = []
    for _ in 0..<Int.random(in: counts, using: &random) { items.append(item(&self)) }
    return items.joined(separator: ",")
  }

  /// Up to three different names of a pool, quoted.
  mutating func names(_ pool: [String], atLeast least: Int = 1) -> [String] {
    Array(pool.shuffled(using: &random).prefix(Int.random(in: least...3, using: &random))).map(quoted)
  }

  mutating func object(_ value: (inout Self) -> String) -> String {
    var members: [String] = []
    for name in names(Self.names, atLeast: 0) { members.append("\(name):\(value(&self))") }
    return "{\(members.joined(separator: ","))}"
  }
}
