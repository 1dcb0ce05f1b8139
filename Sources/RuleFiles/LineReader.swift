/// The lines of a file, one at a time, in memory that does not grow with the file. See ``LineBatchReader``.
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
    /// Nothing but white space.
    package let isBlank: Bool
  }

  private var reader: LineBatchReader
  private let limit: Int
  private var batch = LineBatch()
  /// Where the next line of the batch begins.
  private var start = 0
  private var number = 0

  /// Lines of `file`; of a longer line than `limit` bytes only the start is kept.
  package init(_ file: consuming InputFile, limit: Int, chunkSize: Int = LineBatchReader.usualChunk) {
    reader = LineBatchReader(file, limit: limit, chunkSize: chunkSize)
    self.limit = min(limit, InputFile.maximumBytes)
  }

  /// The next line, nil at the end. O(bytes of the line).
  package mutating func next() throws(FileError) -> Line? {
    if start >= batch.count {
      guard try reader.read(into: &batch) else { return nil }
      start = 0
    }
    let end = batch.lineEnd(from: start)
    defer { start = end + 1 }
    number += 1
    return Line(
      number: number, offset: batch.offset + start, length: batch.cutLength ?? (end - start),
      bytes: batch.bytes[start..<min(end, start + limit + 1)], isBlank: batch.isBlank(start..<end))
  }
}
