/// A piece of an expression's text: byte offsets in its UTF-8, from 0, the end not included.
public struct SourceSpan: Codable, Hashable, Sendable {
  /// The offset of the first byte.
  public let start: Int
  /// The offset behind the last byte.
  public let end: Int

  /// A span from one offset to another.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = max(start, end)
  }
}

/// A place in an expression's text as people count: line and column from 1, columns in Unicode code points.
public struct SourcePosition: Codable, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The column in code points, from 1.
  public let column: Int

  /// The place of a byte offset in a text.
  ///
  /// - Complexity: O(offset). It is worked out only for what is reported.
  public init(of offset: Int, in text: String) {
    var line = 1
    var column = 1
    for byte in text.utf8.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.line = line
    self.column = column
  }

  /// `line:column`.
  public var description: String { "\(line):\(column)" }
}
