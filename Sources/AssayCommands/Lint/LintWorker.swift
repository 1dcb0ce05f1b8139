import Reports
import RuleFiles
import Rules

/// One thread of a run: takes tasks until there are none, with a checker and a buffer of its own.
struct LintWorker: ~Copyable {
  private let settings: LintSettings
  private let interruptions: Interruptions
  private let output: Monitor<LintOutput>
  private var checker: Checker
  private var piece = LintPiece()
  /// The number of the task.
  private var number = 0
  private var isStopped = false

  /// Text of this size is handed on before the task is done: many findings must not take much memory.
  private static let mostText = 256 << 10
  /// The memory of a checker that has seen a longer document is given back.
  private static let longDocument = 4 << 20

  init(_ settings: LintSettings, _ output: Monitor<LintOutput>, _ interruptions: Interruptions) {
    self.settings = settings
    self.output = output
    self.interruptions = interruptions
    checker = settings.rules.makeChecker()
  }

  mutating func run(_ source: Monitor<LintSource>) {
    var batch = LineBatch()
    while !isStopped, let task = source.withLock({ $0.next(&batch) }) {
      number = task.number
      perform(task.work, batch)
      deliver(isLast: true)
    }
  }

  private mutating func perform(_ work: consuming LintTask.Work, _ batch: LineBatch) {
    switch consume work {
    case .lines(let path): checkLines(of: batch, path)
    case .endOfLines(let path): piece.end = .lines(path)
    case .failure(let error): piece.failure = error
    case .document(let file): checkDocument(file)
    }
  }

  private mutating func checkDocument(_ file: consuming InputFile) {
    let path = file.path
    defer { piece.end = .document }
    do throws(FileError) {
      let bytes = try file.contents(limit: settings.rules.options.limits.bytes)
      if interruptions.isRequested() { return }
      check(bytes, 0..<bytes.count, DocumentPlace(path: path, line: 1, offset: 0))
    } catch {
      piece.failure = error
    }
  }

  private mutating func checkLines(of batch: LineBatch, _ path: String) {
    var start = 0
    var line = batch.firstLine
    while start < batch.count, !isStopped {
      let end = batch.lineEnd(from: start)
      if !batch.isBlank(start..<end) {
        check(batch.bytes, start..<end, DocumentPlace(path: path, line: line, offset: batch.offset + start))
      }
      start = end + 1
      line += 1
    }
  }

  /// Where a document begins.
  private struct DocumentPlace {
    let path: String
    let line: Int
    let offset: Int
  }

  private mutating func check(_ bytes: [UInt8], _ range: Range<Int>, _ place: DocumentPlace) {
    let document = bytes.span.bytes.extracting(range)
    if let standard = settings.format.standard {
      let output = checker.standardOutput(document, standard)
      piece.summary.add(output.verdict)
      print(output.text + "\n")
    } else {
      let result = checker.check(document)
      piece.summary.add(result)
      // Most documents have nothing to tell; their bytes are not copied.
      if settings.tells(result) { report(bytes[range], result, place) }
    }
    if range.count > Self.longDocument { checker = settings.rules.makeChecker() }
    if piece.text.count >= Self.mostText { deliver(isLast: false) }
  }

  private mutating func report(_ bytes: ArraySlice<UInt8>, _ result: CheckResult, _ place: DocumentPlace) {
    let kept = result.findings.isEmpty ? [] : Array(bytes)
    let document = CheckedDocument(
      path: place.path, line: place.line, offset: place.offset, bytes: kept, result: result)
    print(settings.report.separator + settings.report.document(document))
  }

  private mutating func print(_ text: String) {
    if !settings.isQuiet { piece.text += text.utf8 }
  }

  private mutating func deliver(isLast: Bool) {
    let goesOn = output.withLock(when: { [number] in $0.takes(number, isLast: isLast) }) { [piece, number] in
      $0.take(piece, number, isLast: isLast)
    }
    isStopped = isStopped || !goesOn
    piece = LintPiece()
  }
}
