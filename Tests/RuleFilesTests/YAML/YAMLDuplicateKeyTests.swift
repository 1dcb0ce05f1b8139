import RuleFiles
import Rules
import Testing

@Suite("A name that stands twice is reported at its second place")
struct YAMLDuplicateKeyTests {
  @Test(
    "in block and flow mappings",
    arguments: [
      ("a: 1\nb: 2\na: 3\n", ["duplicate-key 3:1"]),
      ("{a: 1, a: 2, a: 3}", ["duplicate-key 1:8", "duplicate-key 1:14"]),
      ("x:\n  k: 1\n  k: 2\ny:\n  j: 1\n  j: 2\n", ["duplicate-key 3:3", "duplicate-key 6:3"]),
      ("a: 1\n\"a\": 2", ["duplicate-key 2:1"]),
      (#"{"\u0061": 1, a: 2}"#, ["duplicate-key 1:15"]),
      ("1: x\n'1': y", ["duplicate-key 2:1"]),
      ("a*b: 1\na*b: 2", ["duplicate-key 2:1"]),
      ("éé: 1\néé: 2", ["duplicate-key 2:1"]),
      ("a: {x: 1, x: 2}\na: 3\n", ["duplicate-key 1:11", "duplicate-key 2:1"]),
    ])
  func reported(yaml: String, problems: [String]) {
    #expect(YAMLSample.problems(yaml) == problems)
  }

  @Test("names that only look alike are different names")
  func normalizationForms() throws {
    #expect(try YAMLSample.document("\u{E9}: 1\ne\u{301}: 2").members(of: Document.root).count == 2)
  }

  @Test("a renamed key keeps its name for everything else")
  func names() throws {
    #expect(throws: YAMLProblems.self) { try YAMLReader.read(Array("a: 1\na: 2".utf8)) }
    do {
      _ = try YAMLReader.read(Array("x: {a: 1, a: 2}".utf8))
    } catch {
      #expect(error.problems.map(\.pointer) == ["/x/a"])
      #expect(error.problems.map(\.message) == [#"the name "a" stands twice in one mapping; remove one"#])
    }
  }

  @Test("more of them than can be told apart still fail", .timeLimit(.minutes(15)))
  func many() {
    let yaml = (0..<300).map { "k\($0): 1\n" }.joined()
    #expect(!YAMLSample.problems(yaml + yaml).isEmpty)
  }
}
