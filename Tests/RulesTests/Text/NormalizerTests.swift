import Testing

@testable import Rules

@Suite("Normalizers")
struct NormalizerTests {
  /// The normalized text; the text itself where it stays, nil where it has no normal form.
  private func normalize(_ text: String, _ normalizer: Normalizer) -> String? {
    let bytes = Array(text.utf8)
    // A left-over of the call before has to go.
    var output = Array("left over".utf8)
    switch normalizer.apply(bytes.span, into: &output) {
    case .changed:
      #expect(output != bytes, "\(normalizer.name) says changed: \(text.debugDescription)")
      return String(decoding: output, as: UTF8.self)
    case .unchanged:
      #expect(output.isEmpty)
      return text
    case .outOfRange:
      #expect(output.isEmpty)
      return nil
    }
  }

  @Test("a normalizer is found by its own name only", arguments: Normalizer.allCases)
  func names(normalizer: Normalizer) {
    #expect(Normalizer(name: normalizer.name) == normalizer)
    #expect(Normalizer(name: "nothing") == nil)
  }

  @Test(
    "date-time completes a date and writes T and Z; offset and fraction stay",
    arguments: [
      ("2022-01-01", "2022-01-01T00:00:00Z"), ("2024-02-29", "2024-02-29T00:00:00Z"),
      ("2022-01-01t00:00:00z", "2022-01-01T00:00:00Z"), ("2022-01-01 10:20:30z", "2022-01-01T10:20:30Z"),
      ("2022-01-01 10:20:30.50+01:00", "2022-01-01T10:20:30.50+01:00"),
      ("2022-01-01t10:20:30-00:00", "2022-01-01T10:20:30-00:00"), ("2016-12-31 23:59:60z", "2016-12-31T23:59:60Z"),
      ("0000-01-01t00:00:00+23:59", "0000-01-01T00:00:00+23:59"),
    ])
  func dateTime(text: String, normal: String) {
    #expect(normalize(text, .dateTime) == normal)
  }

  @Test(
    "date-time-utc moves the offset to Z",
    arguments: [
      ("2022-01-01", "2022-01-01T00:00:00Z"), ("2022-01-01 00:00:00z", "2022-01-01T00:00:00Z"),
      ("2022-01-01T00:30:00+01:00", "2021-12-31T23:30:00Z"), ("2021-12-31T23:30:00-01:00", "2022-01-01T00:30:00Z"),
      ("2024-02-28t23:00:00.0500-02:00", "2024-02-29T01:00:00.0500Z"),
      ("2023-03-01T00:00:00+00:01", "2023-02-28T23:59:00Z"), ("2024-03-01T00:00:00+23:59", "2024-02-29T00:01:00Z"),
      ("2022-06-15T12:00:00-00:00", "2022-06-15T12:00:00Z"), ("2022-06-15T12:00:00+00:00", "2022-06-15T12:00:00Z"),
      ("1990-12-31T15:59:60-08:00", "1990-12-31T23:59:60Z"),
      ("2017-01-01T00:59:60.25+01:00", "2016-12-31T23:59:60.25Z"),
      ("2022-01-01T23:59:59-23:59", "2022-01-02T23:58:59Z"), ("0001-01-01T00:00:00+00:01", "0000-12-31T23:59:00Z"),
      ("9999-12-31T23:59:59+00:01", "9999-12-31T23:58:59Z"), ("0000-01-01T00:01:00+00:01", "0000-01-01T00:00:00Z"),
    ])
  func dateTimeUTC(text: String, normal: String) {
    #expect(normalize(text, .dateTimeUTC) == normal)
  }

  @Test(
    "a result outside year 0000 to 9999 is out of range",
    arguments: ["0000-01-01T00:00:00+00:01", "9999-12-31T23:59:00-00:01", "0000-01-01 23:58:00.5+23:59"])
  func outOfRange(text: String) {
    #expect(normalize(text, .dateTimeUTC) == nil)
    #expect(normalize(text, .dateTime) != nil)
  }

  @Test(
    "what is no RFC 3339 value stays as it is",
    arguments: [
      "", "2", "2022-02-30", "2022-01-01T24:00:00Z", "2022-01-01T00:00:00+01", "2022-01-0٣", "2022-01-01T23:58:60Z",
      "2022-01-01 ", "2022-01-01t", "2022-01-01  00:00:00Z", "2022-01-01T00:00:00", "2022-01-01t00:00z",
      "2022-01-01_00:00:00z", "2022-1-1", "20220101", "2022-01-01T00:00:00.z", "22-01-01", " 2022-01-01",
      "1990-12-31T22:59:60z",
      "2022-01-01t00:00:00 Z", "2022-01-01T00:00:00Z", "2022-01-01T00:00:00.123Z",
    ])
  func notRecognised(text: String) {
    #expect(normalize(text, .dateTime) == text)
    #expect(normalize(text, .dateTimeUTC) == text)
  }

