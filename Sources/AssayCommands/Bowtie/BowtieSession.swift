import Reports
import Rules

/// The harness's side of IHOP v1: one JSON command in, one JSON answer out. No command ends it but `stop`.
struct BowtieSession {
  private(set) var isStopped = false
  private let version: String
  private let assertsFormats: Bool
  private var dialect = "https://json-schema.org/draft/2020-12/schema"

  static let dialects = [
    "https://json-schema.org/v1", "https://json-schema.org/draft/2020-12/schema",
    "https://json-schema.org/draft/2019-09/schema", "http://json-schema.org/draft-07/schema#",
    "http://json-schema.org/draft-06/schema#", "http://json-schema.org/draft-04/schema#",
  ]

  init(version: String, assertsFormats: Bool) {
    self.version = version
    self.assertsFormats = assertsFormats
  }

  /// The answer to one line; nil where none is expected.
  mutating func answer(_ line: [UInt8]) -> String? {
    let command: BowtieMessage
    do {
      command = try BowtieMessage(line)
    } catch {
      return Self.errored(seq: "null", error.description)
    }
    switch command.text("cmd") {
    case "start": return start(command)
    case "dialect": return setDialect(command)
    case "run": return run(command)
    case "stop":
      isStopped = true
      return nil
    default: return Self.errored(seq: command.json("seq") ?? "null", "the commands are start, dialect, run and stop")
    }
  }

  private func start(_ command: BowtieMessage) -> String {
    guard command.json("version") == "1" else {
      return Self.errored(seq: "null", "this speaks version 1 of the protocol")
    }
    var about = JSONObject()
    about.add("language", string: "swift")
    about.add("name", string: "assay")
    about.add("version", string: version)
    about.add("dialects", array: Self.dialects.map(JSONWriter.quoted))
    // The protocol wants URIs. The top-level domain `invalid` promises that nothing is there (RFC 2606, 2).
    for name in ["homepage", "issues", "source"] { about.add(name, string: "https://assay.invalid/\(name)") }
    #if os(Linux)
      about.add("os", string: "Linux")
    #elseif os(macOS)
      about.add("os", string: "macOS")
    #endif
    return #"{"version":1,"implementation":"# + about.text + "}"
  }

  private mutating func setDialect(_ command: BowtieMessage) -> String {
    guard let uri = command.text("dialect"), Self.isKnown(uri) else { return #"{"ok":false}"# }
    dialect = uri
    return #"{"ok":true}"#
  }

  private static func isKnown(_ uri: String) -> Bool {
    dialects.contains { $0 == uri || $0 == uri + "#" }
  }

  // MARK: - Cases

  private func run(_ command: BowtieMessage) -> String {
    let seq = command.json("seq") ?? "null"
    guard let test = command.member("case"), let schema = command.member("schema", of: test) else {
      return Self.errored(seq: seq, "there is no case with a schema in this command")
    }
    let wantsAnnotations = command.text("output") == "annotations"
    do {
      let rules = try RuleSet(
        RuleSource(json: command.bytes(of: schema).span.bytes, path: "schema"), library: library(command, test),
        options: options(wantsAnnotations))
      let results = command.items(command.member("tests", of: test)).map { test -> String in
        guard let instance = command.member("instance", of: test) else {
          return #"{"errored":true,"context":{"message":"there is no instance in this test"}}"#
        }
        return result(of: rules, on: command.bytes(of: instance), wantsAnnotations)
      }
      return #"{"seq":\#(seq),"results":[\#(results.joined(separator: ","))]}"#
    } catch {
      return Self.errored(seq: seq, error.problems.map(\.description).joined(separator: "\n"))
    }
  }

  private func options(_ wantsAnnotations: Bool) -> CompileOptions {
    CompileOptions(
      formats: assertsFormats ? .assert : .standard, unknownKeywords: .ignore, dialect: dialect, metaschema: .ignore,
      annotations: wantsAnnotations)
  }

  /// The registry's documents, read only when a reference leads to them.
  private func library(_ command: BowtieMessage, _ test: NodeIndex) -> RuleLibrary {
    var library = RuleLibrary()
    guard let registry = command.member("registry", of: test) else { return library }
    let places = Dictionary(command.members(registry)) { first, _ in first }
    library.setLookup { (uri: String) throws(LookupFailure) -> RuleSource? in
      guard let place = places[uri] ?? places[uri + "#"] else { return nil }
      do throws(RuleErrors) {
        return try RuleSource(json: command.bytes(of: place).span.bytes, path: uri, uri: uri)
      } catch {
        throw .problems(error)
      }
    }
    return library
  }

  private func result(of rules: RuleSet, on instance: [UInt8], _ wantsAnnotations: Bool) -> String {
    let verdict = rules.standardVerdict(instance.span.bytes)
    if verdict == .undecided { return #"{"skipped":true,"message":"undecided: a budget ran out"}"# }
    let valid = #""valid":\#(verdict == .valid)"#
    guard wantsAnnotations else { return "{\(valid)}" }
    let annotations = verdict == .valid ? rules.annotations(instance.span.bytes).map(Self.json) : []
    return #"{\#(valid),"annotations":[\#(annotations.joined(separator: ","))]}"#
  }

  private static func json(_ annotation: Annotation) -> String {
    var object = JSONObject()
    object.add("keyword", string: annotation.keyword)
    object.add("instanceLocation", string: annotation.instanceLocation)
    object.add("keywordLocation", string: "#" + annotation.documentFragment)
    object.add("annotation", json: annotation.value)
    return object.text
  }

  private static func errored(seq: String, _ message: String) -> String {
    #"{"seq":\#(seq),"errored":true,"context":{"message":\#(JSONWriter.quoted(message))}}"#
  }
}
