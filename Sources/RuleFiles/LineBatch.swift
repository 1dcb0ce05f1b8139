/// Whole lines of a file, read together: the memory is used again for the next ones.
package struct LineBatch: Sendable {
  /// The lines with their line feeds are the first `count` bytes; what follows means nothing.
  package private(set) var bytes: [UInt8] = []
  package private(set) var count = 0
  /// The number of the first line in its file, from 1.
  package private(set) var firstLine = 1
  /// The offset of the first line in its file.
  package private(set) var offset = 0
  /// The length of the only line, where it is longer than the limit and only its start was kept.
  package private(set) var cutLength: Int?

  package init() {}

  /// One long line must not be paid for ever after.
  private static let mostKept = 8 << 20

  /// Where the line that begins at `start` ends: at its line feed, or at the end. O(bytes of the line).
  package func lineEnd(from start: Int) -> Int { SystemCalls.firstLineFeed(in: bytes, start..<count) ?? count }

  /// Nothing but white space (RFC 8259, 2). What a cut line ends with nobody knows.
  package func isBlank(_ line: Range<Int>) -> Bool {
    cutLength == nil && bytes[line].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  // MARK: - Filling

  mutating func begin(line: Int, offset: Int, with rest: [UInt8]) {
    if bytes.count > Self.mostKept { bytes = [] }
    firstLine = line
    self.offset = offset
    cutLength = nil
    count = 0
    makeRoom(for: rest.count)
    bytes.replaceSubrange(..<rest.count, with: rest)
    count = rest.count
  }

  /// Reads up to `size` bytes more. False at the end of the file.
  mutating func fill(from file: borrowing InputFile, _ size: Int) throws(FileError) -> Bool {
    makeRoom(for: size)
    let read = try file.read(into: &bytes, at: count, count: size)
    count += read
    return read > 0
  }

  /// Takes off what stands behind the lines.
  mutating func split(at end: Int) -> ArraySlice<UInt8> {
    defer { count = end }
    return bytes[end..<count]
  }

  /// Keeps the start of a line of `length` bytes.
  mutating func cut(to kept: Int, length: Int) {
    count = kept
    cutLength = length
  }

  private mutating func makeRoom(for size: Int) {
    let missing = count + size - bytes.count
    if missing > 0 { bytes += repeatElement(0, count: missing) }
  }
}
