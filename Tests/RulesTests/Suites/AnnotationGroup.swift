import Foundation

@testable import Rules

/// One group of the annotation suite; values as compact JSON text.
struct AnnotationGroup {
  struct Assertion {
    let location: String
    let keyword: String
    let expected: [String: String]
  }

  struct Test {
    let instance: String
    let assertions: [Assertion]
  }

  let description: String
  let compatibility: String
  let schema: String
  let externalSchemas: [String: String]
  let tests: [Test]

  static func read(_ name: String) throws -> [AnnotationGroup] {
    guard let url = SharedFolder.file("\(SuiteFolder.path)/annotations/tests/\(name).json") else { return [] }
    let document = try Document(json: Array(try Data(contentsOf: url)).span.bytes)
    return document.items(of: document.value(of: "suite", in: Document.root) ?? Document.root).map { group in
      func member(_ name: String) -> NodeIndex? { document.value(of: name, in: group) }
      return AnnotationGroup(
        description: member("description").map(document.string) ?? "",
        compatibility: member("compatibility").map(document.string) ?? "",
        schema: member("schema").map { document.json(at: $0) } ?? "",
        externalSchemas: member("externalSchemas").map { texts(of: $0, document) } ?? [:],
        tests: (member("tests").map(document.items) ?? []).map { test($0, document) })
    }
  }

  private static func test(_ node: NodeIndex, _ document: Document) -> Test {
    func member(_ name: String, of node: NodeIndex) -> NodeIndex {
      document.value(of: name, in: node) ?? Document.root
    }
    return Test(
      instance: document.json(at: member("instance", of: node)),
      assertions: document.items(of: member("assertions", of: node)).map { assertion in
        Assertion(
          location: document.string(at: member("location", of: assertion)),
          keyword: document.string(at: member("keyword", of: assertion)),
          expected: texts(of: member("expected", of: assertion), document))
      })
  }

  private static func texts(of node: NodeIndex, _ document: Document) -> [String: String] {
    let members = document.members(of: node).map { (document.string(at: $0.key), document.json(at: $0.value)) }
    return Dictionary(members) { first, _ in first }
  }

  /// `7`, `<=2019`, `=2020`, or several of these, as the suite's README defines them.
  func isMeant(for draft: Int) -> Bool {
    compatibility.split(separator: ",").allSatisfy { condition in
      if condition.hasPrefix("<=") { return Int(condition.dropFirst(2)).map { draft <= $0 } ?? false }
      if condition.hasPrefix("=") { return Int(condition.dropFirst()).map { draft == $0 } ?? false }
      return Int(condition).map { draft >= $0 } ?? false
    }
  }
}
