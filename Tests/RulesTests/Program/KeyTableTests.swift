import Testing

@testable import Rules

/// A set of names that tempts a table that looks at eight bytes, at sixteen, or at a hash.
struct NameSet: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let names: [String]

  static let all: [NameSet] = [
    NameSet(testDescription: "the empty name alone", names: [""]),
    NameSet(testDescription: "one short name", names: ["a"]),
    NameSet(testDescription: "names of one to seven bytes", names: (1...7).map { String(repeating: "a", count: $0) }),
    NameSet(testDescription: "names of eight bytes", names: (0..<9).map { "abcdefg\($0)" }),
    NameSet(testDescription: "names of sixteen bytes", names: (0..<9).map { "abcdefgh\($0)jklmnop" }),
    NameSet(testDescription: "names of seventeen bytes", names: (0..<9).map { "abcdefgh\($0)ijklmnop" }),
    NameSet(
      testDescription: "names of forty bytes that share the first and the last eight",
      names: (10..<60).map { "abcdefgh" + "middle-middle-middle-\($0)-" + "ijklmnop" }),
    NameSet(
      testDescription: "names that are one byte longer each",
      names: (0...40).map { String(repeating: "ab", count: $0 / 2) + ($0 % 2 == 1 ? "a" : "") }),
    NameSet(testDescription: "common prefixes", names: (0..<40).map { "common/prefix/of/names/\($0)" }),
    NameSet(testDescription: "common suffixes", names: (10..<50).map { "\($0)/common/suffix/of/names" }),
    NameSet(testDescription: "three hundred names", names: (0..<300).map { "property-\($0)" }),
    NameSet(
      testDescription: "three hundred names that share the first and the last eight",
      names: (100..<400).map { "abcdefgh\($0)ijklmnop" }),
    NameSet(
      testDescription: "a few pairs and triples among others that share the first and the last eight",
      names: (0..<40).map { "abcdefgh\($0 % 15)\(["i", "j", "k"][$0 / 15])opqrstu\($0 % 15)" }),
    NameSet(testDescription: "letters by case", names: ["name", "Name", "NAME", "nAme"]),
    NameSet(
      testDescription: "canonically equivalent", names: ["\u{E9}", "e\u{301}", "\u{212B}", "\u{C5}", "A\u{30A}"]),
  ]

  /// Every name with one bit of one byte changed, that is no name of the set.
  var nearMisses: [String] {
    let known = Set(names.map { Array($0.utf8) })
    return names.flatMap { name -> [String] in
      let bytes = Array(name.utf8)
      let changed = bytes.indices.filter { bytes[$0] < 0x80 }.map { index in
        var copy = bytes
        copy[index] ^= 1
        return copy
      }
      let neighbours = changed + [bytes + [0x21], [0x21] + bytes, Array(bytes.dropLast()), Array(bytes.dropFirst())]
      return neighbours.filter { !known.contains($0) }.compactMap { String(validating: $0, as: UTF8.self) }
    }
  }
}

@Suite struct KeyTableTests {
  private static func quoted(_ names: [String]) -> [String] { names.map(JSONWriter.quoted) }

  @Test("a property is found by its whole name, and by no other", arguments: NameSet.all)
  func properties(_ set: NameSet) throws {
    let members = Self.quoted(set.names).map { "\($0):true" }.joined(separator: ",")
    let rules = try RuleSet.compile("{\"properties\":{\(members)},\"additionalProperties\":false}")
    let checker = TestChecker(rules)
    for name in Self.quoted(set.names) { #expect(checker.isValid("{\(name):1}"), "\(name) is known") }
    for name in Self.quoted(set.nearMisses) {
      #expect(!checker.isValid("{\(name):1}"), "\(name) is not known")
    }
  }

  @Test("each property has its own schema", arguments: NameSet.all)
  func schemas(_ set: NameSet) throws {
    let names = Self.quoted(set.names)
    let members = names.enumerated().map { "\($1):{\"const\":\($0)}" }.joined(separator: ",")
    let rules = try RuleSet.compile("{\"properties\":{\(members)}}")
    for (index, name) in names.enumerated() {
      #expect(rules.isValid("{\(name):\(index)}"))
      #expect(!rules.isValid("{\(name):\(index + 1)}"))
    }
  }

  @Test("an enum takes its strings, and no other", arguments: NameSet.all)
  func enums(_ set: NameSet) throws {
    let rules = try RuleSet.compile("{\"enum\":[\(Self.quoted(set.names).joined(separator: ","))]}")
    for name in Self.quoted(set.names) { #expect(rules.isValid(name)) }
    for name in Self.quoted(set.nearMisses) { #expect(!rules.isValid(name), "\(name)") }
  }

  @Test("required names are counted one by one", arguments: NameSet.all)
  func required(_ set: NameSet) throws {
    let names = Self.quoted(set.names)
    let rules = try RuleSet.compile("{\"required\":[\(names.joined(separator: ","))]}")
    let members = names.map { "\($0):1" }
    #expect(rules.isValid("{\(members.joined(separator: ","))}"))
    for index in members.indices.prefix(50) {
      var fewer = members
      fewer.remove(at: index)
      #expect(!rules.isValid("{\(fewer.joined(separator: ","))}"))
    }
  }

  @Test("required names are found after unescaping")
  func escapes() throws {
    let rules = try RuleSet.compile(
      #"{"required":["a\u0062c"],"additionalProperties":false,"properties":{"abc":true}}"#)
    #expect(rules.isValid(#"{"\u0061bc":1}"#))
  }
}
