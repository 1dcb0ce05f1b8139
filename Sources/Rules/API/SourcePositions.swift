/// Lines and columns of a text, worked out on demand: only what is reported pays for it.
///
/// Lines end at a line feed; a carriage return before it belongs to the line's end. Columns count Unicode code points,
/// from 1. Making one is O(bytes), each question O(log lines), however long a line is.
public struct SourcePositions: Sendable {
  private let source: [UInt8]
  private let lineStarts: [Int]
  /// Code points before every `stride`-th byte: minified files are one long line.
  private let codePoints: [Int]
  private static let stride = 1024

  /// The positions of `source`, which is copied.
  public init(_ source: [UInt8]) {
    self.source = source
    lineStarts = Bytes.lineStarts(source)
    codePoints = Bytes.codePoints(source, before: Self.stride)
  }

  /// A line and a column, both from 1.
  public struct Position: Codable, Hashable, Sendable {
    /// From 1.
    public var line: Int
    /// In Unicode code points, from 1.
    public var column: Int
  }

  /// The position of a byte; offsets past the end count as the end.
  public func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), source.count)
    let line = lineIndex(of: offset)
    return Position(line: line + 1, column: codePoints(before: offset) - codePoints(before: lineStarts[line]) + 1)
  }

  /// A code point starts at every byte that is not a continuation byte.
  private func codePoints(before offset: Int) -> Int {
    guard let known = codePoints.indices.last else { return 0 }
    let block = min(offset / Self.stride, known)
    var count = codePoints[block]
    for index in block * Self.stride..<offset where source[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The bytes of a line, from 1, without its line end; empty when there is no such line.
  public func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineStarts.count else { return [] }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : source.count
    if end > start, source[end - 1] == 0x0D { end -= 1 }
    return source[start..<max(start, end)]
  }

  /// The offset of the first byte of a line, from 1.
  public func offset(ofLine number: Int) -> Int {
    lineStarts[min(max(number, 1), lineStarts.count) - 1]
  }

  /// How many lines there are; an empty text has one.
  public var lineCount: Int { lineStarts.count }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
