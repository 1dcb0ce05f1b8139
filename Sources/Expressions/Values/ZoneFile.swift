/// A TZif file (RFC 9636): when a zone's offset changes, and the rule for what comes after the last change.
struct ZoneFile {
  private let bytes: [UInt8]
  private let block: Block
  private let footer: ZoneRule?

  /// Where the parts of the 64-bit block are.
  private struct Block {
    let times: Int
    let timeCount: Int
    let indexes: Int
    let types: Int
    let typeCount: Int
    let end: Int
  }

  /// Nil for bytes that are no TZif of version 2 or later.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 44, Array(bytes[..<4]) == Array("TZif".utf8), bytes[4] >= UInt8(ascii: "2") else { return nil }
    self.bytes = bytes
    guard let first = Self.block(bytes, 0, width: 4), let second = Self.block(bytes, first.end, width: 8) else {
      return nil
    }
    block = second
    footer = ZoneRule(bytes[min(second.end, bytes.count)...])
  }

  private static func block(_ bytes: [UInt8], _ start: Int, width: Int) -> Block? {
    guard start + 44 <= bytes.count else { return nil }
    let counts = (0..<6).map { Int(integer(bytes, start + 20 + 4 * $0, 4)) }
    guard counts.allSatisfy({ $0 >= 0 && $0 <= 1 << 20 }), counts[4] > 0 else { return nil }
    let (utc, standard, leaps, times, types, names) = (counts[0], counts[1], counts[2], counts[3], counts[4], counts[5])
    let indexes = start + 44 + times * width
    let typeStart = indexes + times
    let end = typeStart + types * 6 + names + leaps * (width + 4) + standard + utc
    guard end <= bytes.count else { return nil }
    return Block(times: start + 44, timeCount: times, indexes: indexes, types: typeStart, typeCount: types, end: end)
  }

  /// Big-endian and signed.
  private static func integer(_ bytes: [UInt8], _ start: Int, _ width: Int) -> Int64 {
    let value = bytes[start..<(start + width)].reduce(Int64(0)) { $0 << 8 | Int64($1) }
    return width == 4 ? Int64(Int32(truncatingIfNeeded: value)) : value
  }

  /// Seconds east of UTC.
  func offset(at seconds: Int64) -> Int64? {
    var (low, high) = (0, block.timeCount)
    while low < high {
      let middle = (low + high) / 2
      if Self.integer(bytes, block.times + 8 * middle, 8) <= seconds { low = middle + 1 } else { high = middle }
    }
    if low == block.timeCount, let footer { return footer.offset(at: seconds) }
    // Before the first change, the first type counts.
    let type = low == 0 ? 0 : Int(bytes[block.indexes + low - 1])
    guard type < block.typeCount else { return nil }
    return Self.integer(bytes, block.types + 6 * type, 4)
  }
}
