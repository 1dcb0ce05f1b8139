import Reports
import RuleFiles

/// Puts what threads found into the order of the input.
struct LintOutput {
  private let console: Console
  private let report: Report
  private let window: Int
  /// The task whose pieces are printed now.
  private var current = 0
  /// Tasks that were done too early.
  private var waiting: [Int: LintPiece] = [:]
  private var hasPrinted = false
  /// Documents of the current file.
  private var documents = 0
  private(set) var summary = Summary()

  /// - Parameter window: how many tasks may be done too early; they are kept in memory.
  init(_ console: Console, _ report: Report, window: Int) {
    self.console = console
    self.report = report
    self.window = window
  }

  /// Whether a piece is taken now. Only the last piece of a task may come before its turn: there is one place for it.
  func takes(_ number: Int, isLast: Bool) -> Bool {
    console.isBroken || number == current || (isLast && number - current < window)
  }

  /// Takes a piece. False when nobody reads the output any more.
  mutating func take(_ piece: LintPiece, _ number: Int, isLast: Bool) -> Bool {
    if number != current {
      waiting[number] = piece
    } else {
      emit(piece)
      if isLast { advance() }
    }
    return !console.isBroken
  }

  /// A file that cannot be read.
  mutating func fail(_ error: FileError) {
    summary.unreadable += 1
    console.complain(error.description)
  }

  private mutating func advance() {
    current += 1
    while let piece = waiting.removeValue(forKey: current) {
      emit(piece)
      current += 1
    }
  }

  private mutating func emit(_ piece: LintPiece) {
    print(piece.text)
    summary.add(piece.summary)
    documents += piece.summary.documents
    if let error = piece.failure { end(error) }
    switch piece.end {
    case .lines(let path): end(documents == 0 ? Self.noDocument(path) : nil)
    case .document: end(nil)
    case nil: break
    }
  }

  /// A file ends, with an error or without.
  private mutating func end(_ error: FileError?) {
    if let error, !console.isBroken { fail(error) }
    documents = 0
  }

  private mutating func print(_ text: [UInt8]) {
    if text.isEmpty { return }
    // Each document comes with the separator before it.
    console.print(bytes: hasPrinted ? text[...] : text.dropFirst(report.separator.utf8.count))
    hasPrinted = true
  }

  private static func noDocument(_ path: String) -> FileError {
    FileError(path: path, message: "there is no document in it: every line is blank")
  }
}
