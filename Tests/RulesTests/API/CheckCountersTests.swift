import Testing

@testable import Rules

@Suite("A checker's counters")
struct CheckCountersTests {
  private func counters(_ schema: String, _ documents: String..., limits: Limits = Limits()) throws -> CheckCounters {
    var checker = try RuleSet.compile(schema, options: CompileOptions(limits: limits)).makeChecker()
    for document in documents { _ = checker.isValid(document.utf8.span.bytes) }
    return checker.counters
  }

  @Test("count documents and bytes that are answered while they are read, valid or not")
  func whileRead() throws {
    let counters = try counters(#"{"maxLength":2}"#, #""ab""#, #""abc""#, "[")
    #expect(counters.documents == 3)
    #expect(counters.bytes == 10)
    #expect(counters.answeredWhileRead == 3)
    #expect(counters.bytesJudgedWhileRead == 10)
    #expect(counters.evaluated == 0)
  }

  @Test("leave out the bytes of a value that is read to a tape")
  func taped() throws {
    let counters = try counters(#"{"properties":{"a":{"uniqueItems":true}}}"#, #"{"a":[1,2],"b":0}"#)
    #expect(counters.answeredWhileRead == 1)
    #expect(counters.bytes - counters.bytesJudgedWhileRead == "[1,2]".utf8.count)
  }

  @Test("normalize while reading where no more than the value itself is asked")
  func normalizing() throws {
    let counters = try counters(#"{"type":"string","x-normalize":"trim","maxLength":1}"#, #"" a""#)
    #expect(counters.evaluated == 0)
    #expect(counters.answeredWhileRead == 1)
  }

  @Test("tell what has to be normalized before it is judged from others")
  func normalizedFirst() throws {
    let counters = try counters(#"{"uniqueItems":true,"items":{"x-normalize":"trim"}}"#, #"[" a"]"#)
    #expect(counters.evaluated == 1)
    #expect(counters.answeredWhileRead == 0)
  }

  @Test("answer while reading where failures can be warnings and there is none")
  func warnings() throws {
    let rules = #"{"maxLength":1,"x-severity":"warning"}"#
    #expect(try counters(rules, #""a""#).answeredWhileRead == 1)
    #expect(try counters(rules, #""ab""#).evaluated == 1)
  }

  @Test("count what no budget was enough for")
  func undecided() throws {
    var limits = Limits()
    limits.patternSteps = 10
    let text = String(repeating: "a", count: 40)
    let counters = try counters(#"{"pattern":"^(?=a)(a+)+\\1$"}"#, "\"\(text)b\"", limits: limits)
    #expect(counters.undecided == 1)
    #expect(counters.evaluated == 1)
  }

  @Test("count a question for findings once, and as evaluated where there are some")
  func findings() throws {
    var checker = try RuleSet.compile(#"{"type":"null"}"#).makeChecker()
    _ = checker.check("null".utf8.span.bytes)
    _ = checker.check("1".utf8.span.bytes)
    #expect(checker.counters.documents == 2)
    #expect(checker.counters.answeredWhileRead == 1)
    #expect(checker.counters.evaluated == 1)
  }
}
