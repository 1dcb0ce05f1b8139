import Foundation
import Testing

@testable import Rules

/// The string cases of the official suite for a format: `optional/format/NAME.json` of draft 2020-12.
struct FormatSuite {
  let description: String
  let text: String
  let isValid: Bool

  /// Instances that are no strings are left out: every format accepts those.
  static func cases(of format: Format) throws -> [FormatSuite] {
    let folder = "suites/json-schema-test-suite/tests/draft2020-12/optional/format"
    let file = try #require(SharedFolder.file("\(folder)/\(format.name).json"))
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let groups = try #require(json as? [[String: Any]])
    return try groups.flatMap { try #require($0["tests"] as? [[String: Any]]) }.compactMap(Self.init)
  }

  private init?(_ entry: [String: Any]) {
    guard let text = entry["data"] as? String, let isValid = entry["valid"] as? Bool else { return nil }
    self.text = text
    self.isValid = isValid
    description = entry["description"] as? String ?? ""
  }
}
