import Rules

/// What a run over many documents came to.
package struct Summary: Hashable, Sendable {
  package private(set) var valid = 0
  package private(set) var invalid = 0
  package private(set) var undecided = 0
  /// Files that could not be read.
  package var unreadable = 0
  package private(set) var findings = 0
  /// The severest finding of all.
  package private(set) var worst: Severity?

  package init() {}

  package var documents: Int { valid + invalid + undecided }

  /// A document of which only the verdict is known.
  package mutating func add(_ verdict: Verdict) {
    switch verdict {
    case .valid: valid += 1
    case .invalid: invalid += 1
    case .undecided: undecided += 1
    }
    // Findings below `error` may fill the list before the one that counts.
    if verdict == .invalid { worst = .error }
  }

  package mutating func add(_ result: CheckResult) {
    add(result.verdict)
    findings += result.findings.count
    for finding in result.findings { worst = max(worst ?? .info, finding.severity) }
  }

  /// What another part of the run came to.
  package mutating func add(_ other: Summary) {
    valid += other.valid
    invalid += other.invalid
    undecided += other.undecided
    unreadable += other.unreadable
    findings += other.findings
    if let severity = other.worst { worst = max(worst ?? .info, severity) }
  }

  /// `3 documents: 1 valid, 2 invalid; 4 findings`
  package var text: String {
    var parts = ["\(valid) valid", "\(invalid) invalid"]
    if undecided > 0 { parts.append("\(undecided) undecided") }
    let unread = unreadable > 0 ? "; \(counted(unreadable, "file")) not read" : ""
    return "\(counted(documents, "document")): \(parts.joined(separator: ", "))"
      + "; \(counted(findings, "finding"))\(unread)"
  }

  private func counted(_ count: Int, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
}
