@testable import Rules

/// Random `anyOf`s and `oneOf`s over branches that often, and not always, can be told apart.
struct RandomChoices {
  private var random: SeededGenerator
  private static let names = ["kind", "type", "k\u{E9}", "a"]
  private static let values = [#""a""#, #""b""#, #""c""#, #""\u0061b""#, "1", "1.0", "2", "null", "true", "[]", "{}"]
  private static let types = ["object", "object", "string", "number", "integer", "array", "null", "boolean"]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func schema() -> String {
    let definitions = (0..<3).map { "\"d\($0)\":\(branch(depth: 0))" }
    let around = ["", "\"unevaluatedProperties\":false,"]
    return "{\(pick(around))\(choice(depth: 2)),\"$defs\":{\(definitions.joined(separator: ","))}}"
  }

  mutating func document() -> String {
    if chance(4) { return pick(Self.values + ["0", "\"\"", "[1]"]) }
    let names = Self.names.filter { _ in chance(2) }
    return "{\(names.map { "\"\($0)\":\(pick(Self.values))" }.joined(separator: ","))}"
  }

  private mutating func chance(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &random) == 0 }

  private mutating func pick(_ pool: [String]) -> String { pool[Int.random(in: pool.indices, using: &random)] }

  private mutating func choice(depth: Int) -> String {
    let branches = (0..<Int.random(in: 1...5, using: &random)).map { _ in branch(depth: depth - 1) }
    return "\"\(chance(2) ? "anyOf" : "oneOf")\":[\(branches.joined(separator: ","))]"
  }

  private mutating func branch(depth: Int) -> String {
    if chance(20) { return chance(2) ? "true" : "false" }
    var keywords: [String] = []
    if chance(3) { keywords.append("\"type\":\"\(pick(Self.types))\"") }
    if chance(8) { keywords.append("\"enum\":[\(pick(Self.values)),\(pick(Self.values))]") }
    if chance(2) { keywords.append("\"properties\":{\(properties())}") }
    if chance(3) { keywords.append("\"required\":[\"\(pick(Self.names))\"]") }
    if chance(6) { keywords.append("\"minProperties\":2") }
    // Means nothing here: branches are seen as the standard sees them.
    if chance(6) { keywords.append("\"x-severity\":\"warning\"") }
    if depth > 0, chance(3) { keywords.append(choice(depth: depth)) }
    if depth > 0, chance(4) { keywords.append("\"$ref\":\"#/$defs/d\(Int.random(in: 0..<3, using: &random))\"") }
    if depth > 0, chance(6) { keywords.append("\"allOf\":[\(branch(depth: 0))]") }
    return "{\(keywords.joined(separator: ","))}"
  }

  private mutating func properties() -> String {
    Self.names.filter { _ in chance(2) }.map { name in
      let values = "[\(pick(Self.values)),\(pick(Self.values))]"
      let schema = chance(2) ? "{\"const\":\(pick(Self.values))}" : chance(3) ? "{}" : "{\"enum\":\(values)}"
      return "\"\(name)\":\(schema)"
    }.joined(separator: ",")
  }
}