  @Test("trim removes white space at both ends and none inside")
  func trim() {
    for (text, normal) in [
      ("", ""), (" ", ""), ("\u{3000}\u{85}\t", ""), (" a  b\n", "a  b"), ("a", "a"), ("\u{a0}a", "a"),
      ("a\u{2029}", "a"), ("\u{200b}a\u{200b}", "\u{200b}a\u{200b}"), ("\u{1680}é\u{205f}", "é"),
    ] {
      #expect(normalize(text, .trim) == normal)
    }
  }

  @Test("collapse-space turns each run into one space and trims nothing")
  func collapseSpace() {
    for (text, normal) in [
      ("", ""), (" ", " "), ("  ", " "), ("\t", " "), ("a b", "a b"), ("a \u{a0} b", "a b"), ("  a\r\nb ", " a b "),
      ("a\u{3000}b\u{2003}", "a b "), ("a\u{200b}b", "a\u{200b}b"), ("é é  é", "é é é"),
    ] {
      #expect(normalize(text, .collapseSpace) == normal)
    }
  }

  @Test("white space is the Unicode property White_Space")
  func whiteSpace() {
    for scalar in Self.everyScalar {
      let isTrimmed = normalize(String(scalar), .trim) == ""
      #expect(isTrimmed == scalar.properties.isWhitespace, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test(
    "case follows the default full mapping",
    arguments: [
      ("", "", ""), ("aZ09-é", "az09-é", "AZ09-É"), ("ẞß", "ßß", "ẞSS"), ("\u{130}ıI", "i\u{307}ıi", "\u{130}II"),
      ("ŉ", "ŉ", "ʼN"),
      ("\u{390}", "\u{390}", "\u{399}\u{308}\u{301}"), ("ΟΔΟΣ", "οδοσ", "ΟΔΟΣ"), ("ὀδός", "ὀδός", "ὈΔΌΣ"),
      ("ﬁ", "ﬁ", "FI"), ("ǅ", "ǆ", "Ǆ"),
      ("日本", "日本", "日本"), ("𐐀𐐨", "𐐨𐐨", "𐐀𐐀"), ("ᾳ", "ᾳ", "ΑΙ"), ("\u{212a}", "k", "\u{212a}"),
    ])
  func caseMapping(text: String, lower: String, upper: String) {
    #expect(normalize(text, .lowercase)?.utf8.elementsEqual(lower.utf8) == true)
    #expect(normalize(text, .uppercase)?.utf8.elementsEqual(upper.utf8) == true)
  }

  private static let everyScalar = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)

  @Test(
    "every character is mapped as the standard library does, in one pass",
    arguments: [Normalizer.lowercase, .uppercase])
  func everyMapping(normalizer: Normalizer) {
    var text = ""
    text.unicodeScalars.append(contentsOf: Self.everyScalar)
    let expected = normalizer == .lowercase ? text.lowercased() : text.uppercased()
    let once = normalize(text, normalizer)
    // UTF-8 is compared: `==` of strings is canonical equivalence.
    #expect(once?.utf8.elementsEqual(expected.utf8) == true)
    #expect(normalize(expected, normalizer)?.utf8.elementsEqual(expected.utf8) == true)
  }

  @Test("normalizing twice is normalizing once, and no bytes make it trap", arguments: Normalizer.allCases)
  func idempotent(normalizer: Normalizer) {
    var generator = SeededGenerator(seed: 0xD0_0D + UInt64(normalizer.rawValue))
    let alphabet = Array("0123456789-:TtZz+. \t\u{a0}\u{3000}aAßİΣŉe\u{301}\u{323}\u{212b}".utf8)
    var (once, twice): ([UInt8], [UInt8]) = ([], [])
    for _ in 0..<50_000 {
      let bytes = Self.sample(of: alphabet, using: &generator)
      guard normalizer.apply(bytes.span, into: &once) == .changed else {
        #expect(once.isEmpty)
        continue
      }
      #expect(once != bytes)
      #expect(normalizer.apply(once.span, into: &twice) == .unchanged, "\(once)")
    }
  }

  /// Bytes of the alphabet, or a date-time with up to two of them put in.
  private static func sample(of alphabet: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    if Bool.random(using: &generator) {
      let length = Int.random(in: 0...30, using: &generator)
      return (0..<length).compactMap { _ in alphabet.randomElement(using: &generator) }
    }
    var bytes = Array("2022-12-31t23:59:00.5-01:30".utf8)
    for _ in 0..<2 {
      bytes[Int.random(in: bytes.indices, using: &generator)] = alphabet.randomElement(using: &generator) ?? 0
    }
    return bytes
  }

  @Test("a long text is normalized in linear time", arguments: Normalizer.allCases)
  func linear(normalizer: Normalizer) {
    for unit in [" ", "a ", "A", "\u{3000}", "ß", "a  ", "0", "\u{301}\u{323}", "e\u{301}", "\u{1100}\u{1161}"] {
      _ = normalize(String(repeating: unit, count: 1 << 16), normalizer)
      _ = normalize("2022-01-01t00:00:00." + String(repeating: unit, count: 1 << 16) + "+01:00", normalizer)
    }
  }
}
