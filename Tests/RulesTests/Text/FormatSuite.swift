import Foundation
import Testing

@testable import Rules

/// The string cases of the official suite for a format.
struct FormatSuite {
  let description: String
  let text: String
  let isValid: Bool

  /// The folder with the formats of a draft, which ``Format/drafts`` names by number. Since v1, formats are no option.
  static func folder(ofDraft draft: Int) -> String {
    let names = [2019: "draft2019-09/optional", 2020: "draft2020-12/optional", 2026: "v1"]
    return "suites/json-schema-test-suite/tests/\(names[draft] ?? "draft\(draft)/optional")/format"
  }

  /// Instances that are no strings are left out: every format accepts those.
  static func cases(of format: Format, draft: Int) throws -> [FormatSuite] {
    try cases(inFile: "\(folder(ofDraft: draft))/\(format.name).json")
  }

  static func cases(inFile path: String) throws -> [FormatSuite] {
    let file = try #require(SharedFolder.file(path))
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
