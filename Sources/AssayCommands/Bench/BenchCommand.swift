import ArgumentParser
import RuleFiles
import Rules

struct BenchCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Time rules on the documents of an NDJSON file.",
    usage: "assay bench [<options>] --rules <rules> <file>",
    discussion: """
      Prints JSON: nanoseconds for whole passes over all documents, which are \
      loaded first. parse_ns reads them, verdict_ns and findings_ns judge them from \
      their bytes, evaluate_ns is verdict_ns less parse_ns, compile_ns is for the rules.

      Example: assay bench -r rules.yaml requests.ndjson
      """)

  @OptionGroup var rules: RuleOptions
  @OptionGroup var documents: DocumentOptions

  @Option(help: ArgumentHelp("How many passes are timed.", valueName: "n"))
  var passes = 15

  @Option(help: ArgumentHelp("Time nothing else; may be repeated.", valueName: "kind"))
  var only: [BenchKind] = []

  @Argument(help: ArgumentHelp("One document a line; blank lines are skipped.", valueName: "file"))
  var file: String

  func validate() throws {
    if passes < 1 { throw ValidationError("--passes takes a number from 1 on") }
  }

  func run(on console: Console) -> ExitStatus {
    let options = documents.apply(to: rules.compile.options)
    let references = rules.references
    guard let compiled = RuleLoader.load(rules.rules, options, references, console) else { return .trouble }
    do {
      let loaded = BenchDocuments(try console.open(file).contents())
      if loaded.lines.isEmpty { throw FileError(path: file, message: "there is no document in it") }
      let source = try RuleFile(path: rules.rules)
      var run = BenchRun(compiled, source, references, loaded, only.isEmpty ? BenchKind.allCases : only)
      try run.measure(passes: passes)
      console.print(run.json)
      return .clean
    } catch {
      console.complain("\(error)")
      return .trouble
    }
  }
}
