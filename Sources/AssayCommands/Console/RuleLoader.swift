import Reports
import RuleFiles
import Rules

/// Rules for commands that check documents: what is wrong with them goes to standard error.
enum RuleLoader {
  /// Nil after telling why.
  static func load(
    _ path: String, _ options: CompileOptions, _ references: FileReferences, _ console: Console, isQuiet: Bool = false
  ) -> RuleSet? {
    let file: RuleFile
    do {
      file = try RuleFile(path: path)
    } catch {
      console.complain(error.description)
      return nil
    }
    do {
      let rules = try file.compile(options: options, references: references)
      if !isQuiet { noteWarnings(rules, path, console) }
      return rules
    } catch {
      let report = ProblemReport(path: path, text: file.text, others: references.positions)
      for problem in error.problems { console.note(report.text(problem)) }
      let count = error.problems.count
      console.complain("\(path) has \(count) problem\(count == 1 ? "" : "s"); nothing was checked")
      return nil
    }
  }

  private static func noteWarnings(_ rules: RuleSet, _ path: String, _ console: Console) {
    let count = rules.warnings.count
    if count == 0 { return }
    console.complain("\(path) has \(count) warning\(count == 1 ? "" : "s"); \"assay rules check \(path)\" shows them")
  }
}
