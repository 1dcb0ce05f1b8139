import CStackBounds

/// Knows how much of the current thread's stack is left, so that deep values end in an answer and not in a crash.
///
/// Recursion is bounded by counters first; this is the floor below them, as threads can have 8 MiB or 512 KiB.
enum StackGuard {
  /// What frames may still need below the floor: building a finding, the standard library's own calls.
  private static let reserve: UInt = 96 << 10

  /// Whether the caller should turn back. A few nanoseconds; the bounds are asked for once a thread.
  @inline(never)
  static func isLow() -> Bool {
    var marker: UInt8 = 0
    // SAFETY: the address is only compared.
    return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) } < UInt(assay_stack_low()) + reserve
  }
}
