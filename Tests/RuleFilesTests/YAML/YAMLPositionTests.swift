import RuleFiles
import Rules
import Testing

@Suite("Every key and value knows the bytes it was read from")
struct YAMLPositionTests {
  @Test(
    "scalars, without the properties before them",
    arguments: [
      ("a: 12\nb: x", "/a", "12"),
      ("a:   two words  # comment\nb: x", "/a", "two words"),
      ("a: \"q\\\"uo\"  # c", "/a", "\"q\\\"uo\""),
      ("a: 'it''s' # c", "/a", "'it''s'"),
      ("a: &x !!str 12", "/a", "12"),
      ("a: !!str &x\n  12", "/a", "12"),
      ("a: one\n  two\n  three\nb: 1", "/a", "one\n  two\n  three"),
      ("a: |\n  one\n\n  two\n\nb: 1", "/a", "|\n  one\n\n  two"),
      ("a: >-\n   one\nb: 1", "/a", ">-\n   one"),
      ("a: |\nb: 1", "/a", "|"),
      ("é: ü\nb: 日本 # x", "/b", "日本"),
      ("[1, \"b\", {c: d}]", "/2/c", "d"),
      ("a: '*'", "/a", "'*'"),
      ("a: x*y*z", "/a", "x*y*z"),
    ])
  func scalars(yaml: String, pointer: String, source: String) throws {
    #expect(try YAMLSample.source(of: pointer, in: yaml) == source)
  }

  @Test(
    "an empty value stands behind its colon", arguments: [("a:\nb: 1", 2), ("a: # c\nb: 1", 2), ("a: &x\nb: 1", 5)])
  func emptyValues(yaml: String, offset: Int) throws {
    let document = try YAMLSample.document(yaml)
    let node = try #require(document.node(at: "/a"))
    #expect(document.span(of: node) == ByteSpan(offset: offset, length: 0))
  }

  @Test(
    "collections, from the first byte to the end of the last child or bracket",
    arguments: [
      ("a: [1, 2 ] # c", "/a", "[1, 2 ]"),
      ("a: {b: 1, c: }\nd: 1", "/a", "{b: 1, c: }"),
      ("a: []\nb: {}", "/a", "[]"),
      ("a: [x, # ]\n  y]\nb: 1", "/a", "[x, # ]\n  y]"),
      ("a:\n  b: 1\n  c: 2 # end\nd: 1", "/a", "b: 1\n  c: 2"),
      ("a:\n- 1\n- two\nb: 1", "/a", "- 1\n- two"),
      ("a: &m\n  b: 1\nc: 2", "/a", "b: 1"),
      ("a: [b: 1]", "/a/0", "b: 1"),
      ("a: [[1], [2, [3]]]", "/a/1", "[2, [3]]"),
    ])
  func collections(yaml: String, pointer: String, source: String) throws {
    #expect(try YAMLSample.source(of: pointer, in: yaml) == source)
  }

  @Test(
    "keys",
    arguments: [
      ("a: 1", "/a", "a"), ("\"a b\": 1", "/a b", "\"a b\""), ("x:\n  ? y\n  : 1", "/x/y", "y"),
      ("&k a: 1", "/a", "a"), ("12: 1", "/12", "12"), ("{ 'q': 1 }", "/q", "'q'"), ("1.10: x", "/1.10", "1.10"),
      ("- true: x", "/0/true", "true"),
    ])
  func keys(yaml: String, pointer: String, source: String) throws {
    #expect(try YAMLSample.keySource(of: pointer, in: yaml) == source)
  }

  @Test("lines that only YAML 1.1 ends do not move the places behind them")
  func otherLineBreaks() throws {
    #expect(try YAMLSample.source(of: "/b", in: "a: \"x\u{2028}y\"\r\nb: here") == "here")
    #expect(try YAMLSample.source(of: "/b", in: "a: 1\rb: here") == "here")
    #expect(try YAMLSample.source(of: "/b", in: "a: 1\u{85}b: here") == "here")
  }

  @Test("a text on one long line takes linear time")
  func oneLine() throws {
    let items = (0..<20_000).map { "{\"k\": \($0)}" }.joined(separator: ", ")
    #expect(try YAMLSample.source(of: "/19999/k", in: "[\(items)]") == "19999")
  }
}
