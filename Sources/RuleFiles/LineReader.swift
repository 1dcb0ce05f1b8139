/// The lines of a file, one at a time, in memory that does not grow with the file.
///
/// Lines end at a line feed; what follows the last one is a line too, unless it is empty. A carriage return stays: it is
/// white space to JSON.
package struct LineReader: ~Copyable {
  /// One line without its line feed.
  package struct Line: Sendable {
    /// From 1.
    package let number: Int
    /// The offset of its first byte in the file.
    package let offset: Int
    /// Its length; more than `bytes` holds when the line is longer than the limit.
    package let length: Int
    /// The bytes; of a line that is too long only the first, one more than the limit.
    package let bytes: ArraySlice<UInt8>

    /// Nothing but white space (RFC 8259, 2).
    package var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
  }

  private let file: InputFile
  private let limit: Int
  private let chunkSize: Int
  private var buffer: [UInt8] = []
  /// Where the unread part of the buffer starts.
  private var start = 0
  /// What was searched for a line feed already.
  private var searched = 0
  private var offset = 0
  private var number = 0
  private var isAtEnd = false

  /// Lines of `file`; of a longer line than `limit` bytes only the start is kept.
  package init(_ file: consuming InputFile, limit: Int, chunkSize: Int = 1 << 20) {
    self.file = file
    self.limit = min(limit, InputFile.maximumBytes)
    self.chunkSize = max(1, chunkSize)
  }

  /// The next line, nil at the end. O(bytes of the line).
  package mutating func next() throws(FileError) -> Line? {
    number += 1
    while true {
      if let end = lineFeed() { return take(upTo: end, behind: end + 1) }
      if isAtEnd { return start < buffer.count ? take(upTo: buffer.count, behind: buffer.count) : nil }
      if buffer.count - start > limit { return try skipLongLine() }
      try fill()
    }
  }

  private mutating func lineFeed() -> Int? {
    let found = SystemCalls.firstLineFeed(in: buffer, from: max(start, searched))
    searched = found ?? buffer.count
    return found
  }

  private mutating func take(upTo end: Int, behind next: Int) -> Line {
    let line = Line(
      number: number, offset: offset, length: end - start, bytes: buffer[start..<min(end, start + keptBytes)])
    offset += next - start
    start = next
    searched = next
    return line
  }

  /// One byte more than the limit shows the engine that the line is too long.
  private var keptBytes: Int { limit + 1 }

  private mutating func fill() throws(FileError) {
    // Moves the unread rest to the front, so that the buffer stays as long as a line and a chunk.
    buffer.removeSubrange(..<start)
    searched -= min(start, searched)
    start = 0
    isAtEnd = try !file.read(into: &buffer, count: chunkSize)
  }

  private mutating func skipLongLine() throws(FileError) -> Line {
    let kept = Array(buffer[start..<(start + keptBytes)])
    var length = buffer.count - start
    buffer.removeAll(keepingCapacity: true)
    start = 0
    searched = 0
    var end: Int?
    while end == nil, !isAtEnd {
      try fill()
      end = SystemCalls.firstLineFeed(in: buffer, from: 0)
      length += end ?? buffer.count
      if end == nil { buffer.removeAll(keepingCapacity: true) }
    }
    let line = Line(number: number, offset: offset, length: length, bytes: kept[...])
    offset += length + (end == nil ? 0 : 1)
    start = end.map { $0 + 1 } ?? 0
    searched = start
    return line
  }
}
