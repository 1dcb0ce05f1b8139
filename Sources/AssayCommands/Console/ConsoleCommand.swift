import ArgumentParser

/// A command that can be run in a test: it sees the outside through its console and answers with an exit status.
protocol ConsoleCommand: ParsableCommand {
  func run(on console: Console) -> ExitStatus
}
