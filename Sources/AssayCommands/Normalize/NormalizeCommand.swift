import ArgumentParser
import Reports
import RuleFiles
import Rules

struct NormalizeCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Print a document with its values normalized.",
    usage: "assay normalize [<options>] --rules <rules> <file>",
    discussion: """
      A document that is not valid is not printed: its findings go to standard error and the exit code is 1.

      Example: assay normalize -r rules.yaml --defaults request.json
      """)

  @OptionGroup var rules: RuleOptions
  @OptionGroup var documents: DocumentOptions

  @Flag(help: "Fill in the defaults of absent properties.")
  var defaults = false

  @Flag(help: "Print the changes as a JSON Patch (RFC 6902) instead.")
  var patch = false

  @OptionGroup var display: DisplayOptions

  @Argument(help: ArgumentHelp("The JSON file, or - for standard input.", valueName: "file"))
  var file: String

  func run(on console: Console) -> ExitStatus {
    let options = documents.apply(to: rules.compile.options)
    guard let compiled = rules.load(options, console, isQuiet: display.quiet) else {
      return .trouble
    }
    do {
      let bytes = try console.open(file).contents(limit: options.limits.bytes)
      return normalize(bytes, compiled, console)
    } catch {
      console.complain(error.description)
      return .trouble
    }
  }

  private func normalize(_ bytes: [UInt8], _ compiled: RuleSet, _ console: Console) -> ExitStatus {
    let result = compiled.normalize(bytes.span.bytes, defaults: defaults)
    if !display.quiet { note(result.check, bytes, console) }
    guard let output = result.output else { return result.check.verdict == .undecided ? .trouble : .findings }
    if patch {
      console.print(PatchJSON.text(result.patch))
    } else {
      console.print(bytes: output)
      if output.last != 0x0A { console.print("\n") }
    }
    return .clean
  }

  /// Standard output holds the document and nothing else.
  private func note(_ check: CheckResult, _ bytes: [UInt8], _ console: Console) {
    let report = Report(format: .full, paint: .none)
    let path = file == InputFile.standardInput ? "<stdin>" : file
    console.note(report.document(CheckedDocument(path: path, bytes: bytes, result: check)))
  }
}
