import Foundation
import Testing

/// Compares text with a file beside the tests. `ASSAY_RECORD_SNAPSHOTS=1 swift test` writes the files anew; the
/// difference is then reviewed like any other change.
enum Snapshot {
  static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["ASSAY_RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let stored = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let hint: Comment = "Snapshots/\(name) differs; ASSAY_RECORD_SNAPSHOTS=1 records it anew"
    #expect(text == stored, hint, sourceLocation: sourceLocation)
  }
}
