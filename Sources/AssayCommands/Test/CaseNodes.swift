import RuleFiles
import Rules

/// Reads a cases file's document, collecting a problem for everything that is not as it should be.
struct CaseNodes {
  let document: Document
  let path: String
  private let positions: SourcePositions
  private(set) var problems: [RuleProblem] = []

  /// Throws the problems of the file's syntax.
  init(_ file: RuleFile) throws(RuleErrors) {
    document = try file.source().document
    path = file.path
    positions = SourcePositions(file.text)
  }

  /// The members of an object by name, in order; other names than `known` are problems.
  mutating func members(of node: NodeIndex, known: [String]) -> [(name: String, value: NodeIndex)] {
    guard document.kind(at: node) == .object else {
      report("expected a mapping with these keys: \(known.joined(separator: ", "))", at: node)
      return []
    }
    var found: [(name: String, value: NodeIndex)] = []
    for member in document.members(of: node) {
      let name = document.string(at: member.key)
      if known.contains(name) {
        found.append((name, member.value))
      } else {
        let list = known.joined(separator: ", ")
        report("there is no key \(JSONWriter.quoted(name)) here; the keys are: \(list)", at: member.key)
      }
    }
    return found
  }

  /// The members of an object whose names are free.
  mutating func members(of node: NodeIndex) -> [(name: String, value: NodeIndex)] {
    if document.kind(at: node) != .object { report("expected a mapping", at: node) }
    return document.members(of: node).map { (document.string(at: $0.key), $0.value) }
  }

  mutating func items(of node: NodeIndex) -> [NodeIndex] {
    if document.kind(at: node) != .array { report("expected a list", at: node) }
    return document.items(of: node)
  }

  mutating func string(at node: NodeIndex) -> String? {
    if document.kind(at: node) == .string { return document.string(at: node) }
    report("expected text; put quotes around it", at: node)
    return nil
  }

  mutating func bool(at node: NodeIndex) -> Bool {
    let kind = document.kind(at: node)
    if kind != .true, kind != .false { report("expected true or false", at: node) }
    return kind == .true
  }

  mutating func count(at node: NodeIndex) -> Int? {
    if document.kind(at: node) == .number, let count = Int(document.numberText(at: node)), count > 0 { return count }
    report("expected a number from 1 on", at: node)
    return nil
  }

  /// One of the raw values of an enum.
  mutating func choice<Choice>(_ type: Choice.Type, at node: NodeIndex) -> Choice?
  where Choice: RawRepresentable<String>, Choice: CaseIterable {
    let names = type.allCases.map(\.rawValue)
    if document.kind(at: node) == .string, let value = type.init(rawValue: document.string(at: node)) { return value }
    report("expected one of: \(names.joined(separator: ", "))", at: node)
    return nil
  }

  func location(of node: NodeIndex) -> RuleLocation {
    let position = positions.position(at: document.span(of: node).offset)
    return RuleLocation(path: path, line: position.line, column: position.column)
  }

  mutating func report(_ message: String, at node: NodeIndex) {
    problems.append(
      RuleProblem(
        severity: .error, code: .caseFile, message: message, location: location(of: node),
        pointer: document.pointer(to: node), span: document.span(of: node)))
  }
}
