import CByteScan
import Testing

@testable import Rules

@Suite("Marks of a text")
struct TextMarksTests {
  private static let alphabet: [UInt8] =
    Array("aaaaaaaaaaaaaaaabcdefgh,:{} ".utf8) + [0x22, 0x5C, 0x0A, 0xC3, 0x7F, 0x80]

  /// Texts whose stops lie near to one another, and others where they are many words apart.
  private static func texts() -> [[UInt8]] {
    var generator = SeededGenerator(seed: 11)
    return (0..<400).map { number in
      let letters = number.isMultiple(of: 2) ? alphabet : Array(alphabet.prefix(24))
      return (0..<Int.random(in: 0...300, using: &generator)).map { _ in
        Int.random(in: 0..<90, using: &generator) == 0 ? 0x22 : letters.randomElement(using: &generator) ?? 0
      }
    }
  }

  private static func isStop(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x5C }
  private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x80 }

  @Test("the copy is the text, followed by zeros")
  func copies() {
    var buffer = TextBuffer(capacity: 16)
    for text in Self.texts() {
      _ = buffer.assignMarked(text.span.bytes)
      let copy = UnsafeBufferPointer(start: buffer.bytes, count: text.count + TextBuffer.padding)
      #expect(Array(copy) == text + [UInt8](repeating: 0, count: TextBuffer.padding))
    }
  }

  @Test("from every byte on, the next quote or backslash is found, or the text's end")
  func stops() {
    var buffer = TextBuffer(capacity: 16)
    for text in Self.texts() {
      let marks = buffer.assignMarked(text.span.bytes)
      for start in 0..<text.count {
        let expected = text[start...].firstIndex(where: Self.isStop) ?? text.count
        #expect(marks.stop(from: buffer.bytes + start) - buffer.bytes == expected)
        let reach = min(TextMarks.reach, text.count - start)
        let bits = marks.stops(from: buffer.bytes + start)
        #expect((0..<reach).allSatisfy { (bits >> UInt64($0) & 1 == 1) == Self.isStop(text[start + $0]) })
      }
    }
  }

  @Test("of every part it is known whether it is plain")
  func plain() {
    var buffer = TextBuffer(capacity: 16)
    for text in Self.texts().prefix(150) {
      let marks = buffer.assignMarked(text.span.bytes)
      for start in 0..<text.count {
        let firstOther = text[start...].firstIndex { !Self.isPlain($0) } ?? text.count
        for end in stride(from: start, through: text.count, by: 7) {
          #expect(marks.isPlain(buffer.bytes + start, count: end - start) == (end <= firstOther))
        }
      }
    }
  }

  @Test("this machine's instructions mark what the portable code marks")
  func machines() {
    for text in Self.texts() {
      let portable = Marked(text, assay_portable_mark_text)
      #expect(Marked(text, assay_scan_mark_text) == portable)
      #if arch(x86_64)
        if assay_has_avx2() != 0 { #expect(Marked(text, assay_avx2_mark_text) == portable) }
      #endif
    }
  }

  private struct Marked: Equatable {
    var copy: [UInt8]
    var stops: [UInt64]
    var low: [UInt64]

    typealias Function = (
      UnsafeMutablePointer<UInt8>?, UnsafePointer<UInt8>?, UInt64, UnsafeMutablePointer<UInt64>?,
      UnsafeMutablePointer<UInt64>?
    ) -> Void

    init(_ text: [UInt8], _ mark: Function) {
      copy = [UInt8](repeating: 1, count: text.count + 64)
      stops = [UInt64](repeating: 0, count: text.count / 64 + 1)
      low = stops
      mark(&copy, text, UInt64(text.count), &stops, &low)
    }
  }
}
