import Foundation
import Testing

@testable import Rules

/// The official suite, as far as a schema is just a pattern.
@Suite struct PatternSuiteTests {
  private static let drafts = ["draft4", "draft6", "draft7", "draft2019-09", "draft2020-12", "v1"]

  @Test(
    .enabled(if: SharedFolder.url != nil, SharedFolder.absence),
    arguments: drafts,
    [("pattern", 3), ("patternProperties", 5), ("optional/ecmascript-regex", 57), ("optional/non-bmp-regex", 12)])
  func passes(_ draft: String, _ file: (name: String, fewest: Int)) throws {
    let cases = try PatternSuite.cases(in: "suites/json-schema-test-suite/tests/\(draft)/\(file.name).json")
    for example in cases {
      let found = try example.patterns.map { pattern in try example.names.map { try outcomes(pattern, $0) } }
      #expect(example.isValid(found) == example.expected, "\(example.title)")
    }
    #expect(cases.count >= file.fewest)
  }

  @Test(
    .enabled(if: SharedFolder.url != nil, SharedFolder.absence),
    arguments: [
      "draft7/optional/format", "draft2019-09/optional/format", "draft2020-12/optional/format", "v1/format",
    ])
  func theFormatIsTheStrictSyntax(_ folder: String) throws {
    for name in ["regex", "ecmascript-regex"] {
      let path = "suites/json-schema-test-suite/tests/\(folder)/\(name).json"
      let cases = try PatternSuite.formats(in: path)
      for (text, expected) in cases { #expect((strictRefusal(text) == nil) == expected, "\(text)") }
      #expect(!cases.isEmpty)
    }
  }
}

/// One test of the suite: the names (or the string) and the patterns to try on them.
private struct PatternSuite {
  let title: String
  let patterns: [String]
  let names: [String]
  /// By pattern and name, whether the value satisfies the pattern's schema.
  let satisfies: [[Bool]]
  /// Every name has to match, as for `pattern` and with `additionalProperties: false`.
  let isClosed: Bool
  let expected: Bool

  /// From outcomes by pattern and name to the verdict of the schema.
  func isValid(_ outcomes: [[Set<PatternOutcome>]]) -> Bool {
    let isSatisfied = zip(outcomes, satisfies).allSatisfy { zip($0, $1).allSatisfy { $0 == [.mismatch] || $1 } }
    let isCovered = names.indices.allSatisfy { name in outcomes.contains { $0[name] == [.match] } }
    return isSatisfied && (!isClosed || isCovered)
  }

  static func cases(in path: String) throws -> [PatternSuite] {
    try groups(in: path).flatMap(cases)
  }

  /// The strings, and whether they are patterns.
  static func formats(in path: String) throws -> [(String, Bool)] {
    try groups(in: path).flatMap { group -> [(String, Bool)] in
      let tests = try #require(group["tests"] as? [[String: Any]])
      return tests.compactMap { test in
        guard let text = test["data"] as? String, let isValid = test["valid"] as? Bool else { return nil }
        return (text, isValid)
      }
    }
  }

  private static func groups(in path: String) throws -> [[String: Any]] {
    let file = try #require(SharedFolder.file(path))
    return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]])
  }

  private static func cases(of group: [String: Any]) throws -> [PatternSuite] {
    let schema = try #require(group["schema"] as? [String: Any])
    let tests = try #require(group["tests"] as? [[String: Any]])
    return try tests.compactMap { test in
      let expected = try #require(test["valid"] as? Bool)
      let title = "\(group["description"] ?? ""): \(test["description"] ?? "")"
      if let pattern = schema["pattern"] as? String, let text = test["data"] as? String {
        return PatternSuite(
          title: title, patterns: [pattern], names: [text], satisfies: [[true]], isClosed: true, expected: expected)
      }
      guard let schemas = schema["patternProperties"] as? [String: Any], let object = test["data"] as? [String: Any]
      else { return nil }
      return properties(title, schemas, object, schema["additionalProperties"] as? Bool == false, expected)
    }
  }

  private static func properties(
    _ title: String, _ schemas: [String: Any], _ object: [String: Any], _ isClosed: Bool, _ expected: Bool
  ) -> PatternSuite? {
    let patterns = Array(schemas.keys)
    let names = Array(object.keys)
    let satisfies = patterns.map { pattern in names.map { satisfied(schemas[pattern], object[$0]) } }
    guard satisfies.joined().allSatisfy({ $0 != nil }) else { return nil }
    return PatternSuite(
      title: title, patterns: patterns, names: names, satisfies: satisfies.map { $0.compactMap(\.self) },
      isClosed: isClosed, expected: expected)
  }

  /// nil where the schema says more than this test understands.
  private static func satisfied(_ schema: Any?, _ value: Any?) -> Bool? {
    if let schema = schema as? Bool { return schema }
    guard let schema = schema as? [String: Any], schema.count == 1 else { return nil }
    if let type = schema["type"] as? String {
      return type == "integer" ? value is Int && !(value is Bool && !(value is Int)) : nil
    }
    if let maximum = schema["maximum"] as? Int { return (value as? Int).map { $0 <= maximum } ?? true }
    return nil
  }
}
