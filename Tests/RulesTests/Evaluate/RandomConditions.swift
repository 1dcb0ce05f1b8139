/// Random objects, and rules that ask them for names and branches: `anyOf`, `oneOf`, `not`, `if` and dependencies, inside
/// each other and beside properties.
struct RandomConditions {
  private var random: SeededGenerator
  private static let names = ["a", "b", "c", "kind", "longer than sixteen", "\u{E9}"]
  private static let values = [
    #""a""#, #""b""#, #""\u0062""#, #""x y""#, "1", "1.0", "2", "null", "true", "false", "[]", #"["a"]"#,
  ]
  private static let types = ["string", "number", "integer", "boolean", "array", "object"]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func schema() -> String {
    let properties = chance(2) ? "\"properties\":{\(properties(depth: 1))}," : ""
    let additional =
      chance(4) ? "\"additionalProperties\":\(chance(2) ? "false" : "{\"type\":[\"string\",\"object\"]}")," : ""
    let keywords = "\(keyword(depth: 3)),\"allOf\":[{\(keyword(depth: 2))}]"
    return "{\(properties)\(additional)\(keywords),\"$defs\":{\"d\":\(branch(depth: 0))}}"
  }

  mutating func document(depth: Int = 3) -> String {
    let members = Self.names.shuffled(using: &random).filter { _ in chance(2) }.map { name in
      let value = depth > 0 && chance(5) ? document(depth: depth - 1) : pick(Self.values)
      return "\"\(chance(12) ? escaped(name) : name)\":\(value)"
    }
    return "{\(members.joined(separator: chance(2) ? "," : " ,\n "))}"
  }

  private mutating func chance(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &random) == 0 }

  private mutating func pick(_ pool: [String]) -> String { pool[Int.random(in: pool.indices, using: &random)] }

  private func escaped(_ name: String) -> String {
    name.replacing("a", with: "\\u0061").replacing("\u{E9}", with: "\\u00e9").replacing(" ", with: "\\u0020")
  }

  private mutating func keyword(depth: Int) -> String {
    switch Int.random(in: 0..<7, using: &random) {
    case 0, 1: "\"anyOf\":[\(branches(depth))]"
    case 2, 3: "\"oneOf\":[\(branches(depth))]"
    case 4: "\"not\":\(branch(depth: depth - 1))"
    case 5:
      "\"if\":\(branch(depth: depth - 1)),\"then\":\(branch(depth: depth - 1)),\"else\":\(branch(depth: depth - 1))"
    default: "\"dependentRequired\":{\"\(pick(Self.names))\":[\"\(pick(Self.names))\"]}"
    }
  }

  private mutating func branches(_ depth: Int) -> String {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in branch(depth: depth - 1) }.joined(separator: ",")
  }

  private mutating func branch(depth: Int) -> String {
    if chance(25) { return chance(2) ? "true" : "false" }
    if depth > 0, chance(12) { return "{\"$ref\":\"#/$defs/d\"}" }
    var keywords: [String] = []
    if chance(3) { keywords.append("\"required\":[\"\(pick(Self.names))\"]") }
    if chance(2) { keywords.append("\"properties\":{\(properties(depth: depth))}") }
    if chance(5) { keywords.append("\"additionalProperties\":\(chance(2) ? "false" : "{\"type\":\"string\"}")") }
    if chance(8) { keywords.append("\"type\":\"object\"") }
    if chance(10) { keywords.append("\"minProperties\":2") }
    if chance(10) { keywords.append("\"patternProperties\":{\"^[a-k]\":{\"type\":[\"string\",\"number\"]}}") }
    if depth > 0, chance(3) { keywords.append(keyword(depth: depth)) }
    return "{\(keywords.joined(separator: ","))}"
  }

  private mutating func properties(depth: Int) -> String {
    Self.names.filter { _ in chance(3) }.map { name in
      let schema =
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: "{\"const\":\(pick(Self.values))}"
        case 2: "{\"enum\":[\(pick(Self.values)),\(pick(Self.values))]}"
        case 3: "{\"type\":\"\(pick(Self.types))\"}"
        case 4: depth > 0 ? branch(depth: depth - 1) : "true"
        default: "{}"
        }
      return "\"\(name)\":\(schema)"
    }.joined(separator: ",")
  }
}
