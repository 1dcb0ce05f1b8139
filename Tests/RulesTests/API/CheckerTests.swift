import Testing

@testable import Rules

@Suite struct CheckerTests {
  @Test("the example of the documentation holds")
  func example() throws {
    let rules = try RuleSet.compile(#"{"type":"integer"}"#)
    let lines = ["1", "x", "2.5", "3"]
    var reported: [String] = []
    var checker = rules.makeChecker()
    for line in lines where !checker.isValid(line.utf8.span.bytes) { reported.append(line) }
    #expect(reported == ["x", "2.5"])
  }

  @Test("nothing of one document is left for the next")
  func reuse() throws {
    let rules = try RuleSet.compile(
      #"{"type":"object","properties":{"a":{"x-normalize":"trim","maxLength":3}},"additionalProperties":{"type":"number"}}"#
    )
    let documents = [
      #"{"a":" abc "}"#, #"{"a":"abcd"}"#, "{", #"{"a":1,"a":2}"#, "[]", #"{"b":1e400}"#, "", #"{"a":" é "}"#,
      #"{"b":"x"}"#,
      String(repeating: "[", count: 600), #"{"a":"abc"}"#,
    ]
    let checker = TestChecker(rules)
    for document in documents + documents.reversed() + documents {
      let fresh = try RuleSet.compile("true").check(document).verdict
      #expect(checker.check(document) == rules.check(document))
      #expect(checker.isValid(document) == (rules.check(document).verdict == .valid))
      #expect(checker.normalize(document) == rules.normalize(document))
      if fresh == .invalid { #expect(!checker.isValid(document)) }
    }
  }

  @Test("a checker is as good after a huge document")
  func huge() throws {
    let rules = try RuleSet.compile(#"{"items":{"x-normalize":"trim","maxLength":2}}"#)
    let checker = TestChecker(rules)
    let before = checker.check(#"[" a "]"#)
    let huge = "[\(Array(repeating: "\" ab \"", count: 200_000).joined(separator: ","))]"
    #expect(checker.isValid(huge))
    #expect(checker.check(#"[" a "]"#) == before)
    #expect(!checker.isValid(#"[" abc "]"#))
  }

  @Test("a pool is as good after a huge document")
  func pool() throws {
    let rules = try RuleSet.compile(#"{"items":{"maxLength":2}}"#)
    let huge = "[\(Array(repeating: "\"ab\"", count: 500_000).joined(separator: ","))]"
    for _ in 0..<2 {
      #expect(rules.isValid(huge))
      #expect(!rules.isValid(#"["abc"]"#))
      #expect(rules.isValid(#"["ab"]"#))
    }
  }

  @Test("a checker keeps the rules that it was made of")
  func ownership() throws {
    func make() throws -> TestChecker { TestChecker(try RuleSet.compile(#"{"pattern":"^(a)\\1$"}"#)) }
    let checker = try make()
    #expect(checker.isValid("\"aa\""))
    #expect(!checker.isValid("\"ab\""))
  }
}
