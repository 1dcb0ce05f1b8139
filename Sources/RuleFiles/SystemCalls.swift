// The C library under one import; files that need it import this module's wrappers instead.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few POSIX calls that reading takes, each with its error number as a Swift error. No Foundation: it costs
/// milliseconds of start-up.
package enum SystemCalls {
  /// An error number with the system's own words for it.
  package struct Failure: Error, Hashable, Sendable {
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// A folder where a file is needed: `open` does not mind, only `read` would.
    package static let isFolder = Failure(number: EISDIR)

    package var message: String { String(cString: strerror(number)) }
    package var isMissing: Bool { number == ENOENT || number == ENOTDIR }
    package var isDenied: Bool { number == EACCES || number == EPERM }
    package var isBrokenPipe: Bool { number == EPIPE }
  }

  package enum FileKind: Sendable { case regular, folder, other }

  /// What tells one file from another, whatever path leads to it.
  package struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  package struct Status: Sendable {
    package let kind: FileKind
    package let size: Int
    package let identity: Identity
  }

  /// The status of what a path leads to, symbolic links followed.
  package static func status(_ path: String) throws(Failure) -> Status {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Failure(number: errno) }
    return Status(status)
  }

  /// The absolute path without symbolic links of what a path leads to.
  package static func realPath(_ path: String) throws(Failure) -> String {
    guard let text = realpath(path, nil) else { throw Failure(number: errno) }
    // SAFETY: `realpath` allocates a zero-terminated text when it is given no room for one.
    defer { free(text) }
    return String(cString: text)
  }

  package static func open(_ path: String) throws(Failure) -> Int32 {
    while true {
      let descriptor = openForReading(path)
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw Failure(number: errno) }
    }
  }

  package static func status(of descriptor: Int32) throws(Failure) -> Status {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(number: errno) }
    return Status(status)
  }

  /// Reads up to `count` bytes over what stands from `offset` on, as far as the array goes. Gives how many; 0 is the end
  /// of the file, or an interruption.
  package static func read(
    _ descriptor: Int32, into bytes: inout [UInt8], at offset: Int, count: Int
  ) throws(Failure) -> Int {
    var failure: Int32 = 0
    let result = bytes.withUnsafeMutableBytes { buffer in
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[offset..<min(offset + count, buffer.count)])
      var result = -1
      repeat { result = readBytes(descriptor, room) } while result < 0 && errno == EINTR && !Interruption.isRequested
      failure = errno
      return result
    }
    if result < 0, failure == EINTR { return 0 }
    if result < 0 { throw Failure(number: failure) }
    return result
  }

  /// Writes all of `bytes`, in as many calls as it takes.
  package static func write(_ descriptor: Int32, _ bytes: some Collection<UInt8>) throws(Failure) {
    var rest = ArraySlice(bytes)
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { writeBytes(descriptor, $0) }
      if written < 0, errno == EINTR { continue }
      if written < 0 { throw Failure(number: errno) }
      rest = rest.dropFirst(written)
    }
  }

  package static func close(_ descriptor: Int32) { closeDescriptor(descriptor) }

  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The names in a folder, unsorted, without `.` and `..`.
  package static func names(in folder: String) throws(Failure) -> [String] {
    guard let stream = opendir(folder) else { throw Failure(number: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = nameOf(entry)
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The value of an environment variable.
  package static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func nameOf(_ entry: UnsafeMutablePointer<dirent>) -> String {
    // SAFETY: `d_name` is zero-terminated by readdir and lives until the next call on the stream.
    withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
        String(cString: $0)
      }
    }
  }
}

extension SystemCalls.Status {
  fileprivate init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      default: .other
      }
    size = Int(status.st_size)
    // `dev_t` and `ino_t` differ in size and sign from system to system.
    identity = .init(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
  }
}

// The names of these calls are also this enum's own.
private func openForReading(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
private func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  write(descriptor, buffer.baseAddress, buffer.count)
}
