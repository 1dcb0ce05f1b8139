import Reports
import RuleFiles
import Rules

/// One run of `lint`: files to findings to an exit status.
struct LintRun: ~Copyable {
  private let console: Console
  private let limits: Limits
  private let allLines: Bool
  private let isQuiet: Bool
  private let format: LintFormat
  private var report: Report
  private var checker: Checker
  private var summary = Summary()

  /// What is taken from folders.
  static let suffixes = [".json", ".ndjson", ".jsonl"]

  init(
    _ rules: RuleSet, _ format: LintFormat, _ paint: Paint, _ console: Console, allLines: Bool = false,
    isQuiet: Bool = false
  ) {
    self.console = console
    self.allLines = allLines
    self.isQuiet = isQuiet
    limits = rules.options.limits
    self.format = format
    report = Report(format: format.report, paint: paint)
    checker = rules.makeChecker()
  }

  /// Checks what the arguments mean; no file stops the others.
  mutating func check(_ arguments: [String], failing level: Severity) -> ExitStatus {
    let selection = FileSelection(arguments, suffixes: Self.suffixes)
    for error in selection.errors { fail(error) }
    if format.standard == nil { print(report.begin()) }
    for file in selection.files where !console.isBroken { check(file) }
    if format.standard == nil { print(report.end(summary)) }
    if !isQuiet { console.note(summary.text + "\n") }
    return status(failing: level)
  }

  private func status(failing level: Severity) -> ExitStatus {
    if summary.undecided > 0 || summary.unreadable > 0 || summary.documents == 0 { return .trouble }
    return summary.worst.map { $0 >= level } == true ? .findings : .clean
  }

  private mutating func check(_ path: String) {
    do throws(FileError) {
      if Self.isYAML(path) {
        throw FileError(path: path, message: "documents in YAML are not read yet; convert it to JSON")
      }
      if allLines || path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") {
        try checkLines(path)
      } else {
        let bytes = try console.open(path).contents(limit: limits.bytes)
        check(Self.name(path), line: 1, offset: 0, bytes[...])
      }
    } catch {
      fail(error)
    }
  }

  private mutating func checkLines(_ path: String) throws(FileError) {
    var lines = LineReader(try console.open(path), limit: limits.bytes)
    let before = summary.documents
    while !console.isBroken, let line = try lines.next() {
      if line.isBlank { continue }
      check(Self.name(path), line: line.number, offset: line.offset, line.bytes)
    }
    if summary.documents == before, !console.isBroken {
      throw FileError(path: Self.name(path), message: "there is no document in it: every line is blank")
    }
  }

  private mutating func check(_ path: String, line: Int, offset: Int, _ bytes: ArraySlice<UInt8>) {
    if let standard = format.standard {
      let output = checker.standardOutput(bytes.span.bytes, standard)
      summary.add(output.verdict)
      return print(output.text + "\n")
    }
    let result = checker.check(bytes.span.bytes)
    summary.add(result)
    // Most documents have nothing to tell; their bytes are not copied.
    if result.findings.isEmpty, format.report != .json { return }
    let kept = result.findings.isEmpty ? [] : Array(bytes)
    print(report.document(CheckedDocument(path: path, line: line, offset: offset, bytes: kept, result: result)))
  }

  private mutating func fail(_ error: FileError) {
    summary.unreadable += 1
    console.complain(error.description)
  }

  private func print(_ text: String) {
    if !isQuiet { console.print(text) }
  }

  private static func name(_ path: String) -> String { path == InputFile.standardInput ? "<stdin>" : path }

  private static func isYAML(_ path: String) -> Bool { path.hasSuffix(".yaml") || path.hasSuffix(".yml") }
}
