import ArgumentParser
import Reports
import RuleFiles
import Rules

struct LintCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check JSON files against rules.",
    usage: "assay lint [<options>] --rules <rules> <file> ...",
    discussion: """
      FILE is a file, a folder (its *.json, *.ndjson, *.jsonl), a pattern, - for stdin; .ndjson and .jsonl hold a document \
      a line. From flag on, --format is JSON Schema's own output, and exit codes follow its result.

      Example: assay lint -r rules.yaml orders/ 'archive/**/*.ndjson'
      """)

  @OptionGroup var rules: RuleOptions
  @OptionGroup var documents: DocumentOptions

  @Option(help: ArgumentHelp("How findings are written.", valueName: "name"))
  var format = LintFormat.report(.full)

  @Option(help: ArgumentHelp("The severity that fails.", valueName: "name"))
  var failLevel = FailLevel.error

  @Option(help: ArgumentHelp("Findings kept of a document.", valueName: "n"))
  var maxFindings = Limits().findings

  @Flag(help: "Show all branches of anyOf and oneOf.")
  var allBranches = false

  @Flag(help: "Every input has one document a line.")
  var lines = false

  @Option(help: ArgumentHelp("Threads at most. (default: one a processor)", valueName: "n"))
  var jobs: Int?

  @OptionGroup var display: DisplayOptions

  @Argument(help: ArgumentHelp("The files to check.", valueName: "file"))
  var files: [String] = []

  private static let mostJobs = 256

  func validate() throws {
    if maxFindings < 1 { throw ValidationError("--max-findings takes a number from 1 on") }
    if let jobs, !(1...Self.mostJobs).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to \(Self.mostJobs)")
    }
  }

  func run(on console: Console) -> ExitStatus {
    if files.isEmpty {
      console.complain("name the files to check, or - to check standard input")
      return .trouble
    }
    var options = documents.apply(to: rules.compile.options)
    options.limits.findings = maxFindings
    options.allBranches = allBranches
    options.annotations = format.showsAnnotations
    guard let compiled = rules.load(options, console, isQuiet: display.quiet) else {
      return .trouble
    }
    return LintRun(settings(compiled, console), console, jobs: jobs ?? SystemCalls.processorCount).check(
      files, failing: failLevel.severity)
  }

  private func settings(_ rules: RuleSet, _ console: Console) -> LintSettings {
    LintSettings(
      rules: rules, format: format, report: Report(format: format.report, paint: display.paint(console)),
      allLines: lines, isQuiet: display.quiet)
  }
}
