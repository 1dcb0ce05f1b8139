import Reports
import RuleFiles
import Rules

/// One run of `test` over cases files.
struct TestRun {
  private let console: Console
  private let paint: Paint
  private let documents: ReferenceOptions
  private let isQuiet: Bool
  private var passed = 0
  private var failed = 0
  private var isTroubled = false

  init(_ console: Console, _ paint: Paint, _ documents: ReferenceOptions, isQuiet: Bool) {
    self.console = console
    self.paint = paint
    self.documents = documents
    self.isQuiet = isQuiet
  }

  /// Runs all cases of one file.
  mutating func file(_ path: String) {
    do {
      try cases(RuleFile(path: path))
    } catch {
      fail(error)
    }
  }

  mutating func fail(_ error: FileError) {
    isTroubled = true
    console.complain(error.description)
  }

  /// Prints the totals, on a line of their own.
  func finish() -> ExitStatus {
    if passed + failed == 0 {
      if !isTroubled { console.complain("no case was found; cases stand in files named *.cases.yaml") }
      return .trouble
    }
    if !isQuiet { console.print("\(passed) passed, \(failed) failed\n") }
    if isTroubled { return .trouble }
    return failed > 0 ? .findings : .clean
  }

  private mutating func cases(_ file: RuleFile) {
    let cases: CaseFile
    do {
      cases = try CaseFileReader.read(file, documents)
    } catch {
      isTroubled = true
      let report = ProblemReport(path: file.path, text: file.text)
      for problem in error.problems { console.note(report.text(problem)) }
      return
    }
    let references = FileReferences(cases.map)
    guard let rules = RuleLoader.load(cases.rules, cases.options, references, console, isQuiet: true) else {
      isTroubled = true
      return
    }
    for expected in cases.cases { run(expected, rules) }
  }

  private mutating func run(_ expected: RuleCase, _ rules: RuleSet) {
    let differences = CaseRun(expected, rules).differences()
    if differences.isEmpty {
      passed += 1
      return
    }
    failed += 1
    if isQuiet { return }
    let place = "\(expected.location.path):\(expected.location.line):\(expected.location.column)"
    console.print("\(Printable.line(place)): \(paint.failed("failed")): \(Printable.line(expected.name))\n")
    for line in differences { console.print("  \(Printable.line(line))\n") }
  }
}
