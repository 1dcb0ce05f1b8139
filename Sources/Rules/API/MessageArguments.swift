/// The arguments of one finding, read the way that sentences need them; nil wherever one is missing.
struct MessageArguments {
  private let finding: Finding

  init(_ finding: Finding) { self.finding = finding }

  var code: String { finding.code.rawValue }

  var expected: [String] { finding.expected }

  subscript(name: String) -> String? { finding.arguments[name]?.text }

  func list(_ name: String) -> [String]? { finding.arguments[name]?.elements }

  func quoted(_ name: String) -> String? { self[name].map(JSONWriter.quoted) }

  func quotedList(_ name: String) -> String? {
    list(name)?.map(JSONWriter.quoted).joined(separator: ", ")
  }

  func pair(_ first: String, _ second: String) -> (String, String)? {
    guard let one = self[first], let other = self[second] else { return nil }
    return (one, other)
  }
}
