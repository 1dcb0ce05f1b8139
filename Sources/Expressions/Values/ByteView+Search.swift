extension ByteView {
  static func == (left: ByteView, right: ByteView) -> Bool { left.count == right.count && left.isPrefix(of: right) }

  /// -1, 0 or 1, by bytes: for UTF-8 that is by code points.
  func order(_ other: ByteView) -> Int {
    for index in 0..<min(count, other.count) where self[index] != other[index] {
      return self[index] < other[index] ? -1 : 1
    }
    return (count - other.count).signum()
  }

  func hasPrefix(_ other: ByteView) -> Bool { count >= other.count && other.isPrefix(of: self) }

  func hasSuffix(_ other: ByteView) -> Bool { count >= other.count && slice(count - other.count, count) == other }

  /// Where another text starts first, from an offset on; nil where it does not.
  ///
  /// - Complexity: O(length + length of the other), by Knuth, Morris and Pratt.
  func offset(of other: ByteView, from start: Int) -> Int? {
    guard !other.isEmpty else { return start <= count ? start : nil }
    if other.count == 1 { return offset(of: other[0], from: start) }
    return other.withFailureTable { table in
      var matched = 0
      for index in stride(from: start, to: count, by: 1) {
        while matched > 0, self[index] != other[matched] { matched = Int(table[matched - 1]) }
        if self[index] == other[matched] { matched += 1 }
        if matched == other.count { return index + 1 - matched }
      }
      return nil
    }
  }

  /// Where another text starts last, not behind an offset.
  ///
  /// - Complexity: O(length + length of the other).
  func lastOffset(of other: ByteView, upTo last: Int) -> Int? {
    guard !other.isEmpty else { return min(last, count) }
    return other.withFailureTable { table in
      var found: Int?
      var matched = 0
      for index in 0..<min(count, last + other.count) {
        while matched > 0, self[index] != other[matched] { matched = Int(table[matched - 1]) }
        if self[index] == other[matched] { matched += 1 }
        if matched == other.count {
          found = index + 1 - matched
          matched = Int(table[matched - 1])
        }
      }
      return found
    }
  }

  private func offset(of byte: UInt8, from start: Int) -> Int? {
    for index in stride(from: start, to: count, by: 1) where self[index] == byte { return index }
    return nil
  }

  /// Hands out how much of the text still matches after a mismatch, for each place. Short texts need no heap.
  // SAFETY: the table has a place for each byte, is filled before it is handed out, and does not leave the function.
  func withFailureTable<Result>(_ body: (UnsafeMutableBufferPointer<UInt32>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(count, 1)) { table in
      table.initialize(repeating: 0)
      var length = 0
      for index in stride(from: 1, to: count, by: 1) {
        while length > 0, self[index] != self[length] { length = Int(table[length - 1]) }
        if self[index] == self[length] { length += 1 }
        table[index] = UInt32(truncatingIfNeeded: length)
      }
      return body(table)
    }
  }

  /// The byte offset of a code point by its number; nil beyond the end, the count itself gives the end.
  func offset(ofScalar number: Int) -> Int? {
    var seen = 0
    for index in 0..<count where self[index] & 0xC0 != 0x80 {
      if seen == number { return index }
      seen += 1
    }
    return seen == number ? count : nil
  }

  /// The code point that starts at an offset, and its length in bytes.
  func scalar(at index: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(self[index])
    switch first {
    case 0..<0x80: return (first, 1)
    case 0..<0xE0: return ((first & 0x1F) << 6 | part(index + 1), 2)
    case 0..<0xF0: return ((first & 0x0F) << 12 | part(index + 1) << 6 | part(index + 2), 3)
    default: return ((first & 0x07) << 18 | part(index + 1) << 12 | part(index + 2) << 6 | part(index + 3), 4)
    }
  }

  private func part(_ index: Int) -> UInt32 { UInt32(self[index] & 0x3F) }
}
