import ArgumentParser

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Work on rule files.",
    discussion: "Example: assay rules check rules.yaml",
    subcommands: [RulesCheckCommand.self])
}
