import ArgumentParser
import RuleFiles
import Rules

/// Which rules are compiled, and how.
struct RuleOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("The rule file: a JSON Schema in YAML or JSON.", valueName: "rules"))
  var rules: String

  @OptionGroup var compile: CompileArguments

  var references: FileReferences { compile.documents.references }

  /// The compiled rules; nil after telling what is wrong with them.
  func load(_ options: CompileOptions, _ console: Console, isQuiet: Bool) -> RuleSet? {
    RuleLoader.load(rules, options, references, console, isQuiet: isQuiet)
  }
}

/// How a rule file is compiled.
struct CompileArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Where to start, such as '#/$defs/money'.", valueName: "place"))
  var entry = "#"

  @Option(help: ArgumentHelp("What \"format\" does.", valueName: "mode"))
  var formats = FormatChoice.assert

  @Option(help: ArgumentHelp("Keywords that no schema has.", valueName: "mode"))
  var unknownKeywords = UnknownKeywordChoice.report

  @OptionGroup var documents: ReferenceOptions

  var options: CompileOptions {
    CompileOptions(
      formats: formats == .assert ? .assert : .annotate,
      unknownKeywords: unknownKeywords == .report ? .report : .ignore, entry: entry,
      dialect: documents.dialect)
  }
}

enum FormatChoice: String, ExpressibleByArgument, CaseIterable {
  case assert, annotate
}

enum UnknownKeywordChoice: String, ExpressibleByArgument, CaseIterable {
  case report, ignore
}
