import Testing

@testable import Rules

@Suite("Formats and keywords of the library's user")
struct LibraryTests {
  /// `iban` and `even` as formats, and `x-divisible-by` with a number.
  private static var library: RuleLibrary {
    var library = RuleLibrary()
    library.addFormat("iban") { $0.hasPrefix("DE") }
    library.addKeyword("x-divisible-by") { (argument: JSONValue) throws(KeywordError) in
      guard let divisor = argument.double, divisor > 0 else { throw KeywordError("takes a number above 0") }
      return { instance in
        guard let number = instance.double else { return nil }
        return number.truncatingRemainder(dividingBy: divisor) == 0 ? nil : "this is not divisible by \(Int(divisor))"
      }
    }
    return library
  }

  private func rules(_ schema: String, _ options: CompileOptions = CompileOptions()) throws(RuleErrors) -> RuleSet {
    try RuleSet.compile(schema, library: Self.library, options: options)
  }

  private func problems(_ schema: String) -> [RuleProblem] {
    do {
      return try rules(schema).warnings
    } catch {
      return error.problems
    }
  }

  @Test("a format is asked about strings only, and takes part in findings under its name")
  func format() throws {
    let rules = try rules(#"{"format": "iban"}"#)
    #expect(rules.isValid("\"DE12\"") && rules.isValid("12") && !rules.isValid("\"FR12\""))
    let finding = try #require(rules.check("\"FR12\"").findings.first)
    #expect(finding.code.rawValue == "format")
    #expect(finding.message().contains("iban"))
  }

  @Test("a format that stands for one of the standard's")
  func replacedFormat() throws {
    var library = RuleLibrary()
    library.addFormat("email") { $0 == "me" }
    let rules = try RuleSet.compile(#"{"format": "email"}"#, library: library)
    #expect(rules.isValid("\"me\"") && !rules.isValid("\"me@example.org\""))
  }

  @Test("a format only annotates where formats do")
  func annotatedFormat() throws {
    #expect(try rules(#"{"format": "iban"}"#, CompileOptions(formats: .annotate)).isValid("\"FR\""))
  }

  @Test("a keyword's message is the finding's")
  func keyword() throws {
    let rules = try rules(#"{"x-divisible-by": 3}"#)
    #expect(rules.isValid("6") && rules.isValid("\"x\""))
    let finding = try #require(rules.check("7").findings.first)
    #expect(finding.code.rawValue == "x-divisible-by")
    #expect(finding.message() == "this is not divisible by 3")
  }

  @Test("a bad argument is a problem with its place and the keyword's words")
  func badArgument() {
    let problems = problems("{\"properties\": {\n  \"a\": {\"x-divisible-by\": 0}}}")
    #expect(
      problems.map(\.description) == [
        "rules.json:2:9: error[wrong-value] x-divisible-by: takes a number above 0"
      ])
  }

  @Test("a misspelt keyword or format is told what was meant")
  func misspelt() {
    #expect(problems(#"{"x-divisble-by": 3}"#).map(\.suggestion) == ["x-divisible-by"])
    #expect(problems(#"{"format": "ibann"}"#).map(\.suggestion) == ["iban"])
  }

  @Test(
    "a keyword decides inside combinators",
    arguments: [
      (#"{"not": {"x-divisible-by": 3}}"#, "7", "6"),
      (#"{"anyOf": [{"x-divisible-by": 3}, {"x-divisible-by": 5}]}"#, "10", "7"),
      (#"{"oneOf": [{"x-divisible-by": 3}, {"x-divisible-by": 5}]}"#, "10", "15"),
      (#"{"if": {"x-divisible-by": 2}, "then": {"x-divisible-by": 3}}"#, "6", "4"),
      (#"{"items": {"x-divisible-by": 3}}"#, "[3, 6]", "[3, 7]"),
      (##"{"$ref": "#/$defs/a", "$defs": {"a": {"x-divisible-by": 3}}}"##, "3", "4"),
    ])
  func combinators(schema: String, valid: String, invalid: String) throws {
    for annotations in [false, true] {
      let rules = try rules(schema, CompileOptions(annotations: annotations))
      for (document, verdict) in [(valid, Verdict.valid), (invalid, .invalid)] {
        #expect(rules.check(document).verdict == verdict)
        #expect(rules.isValid(document) == (verdict == .valid))
        #expect(rules.standardVerdict(document.utf8.span.bytes) == verdict)
      }
    }
  }

  @Test("x-severity and x-message apply to a keyword")
  func severity() throws {
    for schema in [
      #"{"x-divisible-by": 3, "x-severity": {"x-divisible-by": "warning"}}"#,
      #"{"x-divisible-by": 3, "x-severity": "warning"}"#,
    ] {
      let result = try rules(schema).check("7")
      #expect(result.verdict == .valid)
      #expect(result.findings.map(\.severity) == [.warning])
    }
    for message in [#""by three""#, #"{"x-divisible-by": "by three"}"#] {
      let finding = try rules(#"{"x-divisible-by": 3, "x-message": \#(message)}"#).check("7").findings.first
      #expect(finding?.message() == "by three")
    }
  }

  @Test("a keyword's value is an annotation where annotations are kept")
  func annotations() throws {
    let rules = try rules(#"{"x-divisible-by": 3}"#, CompileOptions(annotations: true))
    #expect(rules.annotations("6".utf8.span.bytes).map(\.keyword) == ["x-divisible-by"])
  }

  @Test("a keyword sees numbers as they are written, strings unescaped, members in order")
  func values() throws {
    var library = RuleLibrary()
    library.addKeyword("x-seen") { (expected: JSONValue) throws(KeywordError) in
      { $0 == expected ? nil : "\($0)" }
    }
    let value = #"{"b": 1e400, "a": ["\u0041", null, true], "c": {}}"#
    #expect(try RuleSet.compile(#"{"x-seen": \#(value)}"#, library: library).check(value).findings.isEmpty)
    #expect(try !RuleSet.compile(#"{"x-seen": 1}"#, library: library).isValid("1.0"))
  }

  @Test("a keyword of the draft keeps its meaning")
  func standardKeyword() throws {
    var library = RuleLibrary()
    library.addKeyword("maxLength") { (_: JSONValue) throws(KeywordError) in { _ in "never" } }
    #expect(try RuleSet.compile(#"{"maxLength": 1}"#, library: library).isValid("\"x\""))
  }

  @Test("several tasks use one rule set")
  func tasks() async throws {
    let rules = try rules(#"{"items": {"x-divisible-by": 3, "format": "iban"}}"#)
    let right = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask { rules.isValid("[\(number)]") == (number % 3 == 0) && !rules.isValid("[\"FR\"]") }
      }
      return await group.allSatisfy { $0 }
    }
    #expect(right)
  }

  @Test("a document that was added answers references; text that is no JSON is refused with its place")
  func documents() throws {
    var library = Self.library
    try library.add(#"{"$defs": {"a": {"x-divisible-by": 3}}}"#, uri: "https://e.org/money")
    #expect(try !RuleSet.compile(#"{"$ref": "https://e.org/money#/$defs/a"}"#, library: library).isValid("7"))
    #expect(throws: RuleErrors.self) { try library.add("{", uri: "https://e.org/broken") }
  }
}
