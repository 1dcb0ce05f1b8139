import ArgumentParser
import Reports
import RuleFiles
import Rules

struct RulesCheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compile rule files and report what is wrong with them or suspicious.",
    usage: "assay rules check [<options>] <rules> ...",
    discussion: """
      Exit codes: 0 no errors, 1 warnings with --strict, 2 errors, or a file could not be read.
      Documentation/RuleProblems.md explains each problem.

      Example: assay rules check rules/*.yaml
      """)

  @OptionGroup var compile: CompileArguments

  @Option(help: ArgumentHelp("How problems are written.", valueName: "name"))
  var format = ProblemFormat.text

  @Flag(help: "Fail on warnings too.")
  var strict = false

  @OptionGroup var display: DisplayOptions

  @Argument(help: ArgumentHelp("Rule files, and folders with them.", valueName: "rules"))
  var files: [String]

  private static let suffixes = [".json", ".yaml", ".yml"]

  func run(on console: Console) -> ExitStatus {
    let selection = FileSelection(files, suffixes: Self.suffixes)
    for error in selection.errors { console.complain(error.description) }
    let paths = selection.files.filter { !isCaseFile($0, console) }
    var status = selection.errors.isEmpty && !paths.isEmpty ? ExitStatus.clean : .trouble
    let references = compile.documents.references
    var entries: [String] = []
    for path in paths {
      guard let file = read(path, console) else {
        status = .trouble
        continue
      }
      let problems = file.problems(options: compile.options, references: references)
      status = max(status, self.status(of: problems))
      entries.append(show(problems, of: file, references, console))
    }
    if format == .json, !display.quiet {
      console.print("{\"version\":1,\"files\":[\n\(entries.joined(separator: ",\n"))\n]}\n")
    }
    return status
  }

  /// A rule file with errors keeps rules from deciding anything.
  private func status(of problems: [RuleProblem]) -> ExitStatus {
    if problems.contains(where: { $0.severity == .error }) { return .trouble }
    return strict && !problems.isEmpty ? .findings : .clean
  }

  /// `rules/*.yaml` names the cases beside the rules too, and folders hold them.
  private func isCaseFile(_ path: String, _ console: Console) -> Bool {
    guard TestCommand.suffixes.contains(where: path.hasSuffix) else { return false }
    if !display.quiet, files.contains(path) {
      console.note("\(Printable.line(path)): passed over, \"assay test\" runs it\n")
    }
    return true
  }

  private func read(_ path: String, _ console: Console) -> RuleFile? {
    do {
      return try RuleFile(path: path)
    } catch {
      console.complain(error.description)
      return nil
    }
  }

  /// Prints the problems as text, or gives them as JSON.
  private func show(
    _ problems: [RuleProblem], of file: RuleFile, _ references: FileReferences, _ console: Console
  ) -> String {
    let report = ProblemReport(
      path: file.path, text: file.text, paint: display.paint(console), others: references.positions)
    if format == .json { return report.json(problems) }
    if display.quiet { return "" }
    for problem in problems { console.print(report.text(problem)) }
    let errors = problems.filter { $0.severity == .error }.count
    console.note(
      "\(Printable.line(file.path)): \(counted(errors, "error")), "
        + "\(counted(problems.count - errors, "warning"))\n")
    return ""
  }

  private func counted(_ count: Int, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
}

enum ProblemFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
