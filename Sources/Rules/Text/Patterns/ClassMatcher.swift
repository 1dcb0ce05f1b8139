/// Runs class programs on bytes. Linear in the subject, no allocation; reads nothing behind `count`, but where the
/// text is said to be padded.
enum ClassMatcher {
  /// - Complexity: O(count); a search without `^` compares at most 16 bytes at each offset.
  @inline(__always)
  static func matches(
    _ steps: UnsafeBufferPointer<ClassStep>, isAnchoredAtStart: Bool, isAnchoredAtEnd: Bool,
    _ text: UnsafePointer<UInt8>, count: Int
  ) -> Bool {
    if isAnchoredAtStart {
      let end = run(steps, text, from: 0, count: count)
      return isAnchoredAtEnd ? end == count : end >= 0
    }
    let last = count - steps.count
    guard last >= 0, let first = steps.baseAddress else { return last >= 0 }
    return search(first, steps.count, text, from: isAnchoredAtEnd ? last : 0, through: last)
  }

  /// One byte a step, at the offsets from `start` to `last`; `last + length` is at most the length of the text.
  @inline(__always)
  private static func search(
    _ steps: UnsafePointer<ClassStep>, _ length: Int, _ text: UnsafePointer<UInt8>, from start: Int, through last: Int
  ) -> Bool {
    var offset = start
    while offset <= last {
      var index = 0
      // SAFETY: index < length, so both the step and offset + index < last + length <= count are in bounds.
      while index < length, contains(steps + index, text[offset + index]) { index += 1 }
      if index == length { return true }
      offset += 1
    }
    return false
  }

  /// The offset behind the last step, or -1.
  @inline(__always)
  private static func run(
    _ steps: UnsafeBufferPointer<ClassStep>, _ text: UnsafePointer<UInt8>, from start: Int, count: Int
  ) -> Int {
    var position = start
    guard let first = steps.baseAddress else { return position }
    for index in 0..<steps.count {
      // SAFETY: index < steps.count, and the buffer is initialised by contract.
      let step = first + index
      if step.pointee.minimum == step.pointee.maximum {
        let length = Int(step.pointee.minimum)
        guard count - position >= length, holds(step, text + position, length) else { return -1 }
        position += length
        continue
      }
      let limit = position + min(count - position, Int(step.pointee.maximum))
      let end = take(step, text, from: position, to: limit)
      if end - position < Int(step.pointee.minimum) { return -1 }
      position = end
    }
    return position
  }

  /// Whether the next `length` bytes are all in the step's set, without a branch for each.
  @inline(__always)
  private static func holds(_ step: UnsafePointer<ClassStep>, _ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    var all: UInt64 = 1
    // SAFETY: the caller has `length` bytes left.
    for index in 0..<length { all &= word(step, text[index]) &>> UInt64(text[index] & 63) }
    return all & 1 == 1
  }

  /// The end of the longest run of the step's bytes from `start`, at most `limit`.
  @inline(__always)
  private static func take(
    _ step: UnsafePointer<ClassStep>, _ text: UnsafePointer<UInt8>, from start: Int, to limit: Int
  ) -> Int {
    var position = start
    // SAFETY: every offset read is below `limit`, and the caller keeps `limit` at or below `count`.
    while limit - position >= 4 {
      let low = contains(step, text[position]) && contains(step, text[position + 1])
      guard low, contains(step, text[position + 2]), contains(step, text[position + 3]) else { break }
      position += 4
    }
    while position < limit, contains(step, text[position]) { position += 1 }
    return position
  }

  @inline(__always)
  private static func contains(_ step: UnsafePointer<ClassStep>, _ byte: UInt8) -> Bool {
    word(step, byte) &>> UInt64(byte & 63) & 1 == 1
  }

  @inline(__always)
  private static func word(_ step: UnsafePointer<ClassStep>, _ byte: UInt8) -> UInt64 {
    // SAFETY: `bytes` is the first field of a step, four words; byte >> 6 is at most 3.
    UnsafeRawPointer(step).load(fromByteOffset: Int(byte >> 6) &<< 3, as: UInt64.self)
  }
}

// Sixteen bytes at a time.
extension ClassMatcher {
  /// The same verdict on a program that is anchored at its start, for text with padding behind it.
  ///
  /// SAFETY: up to 16 bytes behind `count` are read, whatever they hold; a document's text has them
  /// (``TextBuffer/padding``). The lanes lie at an address that is a multiple of 16.
  @inline(__always)
  static func matches(
    padded text: UnsafePointer<UInt8>, count: Int, _ lanes: UnsafeBufferPointer<ClassLanes>, isAnchoredAtEnd: Bool
  ) -> Bool {
    var position = 0
    guard var lane = lanes.baseAddress else { return !isAnchoredAtEnd || count == 0 }
    // SAFETY: the buffer has `count` lanes, and `take` never takes more than is left of the text.
    let end = lane + lanes.count
    while lane < end {
      let limit = min(count &- position, Int(lane.pointee.maximum))
      let taken = take(lane, text + position, limit)
      if taken < Int(lane.pointee.minimum) { return false }
      position &+= taken
      lane += lane.pointee.isContinued ? 2 : 1
    }
    return !isAnchoredAtEnd || position == count
  }

  /// Whether the next `count` bytes, 16 at most, lie in the lanes' ranges.
  ///
  /// SAFETY: as above.
  @inline(__always)
  static func contains(_ lane: UnsafePointer<ClassLanes>, padded text: UnsafePointer<UInt8>, count: UInt32) -> Bool {
    let misses = ~ByteScan.ranges16(text, lane)
    return misses & ((1 &<< count) &- 1) == 0
  }

  /// How many of the next `limit` bytes lie in the lanes' ranges, up to the first that does not.
  @inline(__always)
  private static func take(_ lane: UnsafePointer<ClassLanes>, _ text: UnsafePointer<UInt8>, _ limit: Int) -> Int {
    var taken = 0
    while true {
      // SAFETY: at first 16 bytes from an offset of at most `count`, then only while bytes are left.
      // The complement has ones above the 16, so that it is never zero.
      var inside = ByteScan.ranges16(text + taken, lane)
      if lane.pointee.isContinued { inside |= ByteScan.ranges16(text + taken, lane + 1) }
      let run = (~inside).trailingZeroBitCount
      taken &+= run
      if run < 16 || taken >= limit { return min(taken, limit) }
    }
  }
}

extension ClassProgram {
  /// The same verdict as PCRE2 gives on the pattern; `text` is valid UTF-8.
  func matches(_ text: UnsafePointer<UInt8>, count: Int) -> Bool {
    // SAFETY: the buffer of steps is used inside the closure only.
    steps.withUnsafeBufferPointer {
      ClassMatcher.matches(
        $0, isAnchoredAtStart: isAnchoredAtStart, isAnchoredAtEnd: isAnchoredAtEnd, text, count: count)
    }
  }
}
