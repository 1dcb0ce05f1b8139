import RuleFiles
import Rules

/// Reads `*.cases.yaml`: unknown keys and wrong types are problems with their place.
struct CaseFileReader {
  private var nodes: CaseNodes
  private let folder: String
  private let documents: ReferenceOptions
  private var map: URIMap

  /// Throws every problem of the file.
  static func read(_ file: RuleFile, _ documents: ReferenceOptions) throws(RuleErrors) -> CaseFile {
    var reader = CaseFileReader(
      nodes: try CaseNodes(file), folder: folder(of: file.path), documents: documents, map: documents.uriMap)
    let cases = reader.file()
    if !reader.nodes.problems.isEmpty { throw RuleErrors(problems: reader.nodes.problems) }
    return cases
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  private func resolved(_ path: String) -> String { path.hasPrefix("/") ? path : folder + path }

  private mutating func file() -> CaseFile {
    var file = CaseFile()
    file.options.dialect = documents.dialect
    for (name, node) in nodes.members(of: Document.root, known: ["rules", "options", "cases"]) {
      switch name {
      case "rules": file.rules = nodes.string(at: node).map(resolved) ?? ""
      case "options": file.options = options(node)
      default: file.cases = nodes.items(of: node).map { readCase($0) }
      }
    }
    file.map = map
    if file.rules.isEmpty, nodes.problems.isEmpty {
      nodes.report("the key \"rules\" is missing: name the rule file, relative to this one", at: Document.root)
    }
    return file
  }

  private mutating func options(_ node: NodeIndex) -> CompileOptions {
    var options = CompileOptions()
    options.dialect = documents.dialect
    let known = ["map", "dialect", "formats", "duplicates", "entry", "max-bytes", "max-depth", "max-findings"]
    for (name, value) in nodes.members(of: node, known: known) {
      switch name {
      case "formats": options.formats = nodes.choice(FormatChoice.self, at: value) == .annotate ? .annotate : .assert
      case "duplicates":
        options.duplicates = nodes.choice(DuplicateChoice.self, at: value) == .useLast ? .useLast : .refuse
      case "map": for entry in nodes.members(of: value) { addMap(entry.name, entry.value) }
      case "dialect": options.dialect = dialect(value)
      case "entry": options.entry = nodes.string(at: value) ?? "#"
      case "max-bytes": options.limits.bytes = nodes.count(at: value) ?? options.limits.bytes
      case "max-depth": options.limits.depth = nodes.count(at: value) ?? options.limits.depth
      default: options.limits.findings = nodes.count(at: value) ?? options.limits.findings
      }
    }
    return options
  }

  /// Paths are relative to the cases file.
  private mutating func addMap(_ uri: String, _ node: NodeIndex) {
    guard let path = nodes.string(at: node) else { return }
    do {
      try map.add(uri, path: resolved(path))
    } catch {
      nodes.report(error.description, at: node)
    }
  }

  private mutating func dialect(_ node: NodeIndex) -> String {
    guard let name = nodes.string(at: node) else { return documents.dialect }
    if !name.contains(":"), DialectName(rawValue: name) == nil { nodes.report(DialectName.advice, at: node) }
    return DialectName(rawValue: name)?.uri ?? name
  }

  private mutating func readCase(_ node: NodeIndex) -> RuleCase {
    var read = RuleCase(name: "", location: nodes.location(of: node))
    let known = ["name", "data", "text", "file", "verdict", "findings", "normalized", "defaults"]
    let members = nodes.members(of: node, known: known)
    for (name, value) in members {
      switch name {
      case "name": read.name = nodes.string(at: value) ?? ""
      case "verdict": read.verdict = nodes.choice(VerdictChoice.self, at: value)?.verdict ?? .valid
      case "findings": read.findings = nodes.items(of: value).map { finding($0) }
      case "normalized": read.normalized = nodes.document.json(at: value)
      case "defaults": read.fillsDefaults = nodes.bool(at: value)
      default: read.input = input(name, value) ?? []
      }
    }
    let inputs = members.filter { ["data", "text", "file"].contains($0.name) }
    if inputs.count != 1 { nodes.report("a case has exactly one of: data, text, file", at: node) }
    if read.name.isEmpty { nodes.report("the key \"name\" is missing: say what this case shows", at: node) }
    return read
  }

  private mutating func input(_ kind: String, _ node: NodeIndex) -> [UInt8]? {
    if kind == "data" { return Array(nodes.document.json(at: node).utf8) }
    guard let text = nodes.string(at: node) else { return nil }
    if kind == "text" { return Array(text.utf8) }
    do {
      return try InputFile(resolved(text)).contents()
    } catch {
      nodes.report(error.description, at: node)
      return nil
    }
  }

  private mutating func finding(_ node: NodeIndex) -> ExpectedFinding {
    var finding = ExpectedFinding()
    for (name, value) in nodes.members(of: node, known: ["code", "at", "severity", "message", "suggestion"]) {
      switch name {
      case "code": finding.code = nodes.string(at: value)
      case "at": finding.location = nodes.string(at: value)
      case "severity": finding.severity = nodes.choice(FailLevel.self, at: value)?.rawValue
      case "message": finding.message = nodes.string(at: value)
      default: finding.suggestion = suggestion(value)
      }
    }
    return finding
  }

  /// `EUR` and `5` alike: what stands for a string may be written without JSON's quotes.
  private func suggestion(_ node: NodeIndex) -> String {
    nodes.document.kind(at: node) == .string ? nodes.document.string(at: node) : nodes.document.json(at: node)
  }
}

private enum VerdictChoice: String, CaseIterable {
  case valid, invalid, undecided

  var verdict: Verdict {
    switch self {
    case .valid: .valid
    case .invalid: .invalid
    case .undecided: .undecided
    }
  }
}
