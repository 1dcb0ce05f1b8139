import CByteScan
import Testing

@testable import Rules

@Suite("Scanner")
struct ScannerTests {
  private func reason(_ text: String) -> Malformed? {
    do throws(DocumentError) {
      _ = try Document(text: text)
      return nil
    } catch {
      if case .malformed(let malformed) = error { return malformed }
      return nil
    }
  }

  @Test(
    "malformed text is refused with what is wrong and where",
    arguments: [
      ("", .empty, 0), ("  \n", .empty, 0), ("{", .unexpectedEnd, 1), ("[1,", .unexpectedEnd, 3),
      ("[1,]", .trailingComma, 3), ("{\"a\":1,}", .trailingComma, 7), ("{'a':1}", .singleQuote, 1),
      ("[1 2]", .expectedCommaOrBracket, 3), ("{\"a\" 1}", .expectedColon, 5), ("{a:1}", .expectedKey, 1),
      ("{\"a\":1 \"b\":2}", .expectedCommaOrBrace, 7), ("[1]x", .textAfterValue, 3), ("01", .leadingZero, 0),
      ("-", .unexpectedEnd, 1), ("1.", .unexpectedEnd, 2), ("[1.]", .expectedDigit, 3), ("1e", .unexpectedEnd, 2),
      ("[+1]", .expectedValue, 1), ("[NaN]", .unknownLiteral, 1), ("[True]", .unknownLiteral, 1),
      ("[1] // no", .comment, 4), ("/* no */ 1", .comment, 0), ("\"a", .unterminatedString, 0),
      ("\"a\nb\"", .controlCharacter, 2), ("\"\\x\"", .unknownEscape, 1), ("\"\\u12G4\"", .unicodeEscape, 1),
      ("\"\\uD83D\"", .loneSurrogate, 1), ("\"\\uDE00\"", .loneSurrogate, 1),
      ("\"\\uD83Dx\"", .loneSurrogate, 1), ("\u{FEFF}1", .byteOrderMark, 0), ("[1}", .expectedCommaOrBracket, 2),
      ("nul", .unknownLiteral, 0), ("1\u{0}", .textAfterValue, 1),
    ] as [(String, Malformed.Reason, Int)])
  func refusals(_ text: String, _ expected: Malformed.Reason, _ offset: Int) {
    #expect(reason(text) == Malformed(reason: expected, offset: offset))
  }

  @Test(
    "bytes that are not UTF-8 are refused where they stand",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x82], [0xC3],
    ] as [[UInt8]])
  func notUTF8(_ sequence: [UInt8]) {
    for prefix in 0..<20 {
      let text = [0x22] + [UInt8](repeating: 0x61, count: prefix) + sequence + [0x22]
      #expect(throws: DocumentError.malformed(Malformed(reason: .notUTF8, offset: prefix + 1))) {
        _ = try Document(bytes: text)
      }
    }
  }

  @Test("every code point is read, written plainly and escaped")
  func everyCodePoint() throws {
    for value in stride(from: UInt32(0x20), through: 0x10FFFF, by: 1) {
      guard let scalar = Unicode.Scalar(value), scalar != "\"", scalar != "\\" else { continue }
      guard value < 0x3000 || value % 257 == 0 else { continue }
      let escaped = String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
      let document = try Document(text: "[\"\(scalar)\",\"\(escaped)\"]")
      #expect(document.string(at: 1) == String(scalar))
      #expect(document.bytes(at: 1) == document.bytes(at: 2))
      #expect(document.node(1).auxiliary == 1 && document.node(2).auxiliary == 1)
    }
  }

  @Test("strings of every length around the 16-byte steps end where they end")
  func stringLengths() throws {
    for length in 0..<70 {
      for special in ["", "é", "\\n", "\\u0000", "🎥"] {
        let text = String(repeating: "a", count: length) + special + String(repeating: "b", count: 70 - length)
        let document = try Document(text: "[\"\(text)\",1]")
        #expect(document.node(1).auxiliary == 70 + (special.isEmpty ? 0 : 1))
        #expect(document.span(of: 1) == ByteSpan(offset: 1, length: text.utf8.count + 2))
        #expect(document.numberText(at: 2) == "1")
      }
    }
  }

  @Test("white space of every length is skipped")
  func whiteSpace() throws {
    for count in 0..<40 {
      let space = String(String(repeating: " \t\r\n", count: 10).unicodeScalars.prefix(count))
      let text = "\(space){\(space)\"a\"\(space):\(space)[\(space)1\(space),\(space)2\(space)]\(space)}\(space)"
      let document = try Document(text: text)
      #expect(document.json(at: Document.root) == "{\"a\":[1,2]}")
    }
  }

  @Test("the masks of this machine say what the portable ones say")
  func masks() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let alphabet: [UInt8] = [0x20, 0x22, 0x5C, 0x0A, 0x09, 0x0D, 0x1F, 0x7F, 0x80, 0xFF, 0x61, 0x21, 0x23]
      let bytes = (0..<16).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        #expect(assay_scan_special16(base) == assay_portable_special16(base))
        #expect(assay_scan_stops16(base) == assay_portable_stops16(base))
        #expect(assay_scan_non_space16(base) == assay_portable_non_space16(base))
        let lows = SIMD64<UInt8>.random(in: 0...255, using: &generator)
        // Half of the ranges are single bytes.
        var widths = SIMD64<UInt8>.zero
        for lane in 0..<64 where Bool.random(using: &generator) {
          widths[lane] = UInt8.random(in: 0...(255 - lows[lane]), using: &generator)
        }
        [lows, widths].withUnsafeBytes { ranges in
          guard let first = ranges.baseAddress else { return }
          let expected = (0..<16).reduce(into: UInt32(0)) { mask, byte in
            let isInside = (0..<4).contains { range in
              let lane = range * 16 + byte
              return bytes[byte] >= lows[lane] && bytes[byte] - lows[lane] <= widths[lane]
            }
            mask |= isInside ? 1 << UInt32(byte) : 0
          }
          #expect(assay_scan_ranges16(base, first) == expected)
          #expect(assay_portable_ranges16(base, first) == expected)
        }
      }
    }
  }

  @Test("nesting beyond the limit is read to its end, so that malformed text is refused as that")
  func depth() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(reason(deep) == Malformed(reason: .unexpectedEnd, offset: 100_000))
    let whole = deep + String(repeating: "]", count: 100_000)
    #expect(throws: DocumentError.tooDeep(offset: 512, limit: 512)) {
      _ = try Document(text: whole)
    }
  }
}
