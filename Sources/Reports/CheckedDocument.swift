import Rules

/// One document with what a check said about it, and where it lies in its file.
package struct CheckedDocument: Sendable {
  /// The file, as it was named.
  package let path: String
  /// The line of the file where the document starts, from 1.
  package let line: Int
  /// The byte of the file where the document starts.
  package let offset: Int
  /// The document's bytes; findings count from their start.
  package let bytes: [UInt8]
  package let result: CheckResult

  package init(path: String, line: Int = 1, offset: Int = 0, bytes: [UInt8], result: CheckResult) {
    self.path = path
    self.line = line
    self.offset = offset
    self.bytes = bytes
    self.result = result
  }
}
