/// An open file, pipe or standard input, read from front to back.
package struct InputFile: ~Copyable {
  /// How the command line calls standard input.
  package static let standardInput = "-"

  /// What one text can have at most, whatever limit is asked for.
  package static let maximumBytes = Int(Int32.max)

  private let descriptor: Int32
  /// The size that the system tells beforehand; 0 for pipes.
  private let size: Int
  private let isOwned: Bool
  /// How the file is named in reports.
  package let path: String

  /// Opens a file. A folder is refused here, where the message can say so.
  package init(_ path: String) throws(FileError) {
    let opened: (descriptor: Int32, size: Int)
    do {
      opened = try Self.open(path)
    } catch {
      throw FileError(path: path, error)
    }
    (descriptor, size) = opened
    self.path = path
    isOwned = true
  }

  /// Reads what is open already; it stays open.
  package init(standardInput: Int32) throws(FileError) {
    let known: Int
    do {
      known = try Self.size(of: standardInput)
    } catch {
      throw FileError(path: "<stdin>", error)
    }
    size = known
    descriptor = standardInput
    path = "<stdin>"
    isOwned = false
  }

  deinit {
    if isOwned { SystemCalls.close(descriptor) }
  }

  private static func open(_ path: String) throws(SystemCalls.Failure) -> (Int32, Int) {
    let descriptor = try SystemCalls.open(path)
    do {
      return (descriptor, try size(of: descriptor))
    } catch {
      SystemCalls.close(descriptor)
      throw error
    }
  }

  private static func size(of descriptor: Int32) throws(SystemCalls.Failure) -> Int {
    let status = try SystemCalls.status(of: descriptor)
    if status.kind == .folder { throw .isFolder }
    return status.kind == .regular ? status.size : 0
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
  package func contents(limit: Int = maximumBytes) throws(FileError) -> [UInt8] {
    let limit = min(limit, Self.maximumBytes)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit) + 1)
    var step = max(4096, min(size, limit) + 1)
    while bytes.count <= limit, try read(into: &bytes, count: min(step, limit - bytes.count + 1)) {
      step = 1 << 20
    }
    return bytes
  }
}
