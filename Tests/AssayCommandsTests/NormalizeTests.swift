import Testing

@Suite("normalize")
struct NormalizeTests {
  @Test("prints the document and nothing else")
  func document() throws {
    let folder = try CommandFolder(["d.json": "{ \"name\":  \" Ada \" }"])
    let run = try folder.run(["normalize", "-r", "@rules.yaml", "@d.json"])
    #expect(run.code == 0)
    #expect(run.output == "{ \"name\":  \"Ada\" }\n")
    #expect(run.errors.isEmpty)
  }

  @Test("with defaults, and as a patch")
  func defaults() throws {
    let folder = try CommandFolder(["d.json": "{\"name\": \" Ada \"}\n"])
    let filled = try folder.run(["normalize", "-r", "@rules.yaml", "--defaults", "@d.json"])
    #expect(filled.output == "{\"name\": \"Ada\",\"mode\":\"fast\"}\n")
    let patch = try folder.run(["normalize", "-r", "@rules.yaml", "--defaults", "--patch", "@d.json"])
    #expect(
      patch.output == """
        [
          {"op": "replace", "path": "/name", "value": "Ada"},
          {"op": "add", "path": "/mode", "value": "fast"}
        ]

        """)
    #expect(
      try folder.run(["normalize", "-r", "@rules.yaml", "--patch", "-"], input: "{\"name\":\"a\"}").output == "[]\n")
  }

  @Test("an invalid document gives findings on standard error only")
  func invalid() throws {
    let folder = try CommandFolder(["d.json": "{\"name\": 5}"])
    let run = try folder.run(["normalize", "-r", "@rules.yaml", "@d.json"])
    #expect(run.code == 1)
    #expect(run.output.isEmpty)
    #expect(folder.relative(run.errors).hasPrefix("d.json:1:10: error[type] /name: "))
  }

  @Test("what cannot be read or decided is trouble", arguments: ["@nope.json", "@folder", "@long.json"])
  func trouble(path: String) throws {
    let folder = try CommandFolder(["folder/x": "", "long.json": "{\"name\": \"abc\"}"])
    let run = try folder.run(["normalize", "-r", "@rules.yaml", "--max-bytes", "10", path])
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
  }
}
