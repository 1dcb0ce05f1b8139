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
}

extension [UInt8] {
  /// A copy of the bytes of a span.
  init(copying bytes: RawSpan) {
    // SAFETY: the buffer is read inside the closure only.
    self = bytes.withUnsafeBytes { Array($0) }
  }
}
