import Testing

@testable import Rules

@Suite struct UTF8RangesTests {
  private static let edges: [UInt32] = [
    0, 0x41, 0x7F, 0x80, 0xBF, 0xC0, 0x7FF, 0x800, 0xFFF, 0x1000, 0x2028, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFFFF,
    0x10000, 0x1F432, 0x3FFFF, 0x40000, 0xFFFFF, 0x100000, 0x10FFFF,
  ]

  @Test(arguments: edges)
  func holdExactlyTheCodePointsOfARange(_ first: UInt32) {
    for last in Self.edges where last >= first {
      let sequences = UTF8Ranges(CodePointSet([first...last])).sequences
      for scalar in Self.samples {
        let count = sequences.count { Self.holds($0, scalar) }
        #expect(count == ((first...last).contains(scalar.value) ? 1 : 0), "\(first)...\(last) and \(scalar.value)")
      }
    }
  }

  @Test func allOfUnicodeIsAFewSequences() {
    #expect(UTF8Ranges(CodePointSet([0...CodePointSet.last])).sequences.count == 9)
    #expect(UTF8Ranges(CodePointSet([0xD800...0xDFFF])).sequences.isEmpty)
  }

  private static let samples = Set(edges.flatMap { [$0 &- 1, $0, $0 + 1] }).compactMap(Unicode.Scalar.init)

  private static func holds(_ sequence: [ClosedRange<UInt8>], _ scalar: Unicode.Scalar) -> Bool {
    let bytes = Array(String(scalar).utf8)
    return bytes.count == sequence.count && zip(sequence, bytes).allSatisfy { $0.contains($1) }
  }
}
