/// Ranges of code points as byte sequences: each byte of a sequence may take any value of its range.
///
/// A range is cut where the encoded length changes, and then until every byte but one is either a single value or
/// all of `80...BF`. The sequences are exact on valid UTF-8, which is the only text that patterns see.
struct UTF8Ranges {
  private(set) var sequences: [[ClosedRange<UInt8>]] = []

  init(_ set: CodePointSet) {
    for range in set.scalars.ranges { cut(range.lowerBound, range.upperBound) }
  }

  private mutating func cut(_ first: UInt32, _ last: UInt32) {
    for end in [0x7F, 0x7FF, 0xFFFF] as [UInt32] where first <= end && end < last {
      return halve(first, end + 1, last)
    }
    for bits in [6, 12, 18] as [UInt32] where first > 0x7F {
      let mask = (1 << bits) as UInt32 - 1
      guard first & ~mask != last & ~mask else { continue }
      if first & mask != 0 { return halve(first, (first | mask) + 1, last) }
      if last & mask != mask { return halve(first, last & ~mask, last) }
    }
    append(first, last)
  }

  private mutating func halve(_ first: UInt32, _ middle: UInt32, _ last: UInt32) {
    cut(first, middle - 1)
    cut(middle, last)
  }

  private mutating func append(_ first: UInt32, _ last: UInt32) {
    if last <= 0x7F { return sequences.append([UInt8(first)...UInt8(last)]) }
    var ranges = zip(Self.encoded(first), Self.encoded(last)).map { $0...$1 }
    if ranges.count > 2, Self.isWhole(ranges[0], ranges[1]) { ranges[1] = 0x80...0xBF }
    sequences.append(ranges)
  }

  private static func encoded(_ codePoint: UInt32) -> [UInt8] {
    Unicode.Scalar(codePoint).map { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) } ?? []
  }

  /// The second byte may be all that can follow the first in valid UTF-8 (RFC 3629, 4). Naming the bytes that cannot
  /// follow does no harm then, and saves states.
  private static func isWhole(_ first: ClosedRange<UInt8>, _ second: ClosedRange<UInt8>) -> Bool {
    switch first {
    case 0xE0...0xE0: second == 0xA0...0xBF
    case 0xED...0xED: second == 0x80...0x9F
    case 0xF0...0xF0: second == 0x90...0xBF
    case 0xF4...0xF4: second == 0x80...0x8F
    default: false
    }
  }
}
