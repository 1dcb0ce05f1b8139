import Foundation
import Testing

@testable import Rules

/// One group of the official suite: a schema with its tests, as the exact bytes of the file.
struct SuiteGroup: Sendable, CustomTestStringConvertible {
  struct Case: Sendable {
    let description: String
    let data: [UInt8]
    let isValid: Bool
  }

  let file: String
  let description: String
  let schema: [UInt8]
  let cases: [Case]

  var testDescription: String { "\(file): \(description)" }

  /// Groups of a file. The project's own scanner slices them, so that no number goes through `Double`.
  static func read(_ path: String) throws -> [SuiteGroup] {
    guard let url = SharedFolder.file(path) else { return [] }
    let text = Array(try Data(contentsOf: url))
    let document = try Document(json: text.span.bytes)
    return document.items(of: Document.root).map { group in
      func slice(_ node: NodeIndex) -> [UInt8] {
        let span = document.span(of: node)
        return Array(text[span.offset..<span.offset + span.length])
      }
      func member(_ name: String, of node: NodeIndex) -> NodeIndex {
        document.value(of: name, in: node) ?? Document.root
      }
      return SuiteGroup(
        file: url.lastPathComponent, description: document.string(at: member("description", of: group)),
        schema: slice(member("schema", of: group)),
        cases: document.items(of: member("tests", of: group)).map { test in
          Case(
            description: document.string(at: member("description", of: test)), data: slice(member("data", of: test)),
            isValid: document.kind(at: member("valid", of: test)) == .true)
        })
    }
  }
}
