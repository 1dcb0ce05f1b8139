import ArgumentParser
import RuleFiles

/// The command line as a function: arguments in, exit code out.
package enum AssayTool {
  /// Runs one command. Everything it prints goes through `console`.
  package static func run(_ arguments: [String], on console: Console) -> Int32 {
    console.finish(dispatch(arguments, console))
  }

  /// The same for the process: after Ctrl-C it ends as one that was interrupted.
  package static func main(_ arguments: [String]) -> Int32 {
    let code = run(arguments, on: .standard())
    Interruption.endProcessIfRequested()
    return code
  }

  private static func dispatch(_ arguments: [String], _ console: Console) -> ExitStatus {
    do {
      var command = try AssayCommand.parseAsRoot(arguments)
      if let command = command as? any ConsoleCommand { return command.run(on: console) }
      // Help and groups of commands: they answer by throwing what is to be printed.
      try command.run()
      return .clean
    } catch {
      return explain(error, console)
    }
  }

  private static func explain(_ error: any Error, _ console: Console) -> ExitStatus {
    let text = AssayCommand.fullMessage(for: error)
    if AssayCommand.exitCode(for: error).isSuccess {
      console.print(text + "\n")
      return .clean
    }
    console.note(text + "\n")
    return .trouble
  }
}

/// `assay`: only a list of its commands.
struct AssayCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "assay",
    abstract: "Checks JSON against rules: JSON Schema with normalization and severities.",
    discussion: """
      Example: assay lint -r rules.yaml orders.json

      Exit codes: 0 clean, 1 findings, 2 anything that kept it from deciding.
      """,
    version: version,
    subcommands: [
      LintCommand.self, NormalizeCommand.self, RulesCommand.self, TestCommand.self, ExplainCommand.self,
      FindingsCommand.self, ExpressionCommand.self, BenchCommand.self, BowtieCommand.self,
    ])
}
