import Foundation
import Yams

/// Rule files as JSON text, which is what the library compiles.
public enum RuleText {
  /// The request's rules as they ship with Assay.
  public static func createRequest() throws -> [UInt8] { try read(shipped) }

  /// A rule file in JSON, or in YAML by its name.
  public static func read(_ file: URL) throws -> [UInt8] {
    let data = try Data(contentsOf: file)
    guard ["yaml", "yml"].contains(file.pathExtension) else { return Array(data) }
    let value = try Yams.load(yaml: String(decoding: data, as: UTF8.self)) ?? NSNull()
    return try Array(JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed))
  }

  /// Benchmarks/Sources/Requests/RuleText.swift lies three folders below Benchmarks/, which is beside rules/.
  private static let shipped = (0..<4)
    .reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    .appending(path: "rules/video-conference/create-request.yaml")
}
