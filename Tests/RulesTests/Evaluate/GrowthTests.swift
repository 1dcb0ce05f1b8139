import Testing

@testable import Rules

/// Rules with very many parts, and values that share what tables look at first. No clock is read: what is quadratic takes
/// many minutes here, and the limit only ends the waiting.
@Suite(.timeLimit(.minutes(15))) struct GrowthTests {
  private static let count = 30_000

  private func list(_ part: (Int) -> String) -> String { (0..<Self.count).map(part).joined(separator: ",") }

  private func expect(_ rules: RuleSet, _ document: String, _ verdict: Verdict) {
    #expect(rules.isValid(document) == (verdict == .valid))
    #expect(rules.check(document).verdict == verdict)
  }

  @Test("an enum of many values of each kind is searched by hash")
  func enumeration() throws {
    let values = list { ["\($0).50", "[\($0)]", "{\"a\":\($0)}", "\"\($0)\""][$0 % 4] }
    let rules = try RuleSet.compile("{\"items\":{\"enum\":[\(values)]}}")
    let valid = list {
      ["\($0)5e-1".replacing("5e-1", with: ".5"), "[\($0).0]", "{ \"a\":\($0)}", "\"\($0)\""][$0 % 4]
    }
    expect(rules, "[\(valid)]", .valid)
    for other in ["1", "[2]", "{\"a\":1}", "\"0\"", "null"] { expect(rules, "[\(valid),\(other)]", .invalid) }
  }

  @Test("names that differ only in their middle are told apart as fast as others", arguments: ["enum", "properties"])
  func middles(_ keyword: String) throws {
    let names = (0..<Self.count).map { "\"common/\($0 + 100_000)/common\"" }
    let schema =
      keyword == "enum"
      ? "{\"enum\":[\(names.joined(separator: ","))]}"
      : "{\"properties\":{\(names.map { "\($0):true" }.joined(separator: ","))},\"additionalProperties\":false}"
    let rules = try RuleSet.compile("{\"items\":\(schema)}")
    func document(_ names: [String]) -> String {
      "[\(names.map { keyword == "enum" ? $0 : "{\($0):1}" }.joined(separator: ","))]"
    }
    expect(rules, document(names), .valid)
    expect(rules, document(["\"common/99999x/common\""]), .invalid)
  }

  @Test("dependencies between very many names are looked up", arguments: [1, 2])
  func dependencies(_ needed: Int) throws {
    let needs = list {
      "\"n\($0)\":[\((0..<needed).map { "\"m\($0)\"" }.joined(separator: ",")),\"n\(Self.count - 1)\"]"
    }
    let rules = try RuleSet.compile("{\"dependentRequired\":{\(needs)}}")
    let members = list { "\"n\($0)\":0" }
    expect(rules, "{\(members),\"m0\":0,\"m1\":0}", .valid)
    expect(rules, "{\(members)}", .invalid)
    expect(rules, "[\(list { _ in "{\"other\":0}" })]", .valid)
  }

  @Test("very many required names are counted")
  func required() throws {
    let rules = try RuleSet.compile("{\"required\":[\(list { "\"n\($0)\"" })]}")
    expect(rules, "{\(list { "\"n\($0)\":0" })}", .valid)
    expect(rules, "{\(list { "\"n\($0 + 1)\":0" })}", .invalid)
  }

  @Test(
    "unique items are told apart by hash, whatever they are",
    arguments: ["\"a%\"", "%.0", "[[%]]", "{\"a\":%,\"b\":[]}"])
  func unique(_ item: String) throws {
    let rules = try RuleSet.compile(#"{"uniqueItems":true}"#)
    func items(_ last: Int) -> String {
      list { item.replacing("%", with: "\($0)") } + "," + item.replacing("%", with: "\(last)")
    }
    expect(rules, "[\(items(Self.count))]", .valid)
    expect(rules, "[\(items(Self.count / 2))]", .invalid)
  }

  @Test("propertyDependencies of one name stand together, in any order of the file")
  func values() throws {
    let rules = try RuleSet.compile(
      #"{"$schema":"https://json-schema.org/v1","propertyDependencies":{"a":{"x":{"required":["b"]},"y":{"required":["c"]}},"d":{"x":false}}}"#
    )
    for document in [#"{"a":"x","b":0}"#, #"{"a":"y","c":0}"#, #"{"a":"z"}"#, #"{"d":"y","a":1}"#] {
      expect(rules, document, .valid)
    }
    for document in [#"{"a":"x","c":0}"#, #"{"a":"y","b":0}"#, #"{"d":"x"}"#] { expect(rules, document, .invalid) }
  }
}
