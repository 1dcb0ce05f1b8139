import AssayCommands
import Foundation
import RuleFiles

/// What one command printed, and its exit code.
struct CommandRun: Equatable {
  let code: Int32
  let output: String
  let errors: String

  /// Runs a command in this process.
  init(
    _ arguments: [String], input: String? = nil, isTerminal: Bool = false, environment: [String: String] = [:],
    output: MemorySink = MemorySink(), interruptions: Interruptions = .none
  ) throws {
    let errors = MemorySink()
    let pipe = Pipe()
    if let input { try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
    try pipe.fileHandleForWriting.close()
    let console = Console(
      output: output, errors: errors, inputDescriptor: pipe.fileHandleForReading.fileDescriptor,
      isOutputTerminal: isTerminal, interruptions: interruptions, environment: { environment[$0] })
    code = AssayTool.run(arguments, on: console)
    self.output = output.text
    self.errors = errors.text
  }
}

/// Keeps what is written, or fails from some byte on, as a full disk or a closed pipe does.
final class MemorySink: ByteSink {
  private var bytes: [UInt8] = []
  private let room: Int
  private let failure: Int32
  private(set) var writes = 0

  init(room: Int = .max, failure: Int32 = ENOSPC) {
    self.room = room
    self.failure = failure
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  func write(_ bytes: [UInt8]) throws(SystemCalls.Failure) {
    writes += 1
    if self.bytes.count + bytes.count > room { throw SystemCalls.Failure(number: failure) }
    self.bytes += bytes
  }
}
