import ArgumentParser
import Rules

/// Which rules are compiled, and how.
struct RuleOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "The rule file: a JSON Schema in YAML or JSON.")
  var rules: String

  @OptionGroup var compile: CompileArguments
}

/// How a rule file is compiled.
struct CompileArguments: ParsableArguments {
  @Option(help: "The schema to start from, such as '#/$defs/money'.")
  var entry = "#"

  @Option(help: "What \"format\" does: assert, annotate.")
  var formats = FormatChoice.assert

  @Option(help: "Keywords that no schema has: report, ignore.")
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
