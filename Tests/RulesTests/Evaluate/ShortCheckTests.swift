import Testing

@testable import Rules

/// A check of a valid document ends when it has been read, unless there is more to tell than the verdict.
@Suite("A check is the same with and without a tape")
struct ShortCheckTests {
  @Test(
    "where a valid document has findings",
    arguments: [
      #"{"maximum":1,"x-severity":{"maximum":"warning"}}"#, #"{"deprecated":true}"#,
      #"{"type":"string","x-severity":{"type":"info"}}"#,
      #"{"allOf":[{"maximum":1,"x-severity":{"maximum":"warning"}},{"type":"integer"}]}"#,
      ##"{"$ref":"#/$defs/a","$defs":{"a":{"multipleOf":2,"x-severity":{"multipleOf":"info"}}}}"##,
    ])
  func findings(rules: String) throws {
    let result = try check(rules, "5")
    #expect(result.verdict == .valid)
    #expect(result.findings.count == 1)
  }

  @Test("where a valid document has sensitive places")
  func sensitive() throws {
    let result = try check(#"{"properties":{"a":{"x-sensitive":true}}}"#, #"{"a":"secret"}"#)
    #expect(result.verdict == .valid)
    #expect(result.sensitiveSpans == [ByteSpan(offset: 5, length: 8)])
  }

  @Test(
    "where normalizing, repeated names or limits decide",
    arguments: [
      CompileOptions(), CompileOptions(duplicates: .useLast), CompileOptions(limits: Limits(depth: 2)),
      CompileOptions(limits: Limits(bytes: 8)), CompileOptions(limits: Limits(numberSteps: 1)),
    ], [#"{"a":1}"#, #"{"a":1,"a":2}"#, #"{"a":[[[]]]}"#, #"{"a":" b "}"#])
  func options(options: CompileOptions, document: String) throws {
    for rules in [
      "{}", #"{"properties":{"a":{"type":"integer"}}}"#, #"{"properties":{"a":{"x-normalize":"trim","maxLength":1}}}"#,
    ] {
      _ = try check(rules, document, options)
    }
  }
}
