#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// Line feeds at the speed of the C library.
extension SystemCalls {
  /// The first line feed in a part of `bytes`.
  static func firstLineFeed(in bytes: [UInt8], _ part: Range<Int>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      // SAFETY: rebasing checks that the part lies in the array.
      let part = UnsafeRawBufferPointer(rebasing: buffer[part])
      guard let base = part.baseAddress, let all = buffer.baseAddress else { return nil }
      return memchr(base, 0x0A, part.count).map { UnsafeRawPointer($0) - all }
    }
  }

  /// How many line feeds stand in a part of `bytes`, and where the last one is.
  static func lineFeeds(in bytes: [UInt8], _ part: Range<Int>) -> (count: Int, last: Int?) {
    var (count, last) = (0, nil as Int?)
    var start = part.lowerBound
    while let feed = firstLineFeed(in: bytes, start..<part.upperBound) {
      count += 1
      last = feed
      start = feed + 1
    }
    return (count, last)
  }
}
