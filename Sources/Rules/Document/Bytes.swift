#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Comparison of byte ranges by pointer.
enum Bytes {
  /// SAFETY: both pointers have `count` readable bytes.
  @inline(__always)
  static func equal(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int) -> Bool {
    memcmp(left, right, count) == 0
  }

  /// Where lines start: at 0, and behind each line feed. O(bytes).
  static func lineStarts(_ source: [UInt8]) -> [Int] {
    source.withUnsafeBytes { bytes in
      var starts = [0]
      // SAFETY: the search stays inside the bytes from the last line's start on.
      while let base = bytes.baseAddress, let last = starts.last, last < bytes.count,
        let end = memchr(base + last, 0x0A, bytes.count - last)
      {
        starts.append(UnsafeRawPointer(end) - base + 1)
      }
      return starts
    }
  }

  /// The code points before every `stride`-th byte. O(bytes).
  static func codePoints(_ source: [UInt8], before stride: Int) -> [Int] {
    source.withUnsafeBytes { bytes in
      var counts: [Int] = []
      var count = 0
      for start in Swift.stride(from: 0, to: bytes.count, by: stride) {
        counts.append(count)
        // Behind the last one nothing is asked.
        if start + stride >= bytes.count { break }
        for byte in bytes[start..<start + stride] { count &+= byte & 0xC0 != 0x80 ? 1 : 0 }
      }
      return counts
    }
  }

  /// A copy that need not find out first how long the text is: requests are short, and each has another length.
  ///
  /// SAFETY: both pointers have `count` bytes, which do not overlap.
  @inline(__always)
  static func copy(_ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int) {
    if count < 32 || count > 4096 { return target.copyMemory(from: source, byteCount: count) }
    var offset = 0
    while offset < count &- 32 {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: offset, as: SIMD32<UInt8>.self), toByteOffset: offset,
        as: SIMD32<UInt8>.self)
      offset &+= 32
    }
    let last = count &- 32
    target.storeBytes(
      of: source.loadUnaligned(fromByteOffset: last, as: SIMD32<UInt8>.self), toByteOffset: last, as: SIMD32<UInt8>.self
    )
  }

  /// Whether two names are equal whose first and last eight bytes are. Names are short: no call is made.
  ///
  /// SAFETY: both pointers have `count` readable bytes, more than 16; each step ends before the last of them.
  @inline(__always)
  static func equalInside(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int) -> Bool {
    let (left, right) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
    var offset = 8
    repeat {
      if left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      {
        return false
      }
      offset &+= 8
    } while offset &+ 8 < count
    return true
  }
}

extension String {
  /// Names are never compared by canonical equivalence.
  func hasSameBytes(as other: String) -> Bool {
    self == other && (utf8.count == other.utf8.count && (isKnownASCII || utf8.elementsEqual(other.utf8)))
  }

  /// Canonically equivalent texts of ASCII are equal.
  private var isKnownASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}

extension [UInt8] {
  /// A copy of the bytes of a span.
  init(copying bytes: RawSpan) {
    // SAFETY: the buffer is read inside the closure only.
    self = bytes.withUnsafeBytes { Array($0) }
  }
}
