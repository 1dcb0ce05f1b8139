/// What a ``Checker`` has done since it was made: for a service's metrics, and to see how many documents take the fast path.
///
/// ```swift
/// var checker = rules.makeChecker()
/// for line in lines { _ = checker.isValid(line.utf8.span.bytes) }
/// print(checker.counters.documents, checker.counters.answeredWhileRead)
/// ```
public struct CheckCounters: Hashable, Sendable {
  /// Documents, whatever was asked about them.
  public internal(set) var documents = 0
  /// Their length in bytes of UTF-8.
  public internal(set) var bytes = 0
  /// Documents whose answer was known when they had been read, with no second look at the whole.
  public internal(set) var answeredWhileRead = 0
  /// The bytes of those documents, without values that were read to a tape first.
  public internal(set) var bytesJudgedWhileRead = 0
  /// Documents that were evaluated on a tape: rules that normalize, questions for findings, budgets.
  public internal(set) var evaluated = 0
  /// Documents for which a budget ran out (``Verdict/undecided``).
  public internal(set) var undecided = 0

  @inline(__always)
  mutating func begin(_ document: RawSpan) {
    documents &+= 1
    bytes &+= document.byteCount
  }

  mutating func end(_ verdict: Verdict) {
    evaluated &+= 1
    if verdict == .undecided { undecided &+= 1 }
  }
}
