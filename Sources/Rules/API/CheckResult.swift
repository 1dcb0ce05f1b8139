/// The answer to one check.
public struct CheckResult: Codable, Hashable, Sendable {
  /// Valid, invalid or undecided.
  public var verdict: Verdict
  /// What was found, in document order, at most ``Limits/findings`` of them. A valid document can have warnings.
  public var findings: [Finding]
  /// True when there were more findings than the limit.
  public var isTruncated: Bool
  /// The budget that ran out, when the verdict is undecided.
  public var budget: Budget?
  /// Where the values stand that are never to be printed (`x-sensitive`), in ascending order: whoever quotes the document
  /// hides them. The findings hold nothing of them.
  public var sensitiveSpans: [ByteSpan]

  package init(
    verdict: Verdict, findings: [Finding] = [], isTruncated: Bool = false, budget: Budget? = nil,
    sensitiveSpans: [ByteSpan] = []
  ) {
    self.verdict = verdict
    self.findings = findings
    self.isTruncated = isTruncated
    self.budget = budget
    self.sensitiveSpans = sensitiveSpans
  }
}
