import CStackBounds

/// Knows how much of the current thread's stack is left, so that deep expressions end in an answer and not in a crash.
///
/// Recursion is bounded by counters first; this is the floor below them, as threads can have 8 MiB or 512 KiB.
enum StackGuard {
  /// What frames may still need below the floor: comparing types that are nested as deep, the standard library's own calls.
  private static let reserve: UInt = 160 << 10

  /// Whether the caller should turn back. A few nanoseconds; the bounds are asked for once a thread.
  @inline(never)
  static func isLow() -> Bool {
    var marker: UInt8 = 0
    // SAFETY: the address is only compared.
    return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) } < UInt(assay_stack_low()) + reserve
  }

  /// Refuses what this thread's stack is too small for.
  static func check(_ span: SourceSpan) throws(Problem) {
    guard isLow() else { return }
    throw Problem(.limit, "nested deeper than the stack of this thread allows; split the expression", span)
  }
}
