// Schemas of every keyword that is supported, nested.
extension RandomRules {
  mutating func schema(depth: Int, anchor: String? = nil) -> String {
    if anchor == nil, chance(6) { return chance(4) ? "false" : "true" }
    let named = anchor.map { ["\"$anchor\":\"\($0)\""] } ?? []
    return "{\((named + members(depth: depth)).joined(separator: ","))}"
  }

  /// A schema for another value, from where every definition may be referred to.
  mutating func childSchema(_ depth: Int) -> String {
    let outer = (reachable, reachesRoot)
    (reachable, reachesRoot) = (0..<Self.definitions, normalizers == nil)
    defer { (reachable, reachesRoot) = outer }
    return schema(depth: depth - 1)
  }

  mutating func inPlaceSchema(_ depth: Int) -> String { schema(depth: depth - 1) }

  mutating func conditional(_ write: (inout Self) -> String) -> String {
    let outer = isConditional
    isConditional = true
    defer { isConditional = outer }
    return write(&self)
  }

  mutating func members(depth: Int) -> [String] {
    var keywords: [String: String] = [:]
    for _ in 0..<Int.random(in: 1...(depth > 1 ? 4 : 2), using: &random) {
      for (name, value) in keyword(depth: depth) { keywords[name] = value }
    }
    if hasExtensions { addExtensions(&keywords) }
    if let normalizers, !isConditional, chance(2) { keywords["x-normalize"] = normalizers }
    // Sorted: a dictionary's order would differ from run to run.
    return keywords.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
  }

  mutating func keyword(depth: Int) -> [(String, String)] {
    if depth <= 1 || chance(3) { return [assertion()] }
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return [("allOf", "[\(list(1...2) { $0.inPlaceSchema(depth) })]")]
    case 1: return [("anyOf", conditional { "[\($0.list(1...3) { $0.inPlaceSchema(depth) })]" })]
    case 2: return [("oneOf", conditional { "[\($0.list(1...3) { $0.inPlaceSchema(depth) })]" })]
    case 3: return [("not", conditional { $0.inPlaceSchema(depth) })]
    case 4: return condition(depth)
    case 5: return [("items", childSchema(depth))]
    case 6: return [("prefixItems", "[\(list(1...2) { $0.childSchema(depth) })]"), ("items", childSchema(depth))]
    case 7: return [("contains", conditional { $0.childSchema(depth) })] + containsLimits()
    case 8, 9: return [("properties", object { $0.childSchema(depth) })]
    case 10: return [("patternProperties", patternObject(depth))]
    case 11: return [("properties", object { $0.childSchema(depth) }), ("additionalProperties", childSchema(depth))]
    case 12: return [("patternProperties", patternObject(depth)), ("additionalProperties", childSchema(depth))]
    case 13: return [("propertyNames", conditional { $0.childSchema(depth) })]
    case 14: return [("dependentSchemas", conditional { $0.object { $0.inPlaceSchema(depth) } })]
    case 15, 16: return [("unevaluatedProperties", conditional { $0.childSchema(depth) })] + annotators(depth)
    case 17: return [("unevaluatedItems", conditional { $0.childSchema(depth) })] + annotators(depth)
    default: return [("$ref", reference())]
    }
  }

  /// What evaluates parts of the same value.
  mutating func annotators(_ depth: Int) -> [(String, String)] {
    let places = ["allOf", "anyOf", "oneOf"]
    return [(pick(places), conditional { "[\($0.list(1...3) { $0.inPlaceSchema(depth) })]" })]
      + (chance(2) ? condition(depth) : [])
  }

  mutating func condition(_ depth: Int) -> [(String, String)] {
    let all = ["if", "then", "else"].map { name in (name, conditional { $0.inPlaceSchema(depth) }) }
    return chance(3) ? Array(all.prefix(2)) : chance(3) ? [all[0], all[2]] : all
  }

  mutating func containsLimits() -> [(String, String)] {
    let least = [("minContains", "\(Int.random(in: 0...2, using: &random))")]
    let most = [("maxContains", "\(Int.random(in: 0...2, using: &random))")]
    return chance(3) ? least : chance(3) ? most : chance(2) ? least + most : []
  }

  mutating func assertion() -> (String, String) {
    let count = "\(Int.random(in: 0...3, using: &random))"
    switch Int.random(in: 0..<18, using: &random) {
    case 0, 1: return ("type", chance(2) ? quoted(pick(Self.types)) : "[\(names(Self.types).joined(separator: ","))]")
    case 2: return ("enum", "[\(list(1...4) { $0.document(depth: 2) })]")
    case 3: return ("const", document(depth: 2))
    case 4: return ("multipleOf", pick(Self.positive))
    case 5: return (pick(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]), pick(Self.numbers))
    case 6, 7: return (pick(["minLength", "maxLength"]), count)
    case 8: return ("pattern", quoted(pick(Self.patterns)))
    case 9: return (pick(["minItems", "maxItems"]), count)
    case 10: return ("uniqueItems", chance(4) ? "false" : "true")
    case 11: return (pick(["minProperties", "maxProperties"]), count)
    case 12, 13: return ("required", "[\(names(Self.names).joined(separator: ","))]")
    case 14: return ("dependentRequired", object { "[\($0.names(Self.names).joined(separator: ","))]" })
    case 15: return ("propertyNames", "{\(quoted(pick(["minLength", "maxLength"]))):\(count)}")
    case 16: return ("items", "{\"type\":\(quoted(pick(Self.types)))}")
    default: return ("properties", object { "{\"type\":\($0.quoted($0.pick(Self.types)))}" })
    }
  }

  mutating func reference() -> String {
    if reachesRoot, chance(4) { return "\"#\"" }
    guard let index = reachable.randomElement(using: &random) else { return "\"#/$defs/leaf\"" }
    return chance(2) ? "\"#/$defs/d\(index)\"" : "\"#anchor\(index)\""
  }

  mutating func patternObject(_ depth: Int) -> String {
    let chosen = Self.patterns.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random))
    var members: [String] = []
    for pattern in chosen { members.append("\(quoted(pattern)):\(childSchema(depth))") }
    return "{\(members.joined(separator: ","))}"
  }

  mutating func addExtensions(_ keywords: inout [String: String]) {
    let severity = quoted(pick(["error", "warning", "info"]))
    let present = keywords.keys.sorted()
    if chance(3) {
      keywords["x-severity"] = chance(2) ? severity : "{\(quoted(pick(present))):\(severity)}"
    }
    if chance(6) { keywords["x-message"] = "\"{value} {limit} {other}\"" }
    if chance(6) { keywords["deprecated"] = "true" }
    if chance(4) { keywords["default"] = document(depth: 2) }
  }
}
