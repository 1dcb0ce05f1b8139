import Reports
import RuleFiles
import Rules

/// One run of `lint`: files to findings to an exit status.
struct LintRun {
  private let settings: LintSettings
  private let console: Console
  private let jobs: Int

  /// What is taken from folders.
  static let suffixes = [".json", ".ndjson", ".jsonl"]

  /// - Parameter jobs: threads at most.
  init(_ settings: LintSettings, _ console: Console, jobs: Int) {
    self.settings = settings
    self.console = console
    self.jobs = jobs
  }

  /// Checks what the arguments mean; no file stops the others.
  func check(_ arguments: [String], failing level: Severity) -> ExitStatus {
    console.interruptions.watch()
    let selection = FileSelection(arguments, suffixes: Self.suffixes)
    var output = LintOutput(console, settings.report, window: 4 * jobs)
    for error in selection.errors { output.fail(error) }
    let prints = settings.format.standard == nil && !settings.isQuiet
    if prints { console.print(settings.report.begin()) }
    let (summary, wasInterrupted) = check(selection.files, output)
    if prints { console.print(settings.report.end(summary)) }
    if !settings.isQuiet { console.note(summary.text + "\n") }
    if wasInterrupted { console.complain("interrupted; the rest was not checked") }
    return wasInterrupted ? .trouble : status(summary, failing: level)
  }

  private func check(_ files: [String], _ output: LintOutput) -> (Summary, wasInterrupted: Bool) {
    let output = Monitor(output)
    let source = Monitor(LintSource(files, settings, console))
    let interruptions = console.interruptions
    SystemCalls.run(onThreads: threads(files)) { [settings] in
      var worker = LintWorker(settings, output, interruptions)
      worker.run(source)
    }
    return (output.withLock { $0.summary }, source.withLock { $0.wasInterrupted })
  }

  /// One document needs one thread.
  private func threads(_ files: [String]) -> Int {
    guard files.count == 1, let file = files.first else { return jobs }
    return settings.holdsLines(file) ? jobs : 1
  }

  private func status(_ summary: Summary, failing level: Severity) -> ExitStatus {
    if summary.undecided > 0 || summary.unreadable > 0 || summary.documents == 0 { return .trouble }
    return summary.worst.map { $0 >= level } == true ? .findings : .clean
  }
}
