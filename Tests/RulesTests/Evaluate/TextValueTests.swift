import Testing

@testable import Rules

/// Strings are sequences of code points: counted as such, and never equal by canonical equivalence.
@Suite struct TextValueTests {
  private static let composed = "\u{E9}"
  private static let decomposed = "e\u{301}"
  private static let family = "👩‍👩‍👧‍👦"

  @Test(
    "lengths are counted in code points",
    arguments: [
      ("", 0), ("a", 1), (composed, 1), (decomposed, 2), ("😀", 1), (family, 7), ("🇩🇪", 2), ("\u{FEFF}", 1),
      (String(repeating: "😀", count: 200), 200), (#"\ud83d\ude00"#, 1), (#"\u00e9"#, 1), (#"\u0000"#, 1), (#"\\"#, 1),
      (#"a\u00e9\n😀"#, 4), ("longer than sixteen bytes \u{E9}", 27),
    ])
  func lengths(_ content: String, _ count: Int) throws {
    #expect(try check("{\"minLength\":\(count),\"maxLength\":\(count)}", "\"\(content)\"").verdict == .valid)
    #expect(try check("{\"minLength\":\(count + 1)}", "\"\(content)\"").verdict == .invalid)
    if count > 0 { #expect(try check("{\"maxLength\":\(count - 1)}", "\"\(content)\"").verdict == .invalid) }
  }

  @Test(
    "names are counted in code points too", arguments: [("", 0), (decomposed, 2), (family, 7), (#"\ud83d\ude00"#, 1)])
  func nameLengths(_ name: String, _ count: Int) throws {
    let rules = "{\"propertyNames\":{\"minLength\":\(count),\"maxLength\":\(count)}}"
    #expect(try check(rules, "{\"\(name)\":1}").verdict == .valid)
    #expect(try check(rules, "{\"\(name)x\":1}").verdict == .invalid)
  }

  @Test(
    "two ways to write é are two values",
    arguments: [
      (composed, decomposed), (decomposed, composed), ("\u{212B}", "\u{C5}"), ("\u{AC00}", "\u{1100}\u{1161}"),
    ])
  func canonicalEquivalence(_ left: String, _ right: String) throws {
    #expect(try check("{\"enum\":[\"\(left)\"]}", "\"\(left)\"").verdict == .valid)
    #expect(try check("{\"enum\":[\"\(left)\"]}", "\"\(right)\"").verdict == .invalid)
    #expect(try check("{\"const\":\"\(left)\"}", "\"\(right)\"").verdict == .invalid)
    #expect(try check("{\"const\":{\"\(left)\":1}}", "{\"\(right)\":1}").verdict == .invalid)
    #expect(try check("{\"const\":[\"\(left)\"]}", "[\"\(right)\"]").verdict == .invalid)
    #expect(try check("{\"uniqueItems\":true}", "[\"\(left)\",\"\(right)\"]").verdict == .valid)
    #expect(try check("{\"required\":[\"\(left)\"]}", "{\"\(right)\":1}").verdict == .invalid)
    #expect(try check("{\"properties\":{\"\(left)\":false}}", "{\"\(right)\":1}").verdict == .valid)
    #expect(try check("{\"dependentRequired\":{\"\(left)\":[\"z\"]}}", "{\"\(right)\":1}").verdict == .valid)
    #expect(try check("{}", "{\"\(left)\":1,\"\(right)\":1}").verdict == .valid)
    #expect(try check("{\"required\":[\"\(left)\",\"\(right)\"]}", "{\"\(left)\":1,\"\(right)\":1}").verdict == .valid)
    #expect(try check("{\"enum\":[\"\(left)\",\"\(right)\"]}", "\"\(right)\"").verdict == .valid)
  }

  @Test("escapes are undone before anything is compared", arguments: [#"\u00e9"#, "\u{E9}", #"\u00E9"#])
  func escapes(_ written: String) throws {
    #expect(try check("{\"const\":\"\u{E9}\"}", "\"\(written)\"").verdict == .valid)
    #expect(try check("{\"const\":\"\(written)\"}", "\"\u{E9}\"").verdict == .valid)
    #expect(try check("{\"pattern\":\"^\u{E9}$\"}", "\"\(written)\"").verdict == .valid)
  }

  @Test("a string may hold the character zero")
  func zero() throws {
    #expect(try check(#"{"const":"a\u0000b"}"#, #""a\u0000b""#).verdict == .valid)
    #expect(try check(#"{"const":"a\u0000b"}"#, #""a\u0000c""#).verdict == .invalid)
    #expect(try check(#"{"const":"a"}"#, #""a\u0000""#).verdict == .invalid)
    #expect(try check(#"{"properties":{"a":false}}"#, #"{"a\u0000":1}"#).verdict == .valid)
  }

  @Test(
    "types are told apart although they print alike",
    arguments: [
      ("1", "\"1\""), ("true", "1"), ("false", "0"), ("null", "\"null\""), ("[]", "{}"), ("\"\"", "null"),
      ("[0]", "[false]"),
    ])
  func types(_ left: String, _ right: String) throws {
    #expect(try check("{\"const\":\(left)}", right).verdict == .invalid)
    #expect(try check("{\"enum\":[\(right)]}", left).verdict == .invalid)
    #expect(try check("{\"uniqueItems\":true}", "[\(left),\(right)]").verdict == .valid)
  }

  @Test("objects are equal whatever the order of their members, arrays only in order")
  func order() throws {
    #expect(try check(#"{"const":{"a":[1,2],"b":1}}"#, #"{"b":1.0,"a":[1,2]}"#).verdict == .valid)
    #expect(try check(#"{"const":{"a":[1,2]}}"#, #"{"a":[2,1]}"#).verdict == .invalid)
    let many = (0..<40).map { "\"k\($0)\":\($0)" }
    let (forward, backward) = (many.joined(separator: ","), many.reversed().joined(separator: ","))
    #expect(try check("{\"const\":{\(forward)}}", "{\(backward)}").verdict == .valid)
    #expect(try check("{\"uniqueItems\":true}", "[{\(forward)},{\(backward)}]").verdict == .invalid)
  }

  @Test("equal items are found among many", arguments: [2, 8, 9, 16, 17, 100, 1_000])
  func uniqueItems(_ count: Int) throws {
    let items = (0..<count - 1).map { "[\"item\",\($0)]" }
    #expect(try check(#"{"uniqueItems":true}"#, "[\(items.joined(separator: ","))]").verdict == .valid)
    let twice = items + ["[\"item\",0.0]"]
    #expect(try check(#"{"uniqueItems":true}"#, "[\(twice.joined(separator: ","))]").verdict == .invalid)
  }
}
