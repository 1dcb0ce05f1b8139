import ArgumentParser
import Reports
import RuleFiles
import Rules

struct TestCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the *.cases.yaml files beside rule files.",
    usage: "assay test [<options>] [<path> ...]",
    discussion: """
      Exit codes: 0 all passed, 1 some failed, 2 no case was found or a file could not be read.

      Example: assay test rules/
      """)

  @OptionGroup var documents: ReferenceOptions
  @OptionGroup var display: DisplayOptions

  @Argument(help: ArgumentHelp("Files and folders; without any the current folder.", valueName: "path"))
  var paths: [String] = []

  static let suffixes = [".cases.yaml", ".cases.yml", ".cases.json"]

  func run(on console: Console) -> ExitStatus {
    let selection = FileSelection(paths.isEmpty ? ["."] : paths, suffixes: Self.suffixes)
    var run = TestRun(console, display.paint(console), documents, isQuiet: display.quiet)
    for error in selection.errors { run.fail(error) }
    for path in selection.files { run.file(path) }
    return run.finish()
  }
}
