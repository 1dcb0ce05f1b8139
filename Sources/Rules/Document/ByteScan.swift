import CByteScan

/// Sixteen bytes at a time.
///
/// SAFETY: every function reads whole steps of 16 bytes and stops in the first that has a zero; callers work on padded
/// text (``TextBuffer``), where one follows within the padding.
enum ByteScan {
  /// The first quote, backslash, control or non-ASCII byte from `bytes` on. The zero padding ends every scan.
  @inline(__always)
  static func special(_ bytes: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    var position = bytes
    while true {
      let mask = special16(position)
      if mask != 0 { return position + mask.trailingZeroBitCount }
      position += 16
    }
  }

  /// One bit for each of the next 32 bytes that ``special(_:)`` would stop at.
  @inline(__always)
  static func special32(_ bytes: UnsafeMutablePointer<UInt8>) -> UInt32 {
    special16(bytes) | special16(bytes + 16) &<< 16
  }

  /// The first byte that is not JSON white space.
  @inline(__always)
  static func nonSpace(_ bytes: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    // Minified text has none, pretty-printed text often one: both are answered without a mask.
    if bytes.pointee > 0x20 { return bytes }
    if bytes.pointee == 0x20 && bytes[1] > 0x20 { return bytes + 1 }
    return skipSpace(bytes)
  }

  /// Out of line: the masks' constants would stay in registers of whoever calls.
  @inline(never)
  private static func skipSpace(_ bytes: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    var position = bytes
    while true {
      let mask = nonSpace16(position)
      if mask != 0 { return position + mask.trailingZeroBitCount }
      position += 16
    }
  }

  #if ASSAY_PORTABLE_SCAN
    @inline(__always)
    static func special16(_ bytes: UnsafePointer<UInt8>) -> UInt32 { assay_portable_special16(bytes) }
    @inline(__always)
    static func nonSpace16(_ bytes: UnsafePointer<UInt8>) -> UInt32 { assay_portable_non_space16(bytes) }
    /// One bit for each byte inside its ranges, which are laid out as in ``ClassLanes``.
    @inline(__always)
    static func ranges16(_ bytes: UnsafePointer<UInt8>, _ ranges: UnsafeRawPointer) -> UInt32 {
      assay_portable_ranges16(bytes, ranges)
    }
  #else
    @inline(__always)
    static func special16(_ bytes: UnsafePointer<UInt8>) -> UInt32 { assay_scan_special16(bytes) }
    @inline(__always)
    static func nonSpace16(_ bytes: UnsafePointer<UInt8>) -> UInt32 { assay_scan_non_space16(bytes) }
    /// One bit for each byte inside its ranges, which are laid out as in ``ClassLanes``.
    @inline(__always)
    static func ranges16(_ bytes: UnsafePointer<UInt8>, _ ranges: UnsafeRawPointer) -> UInt32 {
      assay_scan_ranges16(bytes, ranges)
    }
  #endif
}
