/// All documents of a file in one array, as a service has them in memory.
struct BenchDocuments {
  let bytes: [UInt8]
  /// Where each document lies; blank lines are left out.
  let lines: [Range<Int>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = bytes.split(separator: 0x0A).filter { line in
      line.contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
    }.map { $0.startIndex..<$0.endIndex }
  }

  /// The bytes of the documents, line ends left out.
  var documentBytes: Int { lines.reduce(0) { $0 + $1.count } }

  /// Calls `body` with every document. Gives how often it said yes.
  @inline(__always)
  func count(_ body: (RawSpan) -> Bool) -> Int {
    let span = bytes.span.bytes
    var count = 0
    for line in lines where body(span.extracting(line)) { count += 1 }
    return count
  }
}
