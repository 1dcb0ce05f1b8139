import Foundation

@testable import Rules

/// A schema of the official output suite with its tests, and how its drafts describe output.
struct OutputGroup {
  struct Case {
    let description: String
    let data: [UInt8]
    /// A schema for the output, by the format's name.
    let schemas: [String: [UInt8]]
  }

  let description: String
  let schema: [UInt8]
  let cases: [Case]

  static let path = "\(SuiteFolder.path)/output-tests"

  static func groups(_ draft: OutputDraft) throws -> [OutputGroup] {
    guard let url = SharedFolder.file("\(path)/\(draft.rawValue)/content") else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0.hasSuffix(".json") }
    return try names.sorted().flatMap { try read(Array(Data(contentsOf: url.appending(path: $0)))) }
  }

  private static func read(_ text: [UInt8]) throws -> [OutputGroup] {
    let document = try Document(bytes: text)
    func member(_ name: String, of node: NodeIndex) -> NodeIndex {
      document.value(of: name, in: node) ?? Document.root
    }
    func json(_ node: NodeIndex) -> [UInt8] { Array(document.json(at: node).utf8) }
    return document.items(of: Document.root).map { group in
      OutputGroup(
        description: document.string(at: member("description", of: group)), schema: json(member("schema", of: group)),
        cases: document.items(of: member("tests", of: group)).map { test in
          let schemas = document.members(of: member("output", of: test))
          return Case(
            description: document.string(at: member("description", of: test)), data: json(member("data", of: test)),
            schemas: Dictionary(schemas.map { (document.string(at: $0.key), json($0.value)) }) { first, _ in first })
        })
    }
  }
}

/// The drafts that define an output, and what they call its formats.
enum OutputDraft: String, CaseIterable, Sendable {
  case draft2019_09 = "draft2019-09"
  case draft2020_12 = "draft2020-12"
  case v1

  var suite: SuiteDraft {
    switch self {
    case .draft2019_09: .draft2019_09
    case .draft2020_12: .draft2020_12
    case .v1: .v1
    }
  }

  var formats: [OutputFormat] { self == .v1 ? [.flag, .list, .hierarchical] : [.flag, .basic, .detailed, .verbose] }

  /// The definition in the draft's output schema; as a whole it takes whatever has a `valid`.
  func definition(of format: OutputFormat) -> String { format == .list ? "basic" : format.rawValue }

  var uri: String {
    switch self {
    case .draft2019_09: "https://json-schema.org/draft/2019-09/output/schema"
    case .draft2020_12: "https://json-schema.org/draft/2020-12/output/schema"
    case .v1: "https://json-schema.org/v1/output/schema"
    }
  }

  /// Knows the draft's output schema.
  func library() throws -> RuleLibrary {
    var library = RuleLibrary()
    guard let url = SharedFolder.file("\(OutputGroup.path)/\(rawValue)/output-schema.json") else { return library }
    try library.add(String(decoding: Data(contentsOf: url), as: UTF8.self), uri: uri)
    return library
  }

  /// Rules for outputs. Their formats assert: locations are URIs and JSON Pointers.
  func rules(_ schema: [UInt8]) throws -> RuleSet {
    try RuleSet.compile(
      schema, library: library(),
      options: CompileOptions(
        formats: .assert, unknownKeywords: .ignore, limits: Limits(depth: Limits.maximumDepth),
        dialect: suite.draft.uri, metaschema: .ignore))
  }
}
