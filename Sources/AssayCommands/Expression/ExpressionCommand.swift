import ArgumentParser
import Expressions
import Reports
import RuleFiles

struct ExpressionCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "expression",
    abstract: "Evaluate a CEL expression.",
    usage: "assay expression [<options>] <expression>",
    discussion: """
      Prints the value as CEL writes it. The types of variables come from their values: 1 is an int, 1.0 a double.

      Example: assay expression 'size(a) < b' --bindings '{"a": [], "b": 3}'

      Exit codes: 0 a value, 2 an error, or a budget that ran out.
      """)

  @Option(help: ArgumentHelp("The values of variables.", valueName: "json"))
  var bindings = "{}"

  @Option(help: ArgumentHelp("A variable's type, such as start=timestamp; may be repeated.", valueName: "name=type"))
  var declare: [String] = []

  @Option(help: ArgumentHelp("Units of work: an instruction, or 16 bytes.", valueName: "units"))
  var budget = Expressions.Expression.defaultBudget

  @Flag(help: "Print the checked type instead of the value.")
  var types = false

  @Flag(help: "Print the value of every part instead, as a tree.")
  var explain = false

  @Flag(help: "Print the compiled program, one line an instruction.")
  var program = false

  @Argument(help: ArgumentHelp("The text of the expression.", valueName: "expression"))
  var expression: String

  func validate() throws {
    if budget < 1 { throw ValidationError("--budget takes 1 or more units") }
  }

  func run(on console: Console) -> ExitStatus {
    do throws(CommandFailure) {
      let bindings = try ExpressionBindings(json: bindings, declared: declare)
      return try answer(compile(bindings), bindings, console)
    } catch {
      console.complain(error.message)
      if let excerpt = error.excerpt { console.note(excerpt) }
      return .trouble
    }
  }

  private func compile(_ bindings: ExpressionBindings) throws(CommandFailure) -> Expressions.Expression {
    var options = ExpressionOptions()
    options.timeZones = .system
    do throws(ExpressionError) {
      return try Expressions.Expression.compile(expression, declarations: bindings.declarations, options: options)
    } catch {
      throw CommandFailure(error.description, marking: error.span, error.position, in: expression)
    }
  }

  private func answer(
    _ compiled: Expressions.Expression, _ bindings: ExpressionBindings, _ console: Console
  ) throws(CommandFailure) -> ExitStatus {
    if types { console.print("\(compiled.type)\n") }
    if program { console.print(compiled.listing) }
    if types || program { return .clean }
    if explain {
      let lines = compiled.explain(bindings.values, budget: budget).description.split(separator: "\n")
      for line in lines { console.print(Printable.line(String(line)) + "\n") }
      return .clean
    }
    switch compiled.evaluate(bindings.values, budget: budget) {
    case .value(let value): console.print(Printable.line(value.description) + "\n")
    case .error(let error):
      throw CommandFailure(error.description, marking: error.span, error.position, in: expression)
    case .undecided:
      throw CommandFailure("undecided: the budget of \(budget) units ran out; --budget takes more")
    }
    return .clean
  }
}

/// Why a command has no answer, and the line of the text that it is about.
struct CommandFailure: Error {
  let message: String
  var excerpt: String?

  init(_ message: String) { self.message = message }

  init(_ message: String, marking span: SourceSpan, _ position: SourcePosition, in text: String) {
    self.message = message
    excerpt = MarkedText.text(Array(text.utf8), line: position.line, span: span.start..<span.end)
  }
}

extension TimeZoneSource {
  /// The machine's tz database, where it has one.
  static let system = TimeZoneSource { name in
    do throws(FileError) {
      return try InputFile("/usr/share/zoneinfo/\(name)").contents(limit: 1 << 20)
    } catch {
      // A zone that cannot be read is one that is not known.
      return nil
    }
  }
}
