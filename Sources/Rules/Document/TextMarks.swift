import CByteScan

/// Two bits for each byte of a text, found while it is copied: where strings may end, and what is not plain text. The end
/// of a string is then a few operations on a word away, wherever in the text it starts.
///
/// SAFETY: the marks belong to a text and the words to its ``MarkBuffer``; both outlive every copy. Positions lie inside
/// the text.
struct TextMarks {
  typealias Position = UnsafeMutablePointer<UInt8>

  private let text: UnsafePointer<UInt8>
  private let stops: UnsafePointer<UInt64>
  private let low: UnsafePointer<UInt64>

  fileprivate init(text: UnsafePointer<UInt8>, stops: UnsafePointer<UInt64>, low: UnsafePointer<UInt64>) {
    self.text = text
    self.stops = stops
    self.low = low
  }

  /// How many bytes from a position on ``stops(from:)`` looks at, at least.
  static let reach = 57

  /// One bit for each of the next bytes that is a quote or a backslash, or lies behind the text.
  @inline(__always)
  func stops(from position: Position) -> UInt64 { Self.bits(stops, from: UnsafePointer(position) - text) }

  /// The first quote or backslash from a position on; the text's end where there is none.
  @inline(__always)
  func stop(from position: Position) -> Position {
    let stops = stops(from: position)
    return stops != 0 ? position + stops.trailingZeroBitCount : Self.farStop(self.stops, position, text)
  }

  /// Whether there is neither a control character nor one beyond ASCII. O(count).
  @inline(__always)
  func isPlain(_ start: Position, count: Int) -> Bool {
    let bits = Self.bits(low, from: UnsafePointer(start) - text)
    let looked = UInt64(truncatingIfNeeded: min(count, Self.reach))
    return bits & ((1 &<< looked) &- 1) == 0
      && (count <= Self.reach || Self.isPlainFar(low, UnsafePointer(start) - text, count))
  }

  /// SAFETY: a word follows the last one, for who starts inside that.
  @inline(__always)
  private static func bits(_ words: UnsafePointer<UInt64>, from offset: Int) -> UInt64 {
    UInt64(littleEndian: (UnsafeRawPointer(words) + offset &>> 3).loadUnaligned(as: UInt64.self))
      &>> UInt64(truncatingIfNeeded: offset & 7)
  }

  /// SAFETY: there is a stop behind the text.
  @inline(never)
  private static func farStop(
    _ words: UnsafePointer<UInt64>, _ position: Position, _ text: UnsafePointer<UInt8>
  ) -> Position {
    let offset = UnsafePointer(position) - text
    var word = offset &>> 6 &+ 1
    while words[word] == 0 { word &+= 1 }
    return position + (word &<< 6 &- offset &+ words[word].trailingZeroBitCount)
  }

  @inline(never)
  private static func isPlainFar(_ words: UnsafePointer<UInt64>, _ start: Int, _ count: Int) -> Bool {
    var offset = start &+ reach
    let end = start &+ count
    while end &- offset > reach {
      if bits(words, from: offset) & ((1 &<< UInt64(reach)) &- 1) != 0 { return false }
      offset &+= reach
    }
    return bits(words, from: offset) & ((1 &<< UInt64(truncatingIfNeeded: end &- offset)) &- 1) == 0
  }
}

/// The words of a text's marks.
struct MarkBuffer: ~Copyable {
  private var words: UnsafeMutablePointer<UInt64>
  /// Bytes of text for which there is room.
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    words = .allocate(capacity: 2 * Self.words(capacity))
    words.initialize(repeating: 0, count: 2 * Self.words(capacity))
  }

  deinit { words.deallocate() }

  /// One for each 64 bytes and what is left of them, and one to be read by who starts inside the last.
  private static func words(_ capacity: Int) -> Int { capacity / 64 + 2 }

  /// Copies a text to where `text` points, with 64 zeros behind it, and marks the copy. O(count).
  ///
  /// SAFETY: `source` has `count` bytes, `text` 64 more; they do not overlap.
  mutating func copy(_ source: UnsafeRawPointer, count: Int, to text: UnsafeMutablePointer<UInt8>) -> TextMarks {
    if count > capacity {
      let larger = max(count, capacity * 2)
      words.deallocate()
      words = .allocate(capacity: 2 * Self.words(larger))
      words.initialize(repeating: 0, count: 2 * Self.words(larger))
      capacity = larger
    }
    let low = words + Self.words(capacity)
    Self.mark(text, source.assumingMemoryBound(to: UInt8.self), UInt64(count), words, low)
    return TextMarks(text: text, stops: words, low: low)
  }

  @inline(__always)
  private static func mark(
    _ text: UnsafeMutablePointer<UInt8>, _ source: UnsafePointer<UInt8>, _ count: UInt64,
    _ stops: UnsafeMutablePointer<UInt64>, _ low: UnsafeMutablePointer<UInt64>
  ) {
    #if ASSAY_PORTABLE_SCAN
      assay_portable_mark_text(text, source, count, stops, low)
    #else
      #if arch(x86_64)
        if assay_has_avx2() != 0 { return assay_avx2_mark_text(text, source, count, stops, low) }
      #endif
      assay_scan_mark_text(text, source, count, stops, low)
    #endif
  }
}
