import CPCRE2

/// One match by PCRE2, from the fastest way to the surest: JIT, JIT with a larger stack, interpreter, automaton.
///
/// PCRE2's match limit starts anew at each start offset, so it bounds one attempt and the number of attempts is
/// the length of the text. The limit is therefore `steps` divided by the attempts, but at least `floor`, below which
/// harmless patterns would fail on long text. Each of the ways does at most
/// `max(steps, floor * (count + 1))` steps, all together four times that.
struct PatternRun {
  static let floor = 1_000

  let pattern: Pattern
  let code: PCRE2Code
  let text: UnsafePointer<UInt8>
  let count: Int
  let scratch: PatternScratch
  let steps: Int

  /// Steps for one attempt.
  private var limit: UInt32 {
    UInt32(clamping: max(steps / (code.isAnchored ? 1 : count + 1), Self.floor))
  }

  func outcome() -> PatternOutcome {
    guard let context = scratch.matchContext(limit: limit) else { return .exhausted }
    var result = PCRE2_ERROR_JIT_STACKLIMIT
    if code.hasJIT {
      result = compiled(context)
      // The stack limit says nothing about the budget: `^(?:(a)|b)*$` reaches it on a thousand bytes.
      if result == PCRE2_ERROR_JIT_STACKLIMIT, scratch.growStack() { result = compiled(context) }
    }
    if result == PCRE2_ERROR_JIT_STACKLIMIT { result = interpreted(context) }
    return outcome(result) ?? automaton(context)
  }

  /// nil when a budget ran out.
  private func outcome(_ result: Int32) -> PatternOutcome? {
    switch result {
    // Zero: a match with more groups than the match data has room for.
    case 0...: .match
    case PCRE2_ERROR_NOMATCH: .mismatch
    default: nil
    }
  }

  private func compiled(_ context: OpaquePointer) -> Int32 {
    guard let data = scratch.matchData else { return PCRE2_ERROR_NOMEMORY }
    // SAFETY: jit_match checks nothing. The code has JIT, the text is valid UTF-8 of `count` bytes by the contract
    // of `Pattern.matches`, the offset is 0, and data and context are this thread's own.
    return pcre2_jit_match_8(code.pointer, text, count, 0, 0, data, context)
  }

  private func interpreted(_ context: OpaquePointer) -> Int32 {
    guard let data = scratch.matchData else { return PCRE2_ERROR_NOMEMORY }
    let options = UInt32(PCRE2_NO_JIT) | PCRE2_NO_UTF_CHECK
    // SAFETY: as for `compiled`; NO_UTF_CHECK rests on the same contract.
    let result = pcre2_match_8(code.pointer, text, count, 0, options, data, context)
    scratch.releaseMatchData()
    return result
  }

  /// PCRE2's breadth-first matcher keeps a list of states for each byte and compares each new state with the list:
  /// `count * states * states` steps at most. A workspace with room for `states` makes that the bound.
  func automaton(_ context: OpaquePointer) -> PatternOutcome {
    guard pattern.isRegular, let data = scratch.matchData,
      let search = PCRE2Code.compileForAutomaton(pattern.source)
    else { return .exhausted }
    // SAFETY: compiled above, used and freed only here.
    defer { pcre2_code_free_8(search) }
    var workspace = [Int32](repeating: 0, count: 2 + 6 * automatonStates)
    let options = UInt32(PCRE2_DFA_SHORTEST) | PCRE2_NO_UTF_CHECK
    // SAFETY: as for `interpreted`; the workspace is as long as we say and lives through the call.
    let result = pcre2_dfa_match_8(
      search, text, count, 0, options, data, context, &workspace, workspace.count)
    return outcome(result) ?? .exhausted
  }

  /// The square root of the steps for a byte, within reason.
  private var automatonStates: Int {
    let root = Int(Double(max(steps, 0) / (count + 1)).squareRoot())
    return min(max(root, 31), 4_096)
  }
}
