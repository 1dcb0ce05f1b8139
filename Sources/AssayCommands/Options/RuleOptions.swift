import ArgumentParser
import Rules

/// Which rules are compiled, and how.
struct RuleOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("The rule file: a JSON Schema in YAML or JSON.", valueName: "rules"))
  var rules: String

  @OptionGroup var compile: CompileArguments
}

/// How a rule file is compiled.
struct CompileArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The schema to start from: '#/$defs/money'.", valueName: "place"))
  var entry = "#"

  @Option(help: ArgumentHelp("What \"format\" does.", valueName: "mode"))
  var formats = FormatChoice.assert

  @Option(help: ArgumentHelp("Keywords that no schema has.", valueName: "mode"))
  var unknownKeywords = UnknownKeywordChoice.report

  var options: CompileOptions {
    CompileOptions(
      formats: formats == .assert ? .assert : .annotate,
      unknownKeywords: unknownKeywords == .report ? .report : .ignore, entry: entry)
  }
}

enum FormatChoice: String, ExpressibleByArgument, CaseIterable {
  case assert, annotate
}

enum UnknownKeywordChoice: String, ExpressibleByArgument, CaseIterable {
  case report, ignore
}
