/// Runs automata on bytes. Linear in the subject, no allocation, reads nothing behind `count`.
enum AutomatonMatcher {
  /// - Complexity: O(count); ends soon behind the byte that decides.
  @inline(__always)
  static func matches(
    _ classes: UnsafePointer<UInt8>, _ transitions: UnsafePointer<UInt16>, _ ends: AutomatonEnds,
    _ text: UnsafePointer<UInt8>, count: Int
  ) -> Bool {
    var state = Int(ends.start)
    var index = 0
    if ends.awaited < AutomatonEnds.anyByte {
      index = firstIndex(of: UInt8(truncatingIfNeeded: ends.awaited), text, count)
    }
    // SAFETY: index < count. `classes` has an entry for every byte, every row one for every class, and `transitions` holds
    // nothing but the offsets of rows.
    while count &- index >= 4 {
      for byte in index..<index &+ 4 { state = Int(transitions[state &+ Int(classes[Int(text[byte])])]) }
      index &+= 4
      if state == Int(ByteAutomaton.rejected) || state == Int(ends.matched) { return state == Int(ends.matched) }
    }
    while index < count {
      state = Int(transitions[state &+ Int(classes[Int(text[index])])])
      index &+= 1
    }
    return state >= Int(ends.accepting)
  }

  /// The offset of the first `byte`, or `count`. Eight bytes at a time, as PCRE2 would look for a literal.
  @inline(never)
  private static func firstIndex(of byte: UInt8, _ text: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    while count - index >= 8 {
      // SAFETY: eight bytes are left.
      let word = UInt64(littleEndian: UnsafeRawPointer(text + index).loadUnaligned(as: UInt64.self))
      let difference = word ^ ones &* UInt64(byte)
      // The lowest of these bits belongs to the first byte that is zero, hence equal.
      let equal = (difference &- ones) & ~difference & (ones << 7)
      if equal != 0 { return index + equal.trailingZeroBitCount / 8 }
      index += 8
    }
    // SAFETY: index < count.
    while index < count, text[index] != byte { index += 1 }
    return index
  }
}

extension ByteAutomaton {
  /// The same verdict as PCRE2 gives on the pattern; `text` is valid UTF-8.
  func matches(_ text: UnsafePointer<UInt8>, count: Int) -> Bool {
    classes.withUnsafeBufferPointer { classes in
      transitions.withUnsafeBufferPointer { transitions in
        // SAFETY: neither table is empty, and both are used inside the closures only.
        guard let classes = classes.baseAddress, let transitions = transitions.baseAddress else { return false }
        return AutomatonMatcher.matches(classes, transitions, ends, text, count: count)
      }
    }
  }
}
