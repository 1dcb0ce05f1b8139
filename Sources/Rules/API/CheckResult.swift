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

  package init(verdict: Verdict, findings: [Finding] = [], isTruncated: Bool = false, budget: Budget? = nil) {
    self.verdict = verdict
    self.findings = findings
    self.isTruncated = isTruncated
    self.budget = budget
  }
}
