import RuleFiles
import Testing

@Suite("No line is lost, wherever a chunk ends")
struct LineReaderTests {
  private func lines(_ text: String, chunk: Int, limit: Int = 1 << 20) throws -> [LineReader.Line] {
    let folder = try TemporaryFolder()
    var reader = LineReader(try InputFile(folder.write(text, to: "f")), limit: limit, chunkSize: chunk)
    var lines: [LineReader.Line] = []
    while let line = try reader.next() { lines.append(line) }
    return lines
  }

  private func text(_ line: LineReader.Line) -> String { String(decoding: line.bytes, as: UTF8.self) }

  private static let sample = "{\"a\":1}\n\n  \r\nlonger line, longer than a chunk\r\n[]\nlast"

  @Test("every chunk size gives the same lines, numbers and offsets", arguments: 1...60)
  func chunks(size: Int) throws {
    let lines = try lines(Self.sample, chunk: size)
    #expect(lines.map(text) == ["{\"a\":1}", "", "  \r", "longer line, longer than a chunk\r", "[]", "last"])
    #expect(lines.map(\.number) == Array(1...6))
    #expect(lines.map(\.offset) == [0, 8, 9, 13, 47, 50])
    #expect(lines.map(\.isBlank) == [false, true, true, false, false, false])
  }

  @Test("a line beyond the limit is cut, the others are whole", arguments: 1...60)
  func limit(size: Int) throws {
    let lines = try lines(Self.sample, chunk: size, limit: 7)
    #expect(lines.map(text) == ["{\"a\":1}", "", "  \r", "longer l", "[]", "last"])
    #expect(lines.map(\.length) == [7, 0, 3, 33, 2, 4])
    #expect(lines.map(\.offset) == [0, 8, 9, 13, 47, 50])
  }

  @Test("the last line may lack its line feed, and be too long", arguments: 1...20)
  func longLast(size: Int) throws {
    let lines = try lines("a\nbbbbbbbbbb", chunk: size, limit: 3)
    #expect(lines.map(text) == ["a", "bbbb"])
    #expect(lines.map(\.length) == [1, 10])
  }

  @Test("line feeds alone, and nothing at all", arguments: [1, 2, 3, 100])
  func empty(size: Int) throws {
    #expect(try lines("", chunk: size).isEmpty)
    #expect(try lines("\n", chunk: size).map(text) == [""])
    #expect(try lines("\n\n\n", chunk: size).map(\.offset) == [0, 1, 2])
    #expect(try lines("a", chunk: size).map(text) == ["a"])
  }
}
