/// Reads a file, pipe or standard input as batches of whole lines, in memory that does not grow with the file.
///
/// Lines end at a line feed; what follows the last one is a line too, unless it is empty. A carriage return stays: it is
/// white space to JSON.
package struct LineBatchReader: ~Copyable {
  private let file: InputFile
  private let limit: Int
  private let chunkSize: Int
  /// What was read behind the lines of the batch before.
  private var rest: [UInt8] = []
  private var line = 1
  private var offset = 0
  private var isAtEnd = false

  /// Small enough for the cache of one core, large enough that handing it to a thread costs nothing beside the checks.
  package static let usualChunk = 256 << 10

  /// Lines of `file`; of a longer line than `limit` bytes only the start is kept.
  package init(_ file: consuming InputFile, limit: Int, chunkSize: Int = usualChunk) {
    self.file = file
    self.limit = min(limit, InputFile.maximumBytes)
    self.chunkSize = max(1, chunkSize)
  }

  /// How the file is named in reports.
  package var path: String { file.path }

  /// The next lines; false at the end. O(bytes of the lines).
  package mutating func read(into batch: inout LineBatch) throws(FileError) -> Bool {
    batch.begin(line: line, offset: offset, with: rest)
    rest.removeAll(keepingCapacity: true)
    var searched = 0
    while true {
      let feeds = SystemCalls.lineFeeds(in: batch.bytes, searched..<batch.count)
      if let last = feeds.last {
        take(feeds.count, upTo: last + 1, of: &batch)
        return true
      }
      if batch.count > limit {
        try skipLine(&batch)
        return true
      }
      if isAtEnd { return batch.count > 0 }
      searched = batch.count
      isAtEnd = try !batch.fill(from: file, chunkSize)
    }
  }

  private mutating func take(_ lines: Int, upTo end: Int, of batch: inout LineBatch) {
    rest += batch.split(at: end)
    line += lines
    offset += end
  }

  /// One byte more than the limit is kept: it shows the engine that the line is too long.
  private mutating func skipLine(_ batch: inout LineBatch) throws(FileError) {
    let kept = limit + 1
    var length = kept
    var behind = LineBatch()
    behind.begin(line: 0, offset: 0, with: Array(batch.split(at: kept)))
    while true {
      if let feed = SystemCalls.firstLineFeed(in: behind.bytes, 0..<behind.count) {
        length += feed
        rest += behind.split(at: feed + 1)
        offset += 1
        break
      }
      length += behind.count
      _ = behind.split(at: 0)
      if isAtEnd { break }
      isAtEnd = try !behind.fill(from: file, chunkSize)
    }
    line += 1
    offset += length
    batch.cut(to: kept, length: length)
  }
}
