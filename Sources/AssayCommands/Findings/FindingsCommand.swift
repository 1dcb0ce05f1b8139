import ArgumentParser
import Reports
import Rules

struct FindingsCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings",
    abstract: "Say what finding codes mean, with examples.",
    usage: "assay findings [<code>]",
    discussion: """
      Prints Markdown: one entry, or all of them without CODE.

      Example: assay findings maxLength
      """)

  @Argument(help: ArgumentHelp("The code, such as maxLength or duplicate-key.", valueName: "code"))
  var code: String?

  func run(on console: Console) -> ExitStatus {
    guard let code else {
      console.print(FindingCatalogue.markdown)
      return .clean
    }
    guard let entry = FindingCatalogue.entry(FindingCode(rawValue: code)) else {
      let hint = FindingCatalogue.nearest(to: code).map { "did you mean \($0)?" } ?? "\"assay findings\" lists all"
      console.complain("no finding has the code \(Printable.line(code)); \(hint)")
      return .trouble
    }
    console.print(entry.markdown)
    return .clean
  }
}
