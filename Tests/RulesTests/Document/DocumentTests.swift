import Testing

@testable import Rules

@Suite("Document")
struct DocumentTests {
  private let text = """
    {"a": [1, "t\\u00e9xt", {"b/c": null, "~": [[], {}]}], "": true,
     "n": -1.5e3}
    """

  @Test("every node's span is the text that it was read from")
  func spans() throws {
    let document = try Document(text: text)
    let bytes = Array(text.utf8)
    for index in 0..<document.nodeCount {
      let span = document.span(of: index)
      let slice = Array(bytes[span.offset..<span.offset + span.length])
      let part = try Document(bytes: slice)
      if document.kind(at: index) == .key {
        #expect(part.bytes(at: Document.root) == document.bytes(at: index))
      } else {
        #expect(part.json(at: Document.root) == document.json(at: index))
      }
      #expect(document.startOffset(of: index) == span.offset)
    }
  }

  @Test("the JSON Pointer of every node leads back to it")
  func pointers() throws {
    let document = try Document(text: text)
    for index in 0..<document.nodeCount where document.kind(at: index) != .key {
      #expect(document.node(at: document.pointer(to: index)) == index)
    }
    #expect(document.node(at: "/a/2/b~1c").map { document.kind(at: $0) } == .null)
    #expect(document.node(at: "/a/2/~0/1").map { document.kind(at: $0) } == .object)
    #expect(document.node(at: "/").map { document.kind(at: $0) } == .true)
    for wrong in ["/a/01", "/a/-", "/a/3", "a", "/a/2/~2", "/x"] { #expect(document.node(at: wrong) == nil) }
  }

  @Test("a built document equals the read one")
  func builder() throws {
    let document = try Document(text: text)
    var builder = DocumentBuilder()
    builder.copy(Document.root, of: document)
    let built = builder.finish()
    #expect(built.json(at: Document.root) == document.json(at: Document.root))
    #expect(
      ValueComparison.compare(Document.root, built.view, Document.root, document.view) == .equal)
    for index in 0..<document.nodeCount {
      #expect(built.span(of: index) == document.span(of: index))
      #expect(built.node(index).auxiliary == document.node(index).auxiliary)
    }
  }

  @Test("a builder takes only JSON numbers", arguments: ["0x1F", "1.", "+1", "", "true", "\"1\"", "[1]", "1 2"])
  func builderNumbers(_ number: String) {
    var builder = DocumentBuilder()
    #expect(throws: DocumentError.self) { try builder.number(number) }
  }

  @Test(
    "values are equal as JSON Schema says",
    arguments: [
      ("[1,2.0]", "[1.0,2]", true), (#"{"a":1,"b":[2]}"#, #"{"b":[2e0],"a":1.0}"#, true), ("[1,2]", "[2,1]", false),
      ("0", "false", false), ("\"1\"", "1", false), (#"{"a":1}"#, #"{"a":1,"b":2}"#, false), ("[[]]", "[{}]", false),
      (#""\u00e9""#, "\"é\"", true), (#""é""#, #""e\u0301""#, false), ("null", "null", true),
    ])
  func equality(_ left: String, _ right: String, _ isEqual: Bool) throws {
    let (a, b) = (try Document(text: left), try Document(text: right))
    #expect((ValueComparison.compare(0, a.view, 0, b.view) == .equal) == isEqual)
    if isEqual { #expect(ValueComparison.hash(0, a.view) == ValueComparison.hash(0, b.view)) }
  }

  @Test("lines and columns count code points; CRLF is one line end")
  func positions() {
    let positions = SourcePositions(Array("ab\r\ncé🎥d\n\nx".utf8))
    let expected = [
      (0, 1, 1), (2, 1, 3), (4, 2, 1), (5, 2, 2), (7, 2, 3), (11, 2, 4), (13, 3, 1), (14, 4, 1), (99, 4, 2),
    ]
    for (offset, line, column) in expected {
      #expect(positions.position(at: offset) == SourcePositions.Position(line: line, column: column))
    }
    #expect(Array(positions.line(1)) == Array("ab".utf8))
    #expect(Array(positions.line(4)) == Array("x".utf8))
    #expect(positions.line(5).isEmpty)
  }

  @Test("columns are right across the checkpoints of a long line")
  func longLines() {
    let text = String(repeating: "é", count: 5_000)
    let positions = SourcePositions(Array(text.utf8))
    for index in stride(from: 0, through: 5_000, by: 7) {
      #expect(positions.position(at: index * 2).column == index + 1)
    }
  }

  @Test("previews are one short line, cut between code points")
  func previews() throws {
    let long = String(repeating: "🎥", count: 1_000)
    let document = try Document(text: "[\"\(long)\",[\(String(repeating: "1,", count: 500))1]]")
    #expect(document.preview(at: 1) == "\"" + String(repeating: "🎥", count: 59) + "…\"")
    #expect(document.preview(at: 2).unicodeScalars.count == 60)
  }
}
