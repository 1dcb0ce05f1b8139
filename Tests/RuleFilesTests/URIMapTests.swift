import RuleFiles
import Rules
import Testing

@Suite("A map from URIs to files and folders")
struct URIMapTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(#"{"const": "money"}"#, to: "schemas/money.json")
    try folder.write("const: tax", to: "schemas/deep/tax.yaml")
    try folder.write("const: bare", to: "schemas/bare")
    try folder.write("const: yml", to: "schemas/y.yml")
    try folder.write("const: other", to: "other/money.yaml")
    try folder.write(#"{"const": "secret"}"#, to: "secret.json")
  }

  /// What a reference leads to by a map with these entries, `URI=PATH in the folder`.
  private func target(_ reference: String, _ entries: String...) throws -> String {
    var map = URIMap()
    for entry in entries {
      let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
      try map.add(parts[0], path: folder.path(parts[1]))
    }
    let path = try folder.write("$ref: '\(reference)'\n", to: "rules/order.yaml")
    do {
      let rules = try RuleSet.load(path: path, map: map)
      let names = ["money", "tax", "bare", "yml", "other", "secret"]
      return names.first { rules.isValid("\"\($0)\"") } ?? "nothing"
    } catch {
      return folder.relative([error.description])[0]
    }
  }

  @Test(
    "a prefix stands for a folder; the name is tried as it is, then with .json, .yaml, .yml",
    arguments: [
      ("https://e.org/s/money.json", "money"), ("https://e.org/s/money", "money"), ("https://e.org/s/deep/tax", "tax"),
      ("https://e.org/s/bare", "bare"), ("https://e.org/s/y", "yml"), ("https://e.org/s/x/../money", "money"),
    ])
  func prefixes(reference: String, name: String) throws {
    #expect(try target(reference, "https://e.org/s/=schemas") == name)
  }

  @Test("an exact URI stands for a file, and beats a prefix; the longest prefix wins, whatever comes first")
  func precedence() throws {
    let exact = "https://e.org/s/money=other/money.yaml"
    #expect(try target("https://e.org/s/money", "https://e.org/s/=schemas", exact) == "other")
    #expect(try target("https://e.org/s/money", exact, "https://e.org/s/=schemas") == "other")
    for entries in [["https://e.org/=other", "https://e.org/s/=schemas"]] {
      #expect(try target("https://e.org/s/money", entries[0], entries[1]) == "money")
      #expect(try target("https://e.org/s/money", entries[1], entries[0]) == "money")
      #expect(try target("https://e.org/money", entries[1], entries[0]) == "other")
    }
  }

  @Test("URNs and file URIs can be mapped too")
  func otherSchemes() throws {
    #expect(try target("urn:e:money", "urn:e:=schemas") == "money")
    #expect(try target("urn:e:money", "urn:e:money=other/money.yaml") == "other")
    #expect(try target("../secret.json", "file://\(folder.path("secret.json"))=secret.json") == "secret")
  }

  @Test(
    "what follows a prefix never leads out of its folder",
    arguments: [
      "https://e.org/s/%2e%2e/secret.json", "https://e.org/s/..%2fsecret.json", "https://e.org/s/%2Fetc/passwd",
      "https://e.org/s//etc/passwd", "https://e.org/s/deep/%2e%2e/%2e%2e/secret.json", "https://e.org/s/",
      "https://e.org/s/../secret.json", "https://e.org/s/link.json",
    ])
  func confined(reference: String) throws {
    try folder.link("schemas/link.json", to: "../secret.json")
    #expect(try target(reference, "https://e.org/s/=schemas").contains("error["))
  }

  @Test("a file that is missing under a prefix is told with the folder that was looked in")
  func missing() throws {
    let text = try target("https://e.org/s/nope", "https://e.org/s/=schemas")
    #expect(text.contains("schemas/nope: there is no such file, nor with .json, .yaml or .yml"), "\(text)")
  }

  @Test("a mapped file's relative references start at its URI, not at its place")
  func base() throws {
    try folder.write("$ref: tax", to: "schemas/deep/indirect.yaml")
    #expect(try target("https://e.org/s/deep/indirect", "https://e.org/s/=schemas") == "tax")
    try folder.write("$ref: ../secret.json", to: "schemas/evil.yaml")
    #expect(try target("https://e.org/s/evil", "https://e.org/s/=schemas").contains("[unknown-document]"))
  }

  @Test(
    "an entry that cannot be meant is refused with what to do",
    arguments: [
      ("https://e.org/x", "schemas", "is a folder; write https://e.org/x/"),
      ("https://e.org/x/", "secret.json", "is a file"), ("https://e.org/x", "nope.json", "there is no such file"),
      ("money", "secret.json", "is not an absolute URI"), ("https://e.org/#a", "secret.json", "has a fragment"),
    ])
  func refused(uri: String, path: String, reason: String) throws {
    var map = URIMap()
    do {
      try map.add(uri, path: folder.path(path))
      Issue.record("this entry must be refused")
    } catch {
      #expect(error.description.contains(reason), "\(error)")
    }
  }

  @Test("the argument is split where a path begins that exists", arguments: ["https://e.org/?a=1&b=2"])
  func split(uri: String) throws {
    try folder.write("const: money", to: "a=b.yaml")
    var map = URIMap()
    try map.add("\(uri)=\(folder.path("a=b.yaml"))")
    let path = try folder.write("$ref: '\(uri)'\n", to: "rules/order.yaml")
    #expect(try RuleSet.load(path: path, map: map).isValid("\"money\""))
  }

  @Test("an argument without two parts is refused", arguments: ["", "=", "a", "https://e.org=", "=x"])
  func syntax(argument: String) {
    var map = URIMap()
    #expect(throws: URIMapError.self) { try map.add(argument) }
  }
}
