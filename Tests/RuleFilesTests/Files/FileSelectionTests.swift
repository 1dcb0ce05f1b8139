import RuleFiles
import Testing

@Suite("Arguments become files")
struct FileSelectionTests {
  private let suffixes = [".json", ".ndjson", ".jsonl"]

  private func folder(_ files: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in files { try folder.write("1", to: file) }
    return folder
  }

  private func select(_ arguments: [String], in folder: TemporaryFolder) -> FileSelection {
    FileSelection(arguments.map { $0 == "-" ? $0 : folder.path($0) }, suffixes: suffixes)
  }

  @Test("files and standard input keep the order of the arguments, each once")
  func order() throws {
    let folder = try folder(["b.json", "a.txt"])
    let selection = select(["b.json", "-", "a.txt", "b.json", "-"], in: folder)
    #expect(folder.relative(selection.files) == ["b.json", "-", "a.txt"])
    #expect(selection.errors.isEmpty)
  }

  @Test("a folder gives its files, sorted by bytes, hidden ones left out")
  func folders() throws {
    let folder = try folder([
      "d/b.json", "d/a/z.jsonl", "d/a.json", "d/a-b.ndjson", "d/Z.json", "d/é.json", "d/x.txt", "d/.h.json",
      "d/.git/config.json", "d/json",
    ])
    let selection = select(["d"], in: folder)
    #expect(
      folder.relative(selection.files)
        == ["d/Z.json", "d/a-b.ndjson", "d/a.json", "d/a/z.jsonl", "d/b.json", "d/é.json"])
  }

  @Test("loops of symbolic links end, links to files count, broken ones do not")
  func links() throws {
    let folder = try folder(["d/e/a.json", "d/f/b.json"])
    try folder.link("d/e/up", to: "..")
    try folder.link("d/f/e", to: "../e")
    try folder.link("d/e/f", to: "../f")
    try folder.link("d/self", to: "self")
    try folder.link("d/broken.json", to: "nowhere")
    try folder.link("d/file.json", to: "e/a.json")
    let selection = select(["d"], in: folder)
    #expect(folder.relative(selection.files).count == 3)
    #expect(selection.errors.isEmpty)
  }

  @Test(
    "patterns that no shell expanded",
    arguments: [
      ("*.json", ["a.json", "b.json"]), ("d/*.json", ["d/c.json"]),
      ("**/*.json", ["a.json", "b.json", "d/c.json", "d/e/f.json"]),
      ("d/**", ["d/c.json", "d/e/f.json", "d/x.txt"]), ("[ab].json", ["a.json", "b.json"]),
      ("?.json", ["a.json", "b.json"]),
      ("d/*", ["d/c.json", "d/e/f.json", "d/x.txt"]), ("*/e/f.json", ["d/e/f.json"]), ("d/**/f.json", ["d/e/f.json"]),
    ])
  func patterns(pattern: String, files: [String]) throws {
    let folder = try folder(["a.json", "b.json", "d/c.json", "d/e/f.json", "d/x.txt", ".h/i.json"])
    let selection = select([pattern], in: folder)
    #expect(folder.relative(selection.files) == files)
  }

  @Test("a file whose name looks like a pattern is that file")
  func literal() throws {
    let folder = try folder(["[a].json", "a.json"])
    #expect(folder.relative(select(["[a].json"], in: folder).files) == ["[a].json"])
  }

  @Test("what means no file is an error and stops nothing")
  func errors() throws {
    let folder = try folder(["a.json", "empty/x.txt"])
    let selection = select(["nope.json", "*.yaml", "empty", "a.json", "a.json/b"], in: folder)
    #expect(folder.relative(selection.files) == ["a.json"])
    #expect(folder.relative(selection.errors.map(\.path)) == ["nope.json", "*.yaml", "empty", "a.json/b"])
    #expect(selection.errors.map(\.message)[0] == "there is no such file; check the name")
    #expect(selection.errors.map(\.message)[1] == "no file matches this pattern")
    #expect(selection.errors.map(\.message)[2] == "this folder has no file named *.json, *.ndjson, *.jsonl")
  }

  @Test("a thousand nested folders")
  func deep() throws {
    let folder = try folder([Array(repeating: "d", count: 1000).joined(separator: "/") + "/a.json"])
    #expect(select(["d"], in: folder).files.count == 1)
  }
}
