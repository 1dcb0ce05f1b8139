import Testing

@testable import Rules

/// Numbers are exact decimals, never doubles.
@Suite struct NumberValueTests {
  @Test(
    "a number is decided exactly",
    arguments: [
      VerdictCase(#"{"type":"integer"}"#, "1.0", .valid), VerdictCase(#"{"type":"integer"}"#, "1e2", .valid),
      VerdictCase(#"{"type":"integer"}"#, "10e-1", .valid), VerdictCase(#"{"type":"integer"}"#, "1e-1", .invalid),
      VerdictCase(#"{"type":"integer"}"#, "0.0e-5", .valid), VerdictCase(#"{"type":"integer"}"#, "-0", .valid),
      VerdictCase(#"{"type":"integer"}"#, "1e400", .valid), VerdictCase(#"{"type":"integer"}"#, "1e-400", .invalid),
      VerdictCase(#"{"type":"integer"}"#, "9007199254740993.5", .invalid),
      VerdictCase(#"{"type":"integer"}"#, "1e99999999999999999999", .valid),
      VerdictCase(#"{"multipleOf":0.01}"#, "0.1", .valid), VerdictCase(#"{"multipleOf":0.01}"#, "4.35", .valid),
      VerdictCase(#"{"multipleOf":0.01}"#, "0.015", .invalid), VerdictCase(#"{"multipleOf":0.1}"#, "0.3", .valid),
      VerdictCase(#"{"multipleOf":1e-8}"#, "12391239123", .valid), VerdictCase(#"{"multipleOf":7}"#, "0", .valid),
      VerdictCase(#"{"multipleOf":7}"#, "-14", .valid), VerdictCase(#"{"multipleOf":1.5}"#, "4.5e0", .valid),
      VerdictCase(#"{"multipleOf":7}"#, "1e999999999", .invalid),
      VerdictCase(#"{"multipleOf":7}"#, "7e999999999", .valid),
      VerdictCase(#"{"multipleOf":7}"#, "7e-999999999", .invalid),
      VerdictCase(#"{"multipleOf":1e999999999}"#, "1e999999999", .valid),
      VerdictCase(#"{"multipleOf":12345678901234567890}"#, "37037036703703703670", .valid),
      VerdictCase(#"{"multipleOf":12345678901234567890}"#, "37037036703703703671", .invalid),
      VerdictCase(#"{"multipleOf":0.000000000000000000000000000007}"#, "0.00000000000000000000000000007", .valid),
      VerdictCase(#"{"const":9007199254740993}"#, "9007199254740993", .valid),
      VerdictCase(#"{"const":9007199254740993}"#, "9007199254740992", .invalid),
      VerdictCase(#"{"const":9007199254740993}"#, "9007199254740993.0", .valid),
      VerdictCase(#"{"maximum":9007199254740992}"#, "9007199254740993", .invalid),
      VerdictCase(#"{"minimum":12345678901234567890}"#, "12345678901234567889", .invalid),
      VerdictCase(#"{"minimum":12345678901234567890}"#, "12345678901234567890", .valid),
      VerdictCase(#"{"exclusiveMinimum":12345678901234567890}"#, "12345678901234567890.0", .invalid),
      VerdictCase(#"{"maximum":0.100000000000000000000000000001}"#, "0.100000000000000000000000000002", .invalid),
      VerdictCase(#"{"maximum":0.100000000000000000000000000001}"#, "0.100000000000000000000000000001", .valid),
      VerdictCase(#"{"enum":[0.100000000000000000000000000001]}"#, "0.1", .invalid),
      VerdictCase(#"{"exclusiveMaximum":1e400}"#, "1e399", .valid),
      VerdictCase(#"{"minimum":-1e400}"#, "-1e401", .invalid),
      VerdictCase(#"{"exclusiveMinimum":0}"#, "1e-999999999", .valid), VerdictCase(#"{"maximum":0}"#, "-0.0", .valid),
      VerdictCase(#"{"minimum":0}"#, "-1e-400", .invalid), VerdictCase(#"{"enum":[1]}"#, "1.00", .valid),
      VerdictCase(#"{"enum":[100]}"#, "1E+2", .valid), VerdictCase(#"{"const":0}"#, "-0e10", .valid),
      VerdictCase(#"{"uniqueItems":true}"#, "[1,1.0]", .invalid),
      VerdictCase(#"{"uniqueItems":true}"#, "[0,-0]", .invalid),
      VerdictCase(#"{"uniqueItems":true}"#, "[9007199254740992,9007199254740993]", .valid),
      VerdictCase(#"{"uniqueItems":true}"#, "[1,2,3,4,5,6,7,8,9,10,1e1]", .invalid),
      VerdictCase(#"{"const":{"a":[1.0]}}"#, #"{"a":[1e0]}"#, .valid),
    ])
  func exact(_ test: VerdictCase) throws {
    #expect(try check(test.rules, test.document).verdict == test.verdict)
  }

  @Test(
    "a million digits are decided at once",
    arguments: [
      (#"{"multipleOf":7}"#, Verdict.invalid), (#"{"multipleOf":3}"#, .valid), (#"{"minimum":1e999999}"#, .valid),
      (#"{"maximum":1e999999}"#, .invalid), (#"{"type":"integer"}"#, .valid), (#"{"const":9}"#, .invalid),
    ])
  func megabyte(_ rules: String, _ verdict: Verdict) throws {
    let number = String(repeating: "9", count: 1_000_001)
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try check(rules, number).verdict == verdict)
    #expect(clock.now - start < .seconds(10))
  }

  @Test(
    "an exponent beyond 64 bits is decided rightly, or undecided",
    arguments: ["99999999999999999999", "288230376151711744", "4611686018427387903", "9223372036854775807"],
    ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "const"])
  func hugeExponents(_ exponent: String, _ keyword: String) throws {
    let huge = "1e\(exponent)"
    let isBelow = keyword == "maximum" || keyword == "exclusiveMaximum"
    #expect(
      try check("{\"\(keyword)\":3}", huge).verdict
        != (isBelow || keyword == "const" || keyword == "multipleOf" ? .valid : .invalid))
    #expect(try check("{\"\(keyword)\":3}", "1e-\(exponent)").verdict != (isBelow ? .invalid : .valid))
    #expect(try check("{\"\(keyword)\":3}", "-\(huge)").verdict != (isBelow ? .invalid : .valid))
  }

  @Test(
    "an exhausted number budget is undecided",
    arguments: [
      (#"{"multipleOf":1234567890123456789012345678901}"#, "99999999999999999999999999999999"),
      (#"{"not":{"multipleOf":1234567890123456789012345678901}}"#, "99999999999999999999999999999999"),
      (#"{"const":1e99999999999999999999}"#, "10e99999999999999999998"),
      (#"{"not":{"const":1e99999999999999999999}}"#, "10e99999999999999999998"),
      (#"{"uniqueItems":true}"#, "[1e99999999999999999999,10e99999999999999999998]"),
    ])
  func undecided(_ rules: String, _ document: String) throws {
    let result = try check(rules, document, CompileOptions(limits: Limits(numberSteps: 10)))
    #expect(result.verdict == .undecided)
    #expect(result.budget == .numberSteps)
  }

  @Test(
    "numbers on both sides of the largest exact exponent are never compared wrongly",
    arguments: [
      VerdictCase(#"{"const":10e288230376151711743}"#, "1e288230376151711744", .valid),
      VerdictCase(#"{"minimum":1e288230376151711744}"#, "1000e288230376151711743", .valid),
      VerdictCase(#"{"maximum":1e288230376151711744}"#, "1000e288230376151711743", .invalid),
      VerdictCase(#"{"multipleOf":1e288230376151711744}"#, "1000e288230376151711743", .valid),
      VerdictCase(#"{"multipleOf":0.001e-288230376151711743}"#, "1e-288230376151711744", .valid),
      VerdictCase(#"{"minimum":0.0001e-288230376151711743}"#, "1e-288230376151711744", .valid),
      VerdictCase(#"{"uniqueItems":true}"#, "[1e288230376151711744,10e288230376151711743]", .invalid),
      VerdictCase(
        #"{"uniqueItems":true}"#, "[0,1,2,3,4,5,6,7,8,9,1e288230376151711744,10e288230376151711743]", .invalid),
      VerdictCase(
        #"{"uniqueItems":true}"#, "[0,1,2,3,4,5,6,7,8,9,1e99999999999999999999,10e99999999999999999998]", .invalid),
    ])
  func neverWrong(_ test: VerdictCase) throws {
    let verdict = try check(test.rules, test.document).verdict
    #expect(verdict == test.verdict || verdict == .undecided)
  }
}
