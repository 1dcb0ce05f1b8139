import ArgumentParser
import Reports
import RuleFiles
import Rules

struct ExplainCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what was compiled, or all that is said about a document.",
    usage: "assay explain [<options>] --rules <rules> [<file>]",
    discussion: """
      With FILE: the verdict and every finding in full. Which branch of the rules was taken is not shown yet.

      Example: assay explain -r rules.yaml --program
      """)

  @OptionGroup var rules: RuleOptions
  @OptionGroup var documents: DocumentOptions

  @Flag(help: "Print the compiled program, one line an instruction.")
  var program = false

  @OptionGroup var display: DisplayOptions

  @Argument(help: ArgumentHelp("The JSON file, or - for standard input.", valueName: "file"))
  var file: String?

  func validate() throws {
    if file == nil, !program { throw ValidationError("name a FILE to explain, or give --program") }
  }

  func run(on console: Console) -> ExitStatus {
    var options = documents.apply(to: rules.compile.options)
    // Every finding: the memory is bounded by the document.
    options.limits.findings = .max
    guard let compiled = rules.load(options, console, isQuiet: display.quiet) else {
      return .trouble
    }
    if program { printProgram(compiled, console) }
    guard let file else { return .clean }
    do {
      return explain(file, try console.open(file).contents(limit: options.limits.bytes), compiled, console)
    } catch {
      console.complain(error.description)
      return .trouble
    }
  }

  private func printProgram(_ compiled: RuleSet, _ console: Console) {
    let listing = compiled.programListing
    console.print(listing.hasSuffix("\n") ? listing : listing + "\n")
  }

  private func explain(_ path: String, _ bytes: [UInt8], _ compiled: RuleSet, _ console: Console) -> ExitStatus {
    let result = compiled.check(bytes.span.bytes)
    let name = path == InputFile.standardInput ? "<stdin>" : path
    let budget = result.budget.map { " (the budget \($0) ran out)" } ?? ""
    console.print("\(Printable.line(name)): \(result.verdict.rawValue)\(budget)\n")
    let report = Report(format: .full, paint: display.paint(console))
    console.print(report.document(CheckedDocument(path: name, bytes: bytes, result: result)))
    switch result.verdict {
    case .valid: return .clean
    case .invalid: return .findings
    case .undecided: return .trouble
    }
  }
}
