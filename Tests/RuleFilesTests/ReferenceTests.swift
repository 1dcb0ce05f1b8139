import RuleFiles
import Rules
import Testing

@Suite("References between files lead into the rule file's folder, and nowhere else without a map")
struct ReferenceTests {
  private static let money = "$defs: {amount: {type: integer, minimum: 0}}\n"

  /// The problems of `rules/order.yaml` whose one reference is `reference`.
  private func problems(_ reference: String, _ folder: TemporaryFolder, map: URIMap = URIMap()) throws -> [String] {
    let path = try folder.write("$ref: '\(reference)'\n", to: "rules/order.yaml")
    do {
      _ = try RuleSet.load(path: path, map: map)
      return []
    } catch {
      return folder.relative(error.problems.map(\.description))
    }
  }

  @Test(
    "a relative reference is read in JSON and YAML, beside the file and below it",
    arguments: [
      ("money.yaml#/$defs/amount", "money.yaml", money),
      ("./money.yaml#/$defs/amount", "money.yaml", money),
      ("parts/money.yaml#/$defs/amount", "parts/money.yaml", money),
      ("parts/../money.yaml#/$defs/amount", "money.yaml", money),
      ("m%20o%23.json", "m o#.json", #"{"type": "integer", "minimum": 0}"#),
      ("gro%C3%9F.json", "groß.json", #"{"type": "integer", "minimum": 0}"#),
      ("order.yaml#/x", "other.yaml", money),
    ])
  func relative(reference: String, name: String, text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "rules/\(name)")
    let path = try folder.write("$ref: '\(reference)'\nx: {type: integer, minimum: 0}\n", to: "rules/order.yaml")
    let rules = try RuleSet.load(path: path)
    #expect(rules.isValid("5"))
    #expect(!rules.isValid("-5"))
  }

  @Test("a file that is referred to refers back, and to files beside itself")
  func chain() throws {
    let folder = try TemporaryFolder()
    try folder.write("properties: {b: {$ref: ../order.json}, c: {$ref: c.json}}", to: "rules/parts/b.yaml")
    try folder.write(#"{"type": "string"}"#, to: "rules/parts/c.json")
    let path = try folder.write(#"{"properties": {"a": {"$ref": "parts/b.yaml"}}}"#, to: "rules/order.json")
    let rules = try RuleSet.load(path: path)
    #expect(rules.isValid(#"{"a": {"b": {"a": {"c": "x"}}}}"#))
    #expect(!rules.isValid(#"{"a": {"b": {"a": {"c": 1}}}}"#))
  }

  @Test(
    "a reference out of the folder is refused, and the message says what to write",
    arguments: ["../secret.json", "file:///etc/passwd", "/etc/passwd", "file://host/x", "../rules2/x.json"])
  func outside(reference: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "secret.json")
    try folder.write("{}", to: "rules2/x.json")
    let problems = try problems(reference, folder)
    #expect(problems.count == 1)
    #expect(problems.allSatisfy { $0.hasPrefix("rules/order.yaml:1:7: error[unreadable]") })
    #expect(problems.allSatisfy { $0.contains("--map file://") }, "\(problems)")
  }

  @Test(
    "encoded steps out of the folder are refused",
    arguments: ["%2e%2e/secret.json", "parts/%2E%2E/%2e%2e/secret.json", "..%2Fsecret.json", "a%00b", "a//b", "%ff"])
  func encoded(reference: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "secret.json")
    try folder.write("{}", to: "rules/parts/x.json")
    #expect(try problems(reference, folder).count == 1)
  }

  @Test("a symbolic link that leaves the folder is not followed; one inside is")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "secret.json")
    try folder.write("{}", to: "rules/real/money.json")
    try folder.link("rules/out.json", to: "../secret.json")
    try folder.link("rules/up", to: "..")
    try folder.link("rules/in.json", to: "real/money.json")
    #expect(try problems("out.json", folder).first?.contains("--map") == true)
    #expect(try problems("up/secret.json", folder).first?.contains("--map") == true)
    #expect(try problems("in.json", folder).isEmpty)
  }

  @Test("a file that is not there, a folder and a pipe are problems where the reference stands")
  func missing() throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "rules/parts/x.json")
    for reference in ["nope.yaml", "parts", "parts/x.yaml"] {
      let problems = try problems(reference, folder)
      #expect(
        problems == [
          "rules/order.yaml:1:7: error[unreadable] rules/\(reference): there is no such file; check the name"
        ])
    }
  }

  @Test("a problem in a file that is referred to has that file's name and line")
  func problemElsewhere() throws {
    let folder = try TemporaryFolder()
    try folder.write("type: object\nmaxLenght: 5\n", to: "rules/money.yaml")
    #expect(try problems("money.yaml", folder).first?.hasPrefix("rules/money.yaml:2:1: error[unknown-keyword]") == true)
    try folder.write("{\n]", to: "rules/money.json")
    let syntax = try problems("money.json", folder)
    #expect(syntax.count == 1)
    #expect(syntax.first?.hasPrefix("rules/money.json:2:1: error[malformed]") == true)
  }

  @Test("a finding names the file of its rule as a short path, also below an identifier of its own")
  func findings() throws {
    let folder = try TemporaryFolder()
    try folder.write("$defs: {a: {$id: inner/a, type: string}, b: {type: string}}\n", to: "rules/m.yaml")
    let path = try folder.write(
      "properties: {a: {$ref: 'm.yaml#/$defs/a'}, b: {$ref: 'm.yaml#/$defs/b'}}\n",
      to: "rules/order.yaml")
    let findings = try RuleSet.load(path: path).check(#"{"a": 1, "b": 1}"#).findings
    #expect(folder.relative(findings.compactMap(\.rule?.path)) == ["rules/m.yaml", "rules/m.yaml"])
    #expect(
      folder.relative(findings.map(\.absoluteKeywordLocation))
        == ["rules/inner/a#/type", "rules/m.yaml#/$defs/b/type"])
  }

  @Test("where the files lie changes neither the digest nor the listing")
  func digest() throws {
    var digests: Set<Digest> = []
    for _ in 0..<2 {
      let folder = try TemporaryFolder()
      try folder.write(Self.money, to: "rules/money.yaml")
      let path = try folder.write("$ref: 'money.yaml#/$defs/amount'\n", to: "rules/order.yaml")
      digests.insert(try RuleSet.load(path: path).digest)
    }
    #expect(digests.count == 1)
  }

  @Test("bytes without a file reach nothing on the disk")
  func bytesAlone() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("{}", to: "x.json")
    #expect(throws: RuleErrors.self) {
      try RuleFile(path: folder.path("r.yaml"), bytes: Array("$ref: 'file://\(path)'".utf8)).compile()
    }
  }
}
