import Testing

@Suite("--map and --dialect, on every command that takes rules")
struct MapTests {
  private static let files = [
    "doc.json": #"{"price": -1}"#, "doc.ndjson": "{\"price\": 1}\n",
    "order.yaml": "properties:\n  price: {$ref: 'https://e.org/s/money#/$defs/amount'}\n",
    "schemas/money.yaml": "$defs:\n  amount: {type: integer, minimum: 0}\n",
    "order.cases.yaml": "rules: order.yaml\ncases:\n  - {name: a, data: {price: 1}}\n",
    "mapped.cases.yaml":
      "rules: order.yaml\noptions: {map: {'https://e.org/s/': schemas}}\ncases:\n  - {name: a, data: {price: 1}}\n",
    "old.json": #"{"exclusiveMinimum": 0}"#,
  ]

  @Test(
    "every command takes a map",
    arguments: [
      (["lint", "-r", "@order.yaml", "@doc.json"], 1), (["normalize", "-r", "@order.yaml", "@doc.json"], 1),
      (["explain", "-r", "@order.yaml", "--program"], 0), (["rules", "check", "@order.yaml"], 0),
      (["bench", "--passes", "1", "-r", "@order.yaml", "@doc.ndjson"], 0), (["test", "@order.cases.yaml"], 0),
    ] as [([String], Int32)])
  func commands(arguments: [String], code: Int32) throws {
    let folder = try CommandFolder(Self.files)
    let map = "https://e.org/s/=\(folder.folder.path("schemas"))"
    #expect(try folder.run(arguments + ["--map", map]).code == code)
    #expect(try folder.run(arguments).code == 2)
  }

  @Test("a cases file has maps of its own, relative to it")
  func cases() throws {
    let folder = try CommandFolder(Self.files)
    #expect(try folder.run(["test", "@mapped.cases.yaml"]).code == 0)
    try folder.folder.write("rules: order.yaml\noptions: {map: {x: y}, dialect: z}\ncases: []\n", to: "bad.cases.yaml")
    let run = try folder.run(["test", "@bad.cases.yaml"])
    #expect(run.errors.contains("bad.cases.yaml:2:20: error[case-file] "), "\(run.errors)")
    #expect(run.errors.contains("name a metaschema's URI or one of: draft4, "))
  }

  @Test(
    "a map that cannot be meant is told and nothing runs",
    arguments: [("x", "write URI=PATH"), ("https://e.org/x=nope.json", "there is no such file"), ("x=y", "absolute")])
  func wrong(map: String, reason: String) throws {
    let folder = try CommandFolder(Self.files)
    let run = try folder.run(["lint", "-r", "@order.yaml", "--map", map, "@doc.json"])
    #expect(run.code == 2)
    #expect(run.errors.contains(reason), "\(run.errors)")
  }

  @Test("a problem in a file that is referred to is shown with that file's line")
  func excerpt() throws {
    let folder = try CommandFolder(Self.files, rules: "$ref: other.yaml\n")
    try folder.folder.write("type: object\nmaxLenght: 5\n", to: "other.yaml")
    for arguments in [["lint", "-r", "@rules.yaml", "@doc.json"], ["rules", "check", "@rules.yaml"]] {
      let run = try folder.run(arguments)
      let text = folder.relative(run.output + run.errors)
      #expect(text.contains("other.yaml:2:1: error[unknown-keyword]"))
      #expect(text.contains("  2 | maxLenght: 5\n    | ^^^^^^^^^\n"), "\(text)")
    }
  }

  @Test(
    "--dialect names the draft of files without $schema",
    arguments: [
      ("draft4", 2), ("draft6", 0), ("draft7", 0), ("2019-09", 0), ("2020-12", 0), ("v1", 0),
      ("http://json-schema.org/draft-07/schema#", 0), ("https://e.org/none", 2), ("draft5", 2),
    ] as [(String, Int32)])
  func dialects(name: String, code: Int32) throws {
    let folder = try CommandFolder(Self.files)
    #expect(try folder.run(["rules", "check", "--dialect", name, "@old.json"]).code == code)
  }
}
