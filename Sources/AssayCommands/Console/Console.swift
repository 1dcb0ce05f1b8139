import Reports
import RuleFiles

/// What a command sees of the outside: its streams, whether a person watches, the environment.
package final class Console {
  private let output: any ByteSink
  private let errors: any ByteSink
  private let inputDescriptor: Int32
  private let environment: (String) -> String?
  package let interruptions: Interruptions
  private var buffer: [UInt8] = []
  private var failure: SystemCalls.Failure?

  package let isOutputTerminal: Bool

  /// Few large writes: a call for each finding would cost more than the check.
  private static let bufferSize = 64 << 10

  package init(
    output: any ByteSink, errors: any ByteSink, inputDescriptor: Int32 = 0, isOutputTerminal: Bool = false,
    interruptions: Interruptions = .none, environment: @escaping (String) -> String? = { _ in nil }
  ) {
    self.output = output
    self.errors = errors
    self.inputDescriptor = inputDescriptor
    self.isOutputTerminal = isOutputTerminal
    self.interruptions = interruptions
    self.environment = environment
  }

  /// The process's own streams.
  package static func standard() -> Console {
    Console(
      output: DescriptorSink(1), errors: DescriptorSink(2), isOutputTerminal: SystemCalls.isTerminal(1),
      interruptions: .process, environment: SystemCalls.environment)
  }

  // MARK: - Writing

  /// Results, to standard output.
  package func print(_ text: String) { print(bytes: text.utf8) }

  package func print(bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { flush() }
  }

  /// An answer that somebody waits for.
  package func printAtOnce(_ text: String) {
    print(text)
    flush()
  }

  /// Everything else, to standard error; what was printed before comes before it.
  package func note(_ text: String) {
    flush()
    // Where standard error is closed there is nobody left to tell.
    do { try errors.write(Array(text.utf8)) } catch {}
  }

  /// One plain sentence about what went wrong.
  package func complain(_ text: String) { note("assay: \(Printable.line(text))\n") }

  /// True once standard output takes no more: the work behind it can stop.
  package var isBroken: Bool { failure != nil }

  /// The exit code, after everything was written. A full disk is trouble whatever was found.
  package func finish(_ status: ExitStatus) -> Int32 {
    flush()
    guard let failure else { return status.rawValue }
    // A closed pipe is the reader's choice (`| head`).
    if !failure.isBrokenPipe { complain("the output could not be written: \(failure.message)") }
    return ExitStatus.trouble.rawValue
  }

  private func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    if isBroken || buffer.isEmpty { return }
    do {
      try output.write(buffer)
    } catch {
      failure = error
    }
  }

  // MARK: - Reading

  /// Opens a file, or standard input for `-`.
  package func open(_ path: String) throws(FileError) -> InputFile { try opener(path) }

  /// The same, for threads.
  package var opener: @Sendable (String) throws(FileError) -> InputFile {
    { [inputDescriptor] path throws(FileError) in
      if path == InputFile.standardInput { return try InputFile(standardInput: inputDescriptor) }
      return try InputFile(path)
    }
  }

  // MARK: - Colour

  /// Whether standard output is coloured (https://no-color.org).
  package func usesColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: isOutputTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    }
  }
}
