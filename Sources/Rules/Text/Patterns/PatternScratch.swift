import CPCRE2

/// What matching needs to write to: PCRE2's match data, limits and JIT stack. One per checker, never shared.
///
/// Everything is made on first use. The class programs need none of it.
final class PatternScratch {
  /// What one interpreted match may allocate, in KiB.
  static let heapLimit: UInt32 = 32_768
  private static let stackStart = 32 * 1_024
  private static let stackLimit = 1_024 * 1_024

  private var context: OpaquePointer?
  private var data: OpaquePointer?
  private var stack: OpaquePointer?

  init() {}

  deinit {
    // SAFETY: each pointer came from its create function, is freed only here, and freeing nil does nothing.
    pcre2_match_data_free_8(data)
    pcre2_match_context_free_8(context)
    pcre2_jit_stack_free_8(stack)
  }

  /// Match data for one pair of offsets, which nobody reads; nil when out of memory.
  var matchData: OpaquePointer? {
    if data == nil { data = pcre2_match_data_create_8(1, nil) }
    return data
  }

  /// The context with its limit set; nil when out of memory.
  func matchContext(limit: UInt32) -> OpaquePointer? {
    if context == nil {
      context = pcre2_match_context_create_8(nil)
      // SAFETY: PCRE2 checks for nil in none of its setters, hence the test.
      if let context { pcre2_set_heap_limit_8(context, Self.heapLimit) }
    }
    guard let context else { return nil }
    pcre2_set_match_limit_8(context, limit)
    pcre2_set_depth_limit_8(context, limit)
    return context
  }

  /// Gives JIT a stack of its own in place of 32 KiB on the thread's. False if it had one already.
  func growStack() -> Bool {
    guard stack == nil, let context else { return false }
    stack = pcre2_jit_stack_create_8(Self.stackStart, Self.stackLimit, nil)
    guard let stack else { return false }
    // SAFETY: without a callback the last argument is the stack; it lives as long as the context does.
    pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    return true
  }

  /// Returns the memory of an interpreted match, which PCRE2 keeps in the match data.
  func releaseMatchData() {
    // SAFETY: no match is running, and the pointer is forgotten at once.
    pcre2_match_data_free_8(data)
    data = nil
  }
}
