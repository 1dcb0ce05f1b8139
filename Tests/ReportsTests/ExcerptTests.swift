import Testing

@testable import Reports

@Suite("Excerpts keep their carets below what they mean")
struct ExcerptTests {
  private func excerpt(_ line: String, _ span: Range<Int>) -> Excerpt { Excerpt(Array(line.utf8)[...], marking: span) }

  @Test(
    "columns, not bytes",
    arguments: [
      ("{\"a\": 1}", 6..<7, 6, 1),
      ("{\"é\": 1}", 7..<8, 6, 1),
      ("{\"日本\": 1}", 11..<12, 9, 1),
      ("{\"日本\": 1}", 1..<9, 1, 6),
      ("[\"👩‍👩‍👧\", 5]", 23..<24, 7, 1),
      ("[\"👍🏽\", 5]", 13..<14, 7, 1),
      ("[\"🇩🇪🇫🇷\", 5]", 21..<22, 9, 1),
      ("[\"e\u{301}\", 5]", 8..<9, 6, 1),
      ("[\"❤\u{FE0F}\", 5]", 11..<12, 7, 1),
      ("\t\t5", 2..<3, 2, 1),
      ("[\"\u{1}\", 5]", 6..<7, 11, 1),
    ])
  func columns(line: String, span: Range<Int>, indentation: Int, carets: Int) {
    let excerpt = excerpt(line, span)
    #expect(excerpt.indentation == indentation)
    #expect(excerpt.carets == carets)
  }

  @Test("tabs become spaces, control characters are written out")
  func controlCharacters() {
    #expect(excerpt("\ta\u{1B}[31m\u{202E}", 0..<1).text == " a\\u001B[31m\\u202E")
  }

  @Test("a span without length still has a caret")
  func empty() {
    #expect(excerpt("[1,", 3..<3).carets == 1)
    #expect(excerpt("[1,", 3..<3).indentation == 3)
    #expect(excerpt("", 0..<0).text == "")
    #expect(excerpt("", 50..<60).carets == 1)
  }

  @Test("a span over several lines is marked to the end of the first")
  func severalLines() {
    let text = Array("{\"a\": [1,   \n2]}".utf8)
    let excerpt = Excerpt(text[..<12], marking: 6..<15)
    #expect(excerpt.carets == 3)
  }

  @Test("a long line is cut around the span", arguments: [0, 1, 50, 99, 100, 101, 500, 899, 900, 997, 999])
  func long(offset: Int) {
    let excerpt = excerpt(String(repeating: "x", count: 1000), offset..<(offset + 1))
    #expect(excerpt.text.count <= Excerpt.columns + 2)
    #expect(excerpt.text.count >= Excerpt.columns)
    #expect(excerpt.indentation + excerpt.carets <= Excerpt.columns + 2)
    #expect(excerpt.text.hasPrefix("…") == (offset >= 100 || excerpt.indentation < offset))
  }

  @Test("what is cut off keeps the carets right", arguments: 0..<300)
  func exact(offset: Int) {
    let line = (0..<300).map { String($0 % 10) }.joined()
    let excerpt = excerpt(line, offset..<(offset + 1))
    #expect(Array(excerpt.text)[excerpt.indentation] == Array(line)[offset])
  }

  @Test("a span longer than the window is marked as far as it is shown")
  func longSpan() {
    let excerpt = excerpt("{\"a\": \"" + String(repeating: "é", count: 5000) + "\"}", 6..<10_008)
    #expect(excerpt.indentation == 6)
    #expect(excerpt.carets == Excerpt.columns - 6)
    #expect(excerpt.text.hasSuffix("é…"))
  }

  @Test("wide text is cut by columns too")
  func wide() {
    let excerpt = excerpt(String(repeating: "語", count: 500), 750..<753)
    #expect(excerpt.indentation + 2 <= Excerpt.columns + 2)
    #expect(excerpt.carets == 2)
    #expect(excerpt.text.count <= Excerpt.columns / 2 + 2)
  }

  @Test("bytes that are not UTF-8 count one column each")
  func notUTF8() {
    let excerpt = Excerpt([0x22, 0xFF, 0xE2, 0x80, 0x22, 0x35][...], marking: 5..<6)
    #expect(excerpt.text == "\"\u{FFFD}\u{FFFD}\u{FFFD}\"5")
    #expect(excerpt.indentation == 5)
  }

  @Test("a line of ten million bytes costs nothing", .timeLimit(.minutes(15)))
  func huge() {
    let line = [UInt8](repeating: 0x61, count: 10_000_000)
    for offset in stride(from: 0, to: line.count, by: 100_000) {
      #expect(Excerpt(line[...], marking: offset..<(offset + 1)).carets == 1)
    }
  }
}
