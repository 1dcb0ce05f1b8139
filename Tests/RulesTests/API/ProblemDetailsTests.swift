import Foundation
import Testing

@testable import Rules

@Suite("Problem details (RFC 9457)")
struct ProblemDetailsTests {
  private static let rules = #"""
    {"required": ["name"], "properties": {"name": {"type": "string"}, "a b": {"enum": ["EUR", "USD"]}, "pin":
     {"x-sensitive": true, "maxLength": 2}, "to": {"anyOf": [{"type": "null"}, {"type": "object", "required": ["mail"]}]}},
     "maxProperties": 3, "x-severity": {"maxProperties": "warning"}}
    """#

  private func problem(_ document: String, limits: Limits = Limits()) throws -> ProblemDetails? {
    try RuleSet.compile(Self.rules, options: CompileOptions(limits: limits)).check(document).problemDetails()
  }

  @Test("a valid document has none, though it may have warnings")
  func valid() throws {
    #expect(try problem(#"{"name": "Ada", "x": 1, "y": 1, "z": 1}"#) == nil)
  }

  @Test(
    "the status follows what is wrong",
    arguments: [
      ("{]", 400, "Bad Request"), ("", 400, "Bad Request"), (#"{"name": "a", "name": "b"}"#, 400, "Bad Request"),
      ("{}", 422, "Unprocessable Content"),
      (#"{"name": "\#(String(repeating: "a", count: 99))"}"#, 413, "Content Too Large"),
      (#"{"name": [[[[]]]]}"#, 413, "Content Too Large"),
    ])
  func status(document: String, status: Int, title: String) throws {
    let problem = try #require(try problem(document, limits: Limits(bytes: 90, depth: 3)))
    #expect(problem.status == status && problem.title == title && problem.type == "about:blank")
    #expect(problem.errors.count == 1 && problem.detail == problem.errors[0].detail)
  }

  @Test("each error has its sentence, its pointer as a fragment, its code and what was meant")
  func errors() throws {
    let problem = try #require(try problem(#"{"a b": "EURO", "name": 1}"#))
    #expect(problem.detail == "the document has 2 errors")
    #expect(problem.errors.map(\.pointer) == ["#/a%20b", "#/name"])
    #expect(problem.errors.map(\.code) == ["enum", "type"])
    #expect(problem.errors[0].expected == [#""EUR""#, #""USD""#] && problem.errors[0].suggestion == #""EUR""#)
  }

  @Test("the branch that was meant stands in place of anyOf")
  func alternatives() throws {
    let problem = try #require(try problem(#"{"name": "a", "to": {}}"#))
    #expect(problem.errors.map(\.code) == ["required"])
  }

  @Test("nothing of a sensitive value is in it")
  func sensitive() throws {
    let problem = try #require(try problem(#"{"name": "a", "pin": "s3cret"}"#))
    #expect(problem.errors.count == 1 && !problem.json.contains("s3cret"))
  }

  @Test("a shortened list says so")
  func truncated() throws {
    let problem = try #require(try problem(#"{"a b": "EURO", "name": 1}"#, limits: Limits(findings: 1)))
    #expect(problem.truncated == true && problem.detail == "the document has more than 1 error")
  }

  @Test("an encoder gives the members of its own JSON")
  func coding() throws {
    var problem = try #require(try problem(#"{"a b": "\"", "name": 1}"#))
    problem.instance = "/orders/1"
    #expect(try JSONDecoder().decode(ProblemDetails.self, from: Data(problem.json.utf8)) == problem)
    let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(problem)) as? NSDictionary
    let own = try JSONSerialization.jsonObject(with: Data(problem.json.utf8)) as? NSDictionary
    #expect(encoded == own && own != nil)
  }
}
