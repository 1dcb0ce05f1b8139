// The code of the articles in `Sources/Rules/Rules.docc`, as a user writes it: without `@testable`. ``ArticleTests``
// compares each block of the articles with what stands here between `// snippet` and `// end`.
import Rules
import Testing

@Suite("The articles' code")
struct ArticleSnippets {
  private static let booking = #"{"type": "object", "required": ["name"]}"#

  // MARK: - Rules.md

  @Test("Rules: the shortest use")
  func overview() throws {
    // snippet
    let rules = try RuleSet.compile(#"{"type": "object", "required": ["name"]}"#)
    let isValid = rules.isValid(#"{"name": "Ada"}"#)  // true
    let messages = rules.check("{}").findings.map { $0.message() }  // missing: "name"
    // end
    #expect(isValid)
    #expect(messages == [#"missing: "name""#])
  }

  // MARK: - FirstRules.md

  private static let rooms = """
    {"type": "object",
     "required": ["room"],
     "properties": {
       "room":  {"type": "string", "pattern": "^[a-z0-9-]+$", "x-normalize": ["trim", "lowercase"]},
       "from":  {"type": "string", "format": "date"},
       "seats": {"type": "integer", "minimum": 1, "default": 4}},
     "additionalProperties": false,
     "x-severity": {"additionalProperties": "warning"}}
    """

  @Test("FirstRules: compile and check")
  func compileAndCheck() throws {
    // snippet
    let rules = try RuleSet.compile(
      """
      {"type": "object",
       "required": ["room"],
       "properties": {
         "room":  {"type": "string", "pattern": "^[a-z0-9-]+$", "x-normalize": ["trim", "lowercase"]},
         "from":  {"type": "string", "format": "date"},
         "seats": {"type": "integer", "minimum": 1, "default": 4}},
       "additionalProperties": false,
       "x-severity": {"additionalProperties": "warning"}}
      """)
    let result = rules.check(#"{"room": "a b", "from": "2022-02-30", "seat": 2}"#)
    let lines = result.findings.map { "\($0.severity.rawValue) \($0.instanceLocation): \($0.message())" }
    // error /room: "a b" does not match the pattern ^[a-z0-9-]+$
    // error /from: "2022-02-30" is not a date (RFC 3339, such as 2022-01-31)
    // warning /seat: unknown property "seat"
    // end
    #expect(
      lines == [
        #"error /room: "a b" does not match the pattern ^[a-z0-9-]+$"#,
        #"error /from: "2022-02-30" is not a date (RFC 3339, such as 2022-01-31)"#,
        #"warning /seat: unknown property "seat""#,
      ])
  }

  @Test("FirstRules: a mistake in the rules")
  func mistake() {
    var descriptions: [String] = []
    // snippet
    do {
      _ = try RuleSet.compile(#"{"type": "object", "requierd": ["room"]}"#, path: "booking.json")
    } catch {
      descriptions = error.problems.map(\.description)
      // booking.json:1:20: error[unknown-keyword] unknown keyword "requierd"; did you mean "required"?
    }
    // end
    #expect(
      descriptions == [
        #"booking.json:1:20: error[unknown-keyword] unknown keyword "requierd"; did you mean "required"?"#
      ])
  }

  @Test("FirstRules: normalize")
  func normalize() throws {
    let rules = try RuleSet.compile(Self.rooms)
    var text = ""
    // snippet
    let normalized = rules.normalize(#"{"room": " B-12 "}"#, defaults: true)
    if let output = normalized.output {
      text = String(decoding: output, as: UTF8.self)  // {"room": "b-12","seats":4}
    }
    // end
    #expect(text == #"{"room": "b-12","seats":4}"#)
  }

  @Test("FirstRules: verdicts")
  func verdicts() throws {
    let rules = try RuleSet.compile(Self.rooms)
    func answer(_ body: [UInt8]) -> String {
      // snippet
      let result = rules.check(body)
      switch result.verdict {
      case .valid: return "accepted"
      case .invalid: return "refused: \(result.findings.count) findings"
      case .undecided: return "not decided: the budget \(result.budget?.rawValue ?? "") ran out"
      }
      // end
    }
    #expect(answer(Array(#"{"room": "a"}"#.utf8)) == "accepted")
    #expect(answer(Array("{}".utf8)) == "refused: 1 findings")
    let deep = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
    #expect(answer(Array(deep.utf8)) == "not decided: the budget depth ran out")
  }

  // MARK: - AsyncServices.md

  // snippet
  /// What a service answers.
  struct Answer: Sendable {
    var status: Int
    var mediaType = "application/json"
    var body: String
  }

  struct Bookings: Sendable {
    let rules: RuleSet

    func create(_ body: [UInt8]) async -> Answer {
      if let problem = rules.check(body).problemDetails() {
        return Answer(status: problem.status, mediaType: ProblemDetails.mediaType, body: problem.json)
      }
      await store(body)
      return Answer(status: 201, body: "{}")
    }
  }
  // end

  @Test("AsyncServices: a handler")
  func handler() async throws {
    let bookings = Bookings(rules: try RuleSet.compile(Self.booking))
    #expect(await bookings.create(Array(#"{"name": "Ada"}"#.utf8)).status == 201)
    let refused = await bookings.create(Array("{}".utf8))
    #expect(refused.status == 422 && refused.mediaType == "application/problem+json")
    #expect(refused.body.contains("missing: "))
    #expect(await bookings.create(Array("{".utf8)).status == 400)
  }

  @Test("AsyncServices: one checker a task")
  func checkers() async throws {
    let rules = try RuleSet.compile(Self.booking)
    let lines = [Array(#"{"name": "Ada"}"#.utf8), Array("{}".utf8), Array("[]".utf8)]
    // snippet
    let invalid = await withTaskGroup(of: Int.self) { group in
      for part in [lines.prefix(1), lines.dropFirst(1)] {
        group.addTask {
          var checker = rules.makeChecker()
          return part.count { !checker.isValid($0.span.bytes) }
        }
      }
      return await group.reduce(0, +)
    }
    // end
    #expect(invalid == 2)
  }

  @Test("AsyncServices: smaller limits")
  func limits() throws {
    // snippet
    let options = CompileOptions(limits: Limits(bytes: 64 << 10, depth: 32, findings: 20, patternSteps: 100_000))
    let rules = try RuleSet.compile(#"{"type": "object"}"#, options: options)
    // end
    #expect(rules.check(String(repeating: " ", count: 70_000)).budget == .bytes)
  }

  // MARK: - FormatsAndKeywords.md

  @Test("FormatsAndKeywords: a format")
  func format() throws {
    // snippet
    var library = RuleLibrary()
    library.addFormat("room") { text in
      text.count == 4 && text.first?.isLetter == true && text.dropFirst().allSatisfy(\.isNumber)
    }
    let rules = try RuleSet.compile(#"{"format": "room"}"#, library: library)
    let messages = rules.check(#""12""#).findings.map { $0.message() }  // "12" is not of the format room
    // end
    #expect(rules.isValid(#""B123""#))
    #expect(messages == [#""12" is not of the format room"#])
  }

  @Test("FormatsAndKeywords: a keyword")
  func keyword() throws {
    // snippet
    var library = RuleLibrary()
    library.addKeyword("x-max-bytes") { (limit: JSONValue) throws(KeywordError) in
      guard let most = limit.double, most >= 0 else { throw KeywordError("give a number of bytes") }
      return { value in
        guard let text = value.string, Double(text.utf8.count) > most else { return nil }
        return "\(Int(most)) bytes at most, but this has \(text.utf8.count)"
      }
    }
    let rules = try RuleSet.compile(#"{"x-max-bytes": 4}"#, library: library)
    let finding = rules.check(#""ééé""#).findings.first
    // finding?.code is "x-max-bytes", finding?.message() is "4 bytes at most, but this has 6"
    // end
    #expect(finding?.code.rawValue == "x-max-bytes")
    #expect(finding?.message() == "4 bytes at most, but this has 6")
    #expect(throws: RuleErrors.self) { try RuleSet.compile(#"{"x-max-bytes": "4"}"#, library: library) }
  }

  @Test("FormatsAndKeywords: other documents")
  func documents() throws {
    // snippet
    var library = RuleLibrary()
    try library.add(#"{"$defs": {"cents": {"type": "integer", "minimum": 0}}}"#, uri: "https://example.org/money")
    let rules = try RuleSet.compile(
      #"{"properties": {"price": {"$ref": "https://example.org/money#/$defs/cents"}}}"#, library: library)
    let isValid = rules.isValid(#"{"price": -1}"#)  // false
    // end
    #expect(!isValid)
  }

  // MARK: - ReadingFindings.md

  @Test("ReadingFindings: what a finding has")
  func parts() throws {
    let rules = try RuleSet.compile(#"{"properties": {"mode": {"enum": ["fast", "slow"]}}}"#)
    // snippet
    let text = #"{"mode": "fsat"}"#
    for finding in rules.check(text).findings {
      print(finding.code)  // enum
      print(finding.instanceLocation)  // /mode
      print(finding.expected)  // the values that are allowed, as JSON: "fast" first, being the nearest
      print(finding.suggestion ?? "")  // "fast", as JSON
      print(SourcePositions(Array(text.utf8)).position(at: finding.span.offset))  // line 1, column 10
    }
    // end
    let finding = try #require(rules.check(text).findings.first)
    #expect(finding.code.rawValue == "enum" && finding.instanceLocation == "/mode")
    #expect(finding.expected == [#""fast""#, #""slow""#] && finding.suggestion == #""fast""#)
    #expect(finding.span == ByteSpan(offset: 9, length: 6))
  }

  @Test("ReadingFindings: another language")
  func catalogue() throws {
    let rules = try RuleSet.compile(#"{"maxLength": 3}"#)
    // snippet
    let german = MessageCatalogue { finding in
      func argument(_ name: String) -> String { finding.arguments[name]?.text ?? "?" }
      return switch finding.code.rawValue {
      case "required": "es fehlt: \(argument("names"))"
      case "maxLength": "höchstens \(argument("limit")) Zeichen, hier sind es \(argument("actual"))"
      default: MessageCatalogue.english.text(finding)
      }
    }
    let messages = rules.check(#""vier""#).findings.map { $0.message(german) }
    // höchstens 3 Zeichen, hier sind es 4
    // end
    #expect(messages == ["höchstens 3 Zeichen, hier sind es 4"])
  }

  @Test("ReadingFindings: the branch that was meant")
  func branches() throws {
    // snippet
    let schema = """
      {"oneOf": [
        {"title": "mail",  "properties": {"kind": {"const": "mail"}},  "required": ["kind", "address"]},
        {"title": "phone", "properties": {"kind": {"const": "phone"}}, "required": ["kind", "number"]}]}
      """
    let rules = try RuleSet.compile(schema, options: CompileOptions(allBranches: true))
    let finding = rules.check(#"{"kind": "phone"}"#).findings.first
    let meant = finding?.causes.map { $0.message() }  // missing: "number"
    let names = finding?.branches.map(\.name)  // mail, phone
    // end
    #expect(meant == [#"missing: "number""#])
    #expect(names == ["mail", "phone"])
  }

  @Test("ReadingFindings: secrets")
  func secrets() throws {
    // snippet
    let rules = try RuleSet.compile(
      #"{"properties": {"token": {"type": "string", "maxLength": 4, "pattern": "^[a-z]+$", "x-sensitive": true}}}"#)
    let result = rules.check(#"{"token": "s3cret"}"#)
    let messages = result.findings.map { $0.message() }
    // 4 characters at most, but this has 6
    // *** does not match the pattern ^[a-z]+$
    let secrets = result.sensitiveSpans  // the bytes that a log of the document must leave out
    // end
    #expect(messages == ["4 characters at most, but this has 6", "*** does not match the pattern ^[a-z]+$"])
    #expect(secrets == [ByteSpan(offset: 10, length: 8)])
  }
}

extension ArticleSnippets.Bookings {
  private func store(_ body: [UInt8]) async {}
}
