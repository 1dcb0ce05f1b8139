import ArgumentParser
import RuleFiles
import Rules

struct BowtieCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "bowtie",
    abstract: "Answer a JSON Schema conformance run (Bowtie's protocol, IHOP v1).",
    discussion: """
      Reads one command a line from standard input: start, dialect, run, stop. Formats only annotate, and what the \
      metaschema refuses is accepted as far as its meaning is plain.

      Example: assay bowtie < commands.jsonl
      """)

  @Flag(help: "Let \"format\" assert, in every draft.")
  var assertFormat = false

  func run(on console: Console) -> ExitStatus {
    var session = BowtieSession(version: AssayCommand.version, assertsFormats: assertFormat)
    do {
      var lines = LineReader(try console.open(InputFile.standardInput), limit: InputFile.maximumBytes)
      while !session.isStopped, !console.isBroken, let line = try lines.next() {
        if line.isBlank { continue }
        if let answer = session.answer(Array(line.bytes)) { console.printAtOnce(answer + "\n") }
      }
      return .clean
    } catch {
      console.complain(error.description)
      return .trouble
    }
  }
}
