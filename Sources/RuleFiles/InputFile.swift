/// An open file, pipe or standard input, read from front to back.
package struct InputFile: ~Copyable {
  /// How the command line calls standard input.
  package static let standardInput = "-"

  private let descriptor: Int32
  /// The size that the system tells beforehand; 0 for pipes.
  private let size: Int
  /// How the file is named in reports.
  package let path: String

  /// Opens a file; `-` is standard input. A folder is refused here, where the message can say so.
  package init(_ path: String) throws(FileError) {
    do {
      (descriptor, size) = try Self.open(path)
    } catch {
      throw FileError(path: path, error)
    }
    self.path = path
  }

  deinit {
    if descriptor != 0 { SystemCalls.close(descriptor) }
  }

  private static func open(_ path: String) throws(SystemCalls.Failure) -> (Int32, size: Int) {
    let descriptor = path == standardInput ? 0 : try SystemCalls.open(path)
    do throws(SystemCalls.Failure) {
      let status = try SystemCalls.status(of: descriptor)
      if status.kind == .folder { throw .isFolder }
      return (descriptor, status.size)
    } catch {
      if descriptor != 0 { SystemCalls.close(descriptor) }
      throw error
    }
  }

  /// Adds the next bytes, at most `count`. False at the end.
  package func read(into bytes: inout [UInt8], count: Int) throws(FileError) -> Bool {
    do {
      return try SystemCalls.read(descriptor, into: &bytes, count: count) > 0
    } catch {
      throw FileError(path: path, error)
    }
  }

  /// The whole content, but no more than one byte beyond `limit`: enough to see that it is too long.
  package static func contents(_ path: String, limit: Int = .max - 1) throws(FileError) -> [UInt8] {
    let file = try InputFile(path)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(file.size, limit) + 1)
    var step = max(4096, min(file.size, limit) + 1)
    while bytes.count <= limit, try file.read(into: &bytes, count: min(step, limit - bytes.count + 1)) {
      step = 1 << 20
    }
    return bytes
  }
}
