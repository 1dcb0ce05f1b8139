import Foundation
import Reports
import Rules
import Testing

/// A document that is wrong in one way, under a real schema.
struct GoldenCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// The folder of the schema.
  let schema: String
  let document: String
  /// Rules around the schema, which they refer to as `urn:bench`; nil for the schema alone.
  var rules: String?

  var snapshot: String { "golden.\(testDescription.replacing(" ", with: "-")).txt" }
}

/// What people see when something is wrong: someone who is shown only this can say what has to be changed.
@Suite("Golden error reports over real schemas")
struct GoldenReportTests {
  static let cases = [
    GoldenCase(
      testDescription: "wrong nested branch", schema: "vercel",
      document: """
        {
          "rewrites": [
            {
              "source": "/api",
              "destination": "/v2",
              "has": [{"type": "host", "value": "example.org"}, {"type": "header", "key": 5}]
            }
          ]
        }
        """),
    GoldenCase(
      testDescription: "misspelt key", schema: "helm-chart-lock",
      document: """
        {
          "generated": "2024-05-01T10:00:00Z",
          "digset": "sha256:00",
          "dependencies": [{"name": "redis", "version": "1.0.0", "repositroy": "https://charts.example.org"}]
        }
        """),
    GoldenCase(
      testDescription: "wrong enum", schema: "fabric-mod",
      document: #"{"schemaVersion": 1, "id": "lamps", "version": "1.0.0", "environment": "cleint"}"#),
    GoldenCase(
      testDescription: "bad format", schema: "helm-chart-lock",
      document: #"{"generated": "01.05.2024 10:00", "digest": "sha256:00", "dependencies": []}"#,
      rules: #"{"$ref": "urn:bench", "properties": {"generated": {"format": "date-time"}}}"#),
    GoldenCase(
      testDescription: "too many items", schema: "vercel",
      document:
        #"{"crons": [\#(Array(repeating: #"{"path": "/a", "schedule": "0 0 * * *"}"#, count: 21).joined(separator: ", "))]}"#
    ),
    GoldenCase(
      testDescription: "missing discriminator", schema: "vercel",
      document: #"{"redirects": [{"source": "/a", "destination": "/b", "has": [{"key": "x-flag", "value": "1"}]}]}"#),
    GoldenCase(
      testDescription: "failing not", schema: "ansible-meta",
      document: """
        {
          "galaxy_info": {
            "standalone": false, "description": "Installs redis", "namespace": "example", "role_name": "redis",
            "min_ansible_version": "2.9", "cloud_platforms": ["gcp"], "galaxy_tags": ["cache"], "video_links": [],
            "platforms": [{"name": "Debian", "versions": ["all"]}]
          }
        }
        """),
    GoldenCase(
      testDescription: "unevaluated property", schema: "lerna",
      document: #"{"version": "1.0.0", "npmClient": "pnpm", "pakages": ["packages/*"]}"#,
      rules: #"{"$ref": "urn:bench", "unevaluatedProperties": false}"#),
    GoldenCase(
      testDescription: "budget hit", schema: "pulumi",
      document: #"{"name": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "runtime": "go"}"#,
      rules: #"{"$ref": "urn:bench", "properties": {"name": {"pattern": "^(([a-z])+.)+[A-Z]\\2$"}}}"#),
    GoldenCase(
      testDescription: "sensitive value", schema: "pulumi",
      document: #"{"name": "shop", "runtime": "cobol", "config": {"token": ["hunter2"]}, "backend": {"url": 7}}"#,
      rules: """
        {"$ref": "urn:bench", "properties": {
          "config": {"x-sensitive": true, "additionalProperties": {"type": "string", "enum": ["swordfish"]}},
          "runtime": {"enum": ["go", "yaml"]}}}
        """),
  ]

  @Test("of every kind", .enabled(if: SharedFolder.url != nil, SharedFolder.absence), arguments: cases)
  func report(_ golden: GoldenCase) throws {
    let url = try #require(SharedFolder.file("bench/\(golden.schema)/schema.json"))
    let schema = try String(contentsOf: url, encoding: .utf8)
    var library = RuleLibrary()
    try library.add(schema, uri: "urn:bench")
    let rules = try RuleSet.compile(
      golden.rules ?? schema, path: "rules.json", library: library, options: CompileOptions(unknownKeywords: .ignore))
    let bytes = Array(golden.document.utf8)
    let result = rules.check(bytes)
    #expect(result.verdict != .valid)
    let document = CheckedDocument(path: "document.json", bytes: bytes, result: result)
    try Snapshot.check(Sample.report([document], .full), golden.snapshot)
  }

  @Test("nothing of a sensitive value is in any report", arguments: ReportFormat.allCases)
  func masked(_ format: ReportFormat) throws {
    let rules = try RuleSet.compile(
      """
      {"properties": {"pin": {"x-sensitive": true, "type": "string", "maxLength": 4, "enum": ["swordfish"]}},
       "required": ["name"], "x-message": "{value} is wrong"}
      """)
    for document in [#"{"pin": "hunter2", "a": 1}"#, #"{"pin": "hunter2", }"#, #"{"pin": "hunter2", "pin": 1}"#] {
      let bytes = Array(document.utf8)
      let checked = CheckedDocument(path: "a.json", bytes: bytes, result: rules.check(bytes))
      let report = Sample.report([checked], format)
      #expect(!report.contains("hunter") && !report.contains("swordfish"), "\(report)")
    }
  }
}
