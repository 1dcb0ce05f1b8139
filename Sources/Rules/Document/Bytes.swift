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

  /// The index of the first such byte. O(bytes).
  static func firstIndex(of byte: UInt8, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let base = UnsafeBufferPointer(rebasing: bytes).baseAddress,
      let found = memchr(base, Int32(byte), bytes.count)
    else { return nil }
    return bytes.startIndex + (UnsafeRawPointer(found) - UnsafeRawPointer(base))
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
