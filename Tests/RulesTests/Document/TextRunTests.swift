import CByteScan
import Testing

@testable import Rules

@Suite("Runs of text inside strings")
struct TextRunTests {
  /// Bytes on both sides of every limit of RFC 3629, and what ends a run.
  private static let bytes: [UInt8] = [
    0x22, 0x5C, 0x00, 0x1F, 0x20, 0x61, 0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0,
    0xE1,
    0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]
  private static let characters: [String] = ["a", "é", "߿", "ࠀ", "퟿", "\u{E000}", "€", "𐀀", "🎥", "\u{10FFFF}"]

  /// What Swift's own decoder says of the text before the first quote, backslash or control character.
  private func expected(_ text: [UInt8]) -> (length: Int, codePoints: Int)? {
    let run = text.prefix { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    guard let string = String(validating: run, as: UTF8.self) else { return nil }
    return (run.count, string.unicodeScalars.count)
  }

  private func check(_ text: [UInt8]) {
    var padded = text + [UInt8](repeating: 0, count: TextBuffer.padding)
    let expected = expected(text)
    padded.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for run in [try? TextRun(from: base), try? TextRun(bytewise: base)] {
        #expect(run.map { $0.end - base } == expected?.length, "\(text)")
        #expect(run?.codePoints == expected?.codePoints, "\(text)")
      }
      if text.contains(0x22) || text.contains(0x5C) { return }
      let whole = expected?.length == text.count ? expected?.codePoints : nil
      #expect(TextRun.codePoints(base, count: text.count) == whole, "\(text)")
      #expect(TextRun.codePoints(bytewise: base, count: text.count) == whole, "\(text)")
    }
  }

  @Test("are measured by steps as byte by byte, valid or not", arguments: 0..<20)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 0...90, using: &generator) {
        text += Array((Self.characters.randomElement(using: &generator) ?? "").utf8)
      }
      check(text)
      text.insert(
        Self.bytes.randomElement(using: &generator) ?? 0, at: Int.random(in: 0...text.count, using: &generator))
      check(text)
      check(Array(text.dropLast()))
    }
  }

  @Test("with any two bytes at the border of two steps, and a third behind them", arguments: 28...33)
  func borders(offset: Int) {
    for first in Self.bytes {
      for second in Self.bytes {
        for rest: [UInt8] in [[], [0x80], [0x80, 0xBF], [0x80, 0x80, 0x80, 0x80], [0x61]] {
          check([UInt8](repeating: 0x61, count: offset) + [first, second] + rest)
        }
      }
    }
  }

  @Test("with every character of two bytes and more", arguments: [0, 30])
  func everyCharacter(offset: Int) {
    for value in stride(from: UInt32(0x80), through: 0x10FFFF, by: 61) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      check([UInt8](repeating: 0x61, count: offset) + Array(String(scalar).utf8))
    }
  }
}
