/// An open file, pipe or standard input, read from front to back.
package struct InputFile: ~Copyable {
  /// How the command line calls standard input.
  package static let standardInput = "-"

  /// What one text can have at most, whatever limit is asked for.
  package static let maximumBytes = Int(Int32.max)

  private let descriptor: Int32
  /// The size that the system tells beforehand; it says nothing about pipes.
  private let size: Int
  private let isOwned: Bool
  /// A pipe or a terminal: reading may take as long as somebody types.
  private let isSlow: Bool
  /// How the file is named in reports.
  package let path: String

  /// Opens a file. A folder is refused here, where the message can say so.
  package init(_ path: String) throws(FileError) {
    let opened: (descriptor: Int32, status: SystemCalls.Status)
    do {
      opened = try Self.open(path)
    } catch {
      throw FileError(path: path, error)
    }
    descriptor = opened.descriptor
    size = opened.status.size
    isSlow = opened.status.kind != .regular
    self.path = path
    isOwned = true
  }

  /// Reads what is open already; it stays open.
  package init(standardInput: Int32) throws(FileError) {
    let known: SystemCalls.Status
    do {
      known = try Self.status(of: standardInput)
    } catch {
      throw FileError(path: "<stdin>", error)
    }
    size = known.size
    isSlow = known.kind != .regular
    descriptor = standardInput
    path = "<stdin>"
    isOwned = false
  }

  deinit {
    if isOwned { SystemCalls.close(descriptor) }
  }

  private static func open(_ path: String) throws(SystemCalls.Failure) -> (Int32, SystemCalls.Status) {
    let descriptor = try SystemCalls.open(path)
    do {
      return (descriptor, try status(of: descriptor))
    } catch {
      SystemCalls.close(descriptor)
      throw error
    }
  }

  private static func status(of descriptor: Int32) throws(SystemCalls.Failure) -> SystemCalls.Status {
    let status = try SystemCalls.status(of: descriptor)
    if status.kind == .folder { throw .isFolder }
    return status
  }

  /// Reads at most `count` bytes over what stands from `offset` on. Gives how many; 0 at the end.
  package func read(into bytes: inout [UInt8], at offset: Int, count: Int) throws(FileError) -> Int {
    do {
      if isSlow, try !SystemCalls.waitForInput(descriptor) { return 0 }
      return try SystemCalls.read(descriptor, into: &bytes, at: offset, count: count)
    } catch {
      throw FileError(path: path, error)
    }
  }

  /// The whole content, but no more than one byte beyond `limit`: enough to see that it is too long.
  package func contents(limit: Int = maximumBytes) throws(FileError) -> [UInt8] {
    let limit = min(limit, Self.maximumBytes)
    // One byte more than the system tells: the call that finds the end needs room.
    var bytes = [UInt8](repeating: 0, count: min(max(size, 4095), limit) + 1)
    var count = 0
    while count <= limit {
      if count == bytes.count { bytes += repeatElement(0, count: min(max(count, 1 << 20), limit + 1 - count)) }
      let read = try read(into: &bytes, at: count, count: bytes.count - count)
      if read == 0 { break }
      count += read
    }
    bytes.removeSubrange(count...)
    return bytes
  }
}
