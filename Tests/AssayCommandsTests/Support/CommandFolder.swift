import Foundation

/// A folder with a rule file and documents, in which commands run; paths in what they print are relative to it.
struct CommandFolder {
  let folder: TemporaryFolder

  /// Rules that ask for a short `name` and know `mode`; other properties are a warning.
  static let rules = """
    type: object
    required: [name]
    properties:
      name: {type: string, maxLength: 5, x-normalize: trim}
      mode: {enum: [fast, slow], default: fast}
    additionalProperties: false
    x-severity: {additionalProperties: warning}

    """

  init(_ files: [String: String] = [:], rules: String = rules) throws {
    folder = try TemporaryFolder()
    try folder.write(rules, to: "rules.yaml")
    for (name, text) in files { try folder.write(text, to: name) }
  }

  /// Runs a command; arguments that start with `@` are paths in the folder.
  func run(_ arguments: [String], input: String? = nil) throws -> CommandRun {
    try CommandRun(arguments.map { $0.hasPrefix("@") ? folder.path(String($0.dropFirst())) : $0 }, input: input)
  }

  func lint(_ arguments: String..., input: String? = nil) throws -> CommandRun {
    try run(["lint", "-r", "@rules.yaml"] + arguments, input: input)
  }

  /// Text without the folder's own path.
  func relative(_ text: String) -> String { text.replacingOccurrences(of: folder.path + "/", with: "") }
}
