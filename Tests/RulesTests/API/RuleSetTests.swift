import Testing

@testable import Rules

@Suite struct RuleSetTests {
  @Test("the example of the documentation holds")
  func example() throws {
    let rules = try RuleSet.compile(#"{"type": "object", "required": ["name"]}"#)
    #expect(rules.isValid(#"{"name": "Ada"}"#))
    let findings = rules.check("{}").findings
    #expect(findings.map { "\($0.instanceLocation) \($0.message())" } == [#" missing: "name""#])
  }

  @Test("strings, arrays and spans of them are taken alike")
  func inputs() throws {
    let rules = try RuleSet.compile(#"{"const":"é"}"#)
    let bytes = Array("\"é\"".utf8)
    let isValid = rules.isValid(bytes.span.bytes)
    #expect(isValid && rules.isValid("\"é\""))
    let result = rules.check(bytes.span.bytes)
    #expect(result == rules.check("\"é\""))
    let normalized = rules.normalize(bytes.span.bytes)
    #expect(normalized == rules.normalize("\"é\""))
    let schema = Array(#"{"const":"é"}"#.utf8)
    let compiled = try RuleSet.compile(schema.span.bytes)
    #expect(compiled.digest == rules.digest)
  }

  @Test("one rule set serves many tasks at once")
  func tasks() async throws {
    let rules = try RuleSet.compile(
      #"{"items":{"type":"string","x-normalize":"trim","pattern":"^(?:[a-z]+,)*(x|y)\\1$","maxLength":200}}"#)
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<300).count { index in
            let isRight = (index + task).isMultiple(of: 2)
            let item = String(repeating: "a,", count: index % 60) + (isRight ? "xx " : "xy ")
            let document = "[\"\(item)\",\" \(item)\"]"
            let isValid: Bool = rules.isValid(document)
            return isValid != isRight || (rules.check(document).verdict == .valid) != isRight
              || (rules.normalize(document).output != nil) != isRight
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test("warnings about the rule file are kept")
  func warnings() throws {
    let rules = try RuleSet.compile(#"{"shoeSize":1,"type":"string"}"#)
    #expect(rules.warnings.map(\.code.rawValue) == ["unknown-keyword"])
    #expect(rules.warnings.allSatisfy { $0.severity == .warning })
  }

  @Test("the options are kept")
  func options() throws {
    let options = CompileOptions(formats: .annotate, duplicates: .useLast, limits: Limits(findings: 3))
    #expect(try RuleSet.compile("true", options: options).options == options)
  }

  @Test(
    "a text that is not JSON has its own findings",
    arguments: [
      ("", FindingCode.empty, 0), (" \n", .empty, 0), ("{", .malformed, 1), ("[1,]", .malformed, 3),
      ("nul", .malformed, 0),
      ("[1] 2", .malformed, 4), ("[\"\\x\"]", .malformed, 2),
    ])
  func malformed(_ text: String, _ code: FindingCode, _ offset: Int) throws {
    let rules = try RuleSet.compile("true")
    let result = rules.check(text)
    #expect(!rules.isValid(text))
    #expect(result.verdict == .invalid)
    #expect(result.findings.map(\.code) == [code])
    #expect(result.findings.map(\.span.offset) == [offset])
    #expect(rules.normalize(text).output == nil)
  }

  @Test(
    "bytes that are not UTF-8 have their own finding", arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0xFE]])
  func notUTF8(_ bytes: [UInt8]) throws {
    let result = try RuleSet.compile("true").check(bytes.span.bytes)
    #expect(result.findings.map(\.code) == [.notUTF8])
  }

  @Test("errors of a rule file are one value, with a line each")
  func errors() {
    do throws(RuleErrors) {
      _ = try RuleSet.compile(#"{"typ":1,"maxLenght":2}"#)
      Issue.record("compiled")
    } catch {
      #expect(error.problems.count == 2)
      #expect(error.description.split(separator: "\n").count == 2)
    }
  }
}
