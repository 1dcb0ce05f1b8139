// Step one: text to document, or why not.
extension Workspace {
  /// Reads the document; nil when it may be evaluated.
  func read(_ source: RawSpan, _ options: CompileOptions) -> CheckResult? {
    do {
      try document.read(source, limits: options.limits, duplicates: options.duplicates)
    } catch {
      return refusal(error, source.byteCount)
    }
    // Malformed first, then the document's limits, then its meaning (DESIGN 5a).
    if let offset = document.tooDeepOffset {
      return Self.exhausted(.depth, limit: min(options.limits.depth, Limits.maximumDepth), at: offset)
    }
    return document.repeatedKeys.isEmpty ? nil : duplicates(options, hiding: .none)
  }

  private func refusal(_ error: DocumentError, _ length: Int) -> CheckResult {
    switch error {
    case .malformed(let malformed): Self.refused(Self.finding(malformed, length))
    case .tooLong(_, let limit): Self.exhausted(.bytes, limit: limit, at: 0)
    case .tooDeep(let offset, let limit): Self.exhausted(.depth, limit: limit, at: offset)
    case .duplicateKey(_, let offset): Self.refused(Self.duplicate("", ByteSpan(offset: offset, length: 0), ""))
    }
  }

  private static func refused(_ finding: Finding) -> CheckResult {
    CheckResult(verdict: .invalid, findings: [finding])
  }

  private static func finding(_ malformed: Malformed, _ length: Int) -> Finding {
    let code: FindingCode =
      switch malformed.reason {
      case .empty: .empty
      case .notUTF8: .notUTF8
      default: .malformed
      }
    return Finding(
      severity: .error, code: code, arguments: ["advice": .text(malformed.reason.advice)], instanceLocation: "",
      span: ByteSpan(offset: malformed.offset, length: malformed.offset < length ? 1 : 0))
  }

  private static func exhausted(_ budget: Budget, limit: Int, at offset: Int) -> CheckResult {
    let finding = Finding(
      severity: .error, code: .budget, arguments: ["budget": .text(budget.rawValue), "limit": .count(limit)],
      instanceLocation: "", span: ByteSpan(offset: offset, length: 0))
    return CheckResult(verdict: .undecided, findings: [finding], budget: budget)
  }

  func duplicates(_ options: CompileOptions, hiding sensitive: SensitiveNodes) -> CheckResult {
    let shown = document.repeatedKeys.sorted().prefix(max(1, options.limits.findings))
    let findings = shown.map { duplicate($0, hiding: sensitive) }
    return CheckResult(
      verdict: .invalid, findings: findings, isTruncated: shown.count < document.repeatedKeys.count)
  }

  func duplicate(_ key: NodeIndex, hiding sensitive: SensitiveNodes) -> Finding {
    var walker = PointerWalker(document, hiding: sensitive)
    let name = sensitive.hidesName(key, document) ? Document.hidden : document.string(at: key)
    return Self.duplicate(name, document.span(of: key), walker.pointer(to: key))
  }

  static func duplicate(_ name: String, _ span: ByteSpan, _ location: String) -> Finding {
    Finding(
      severity: .error, code: .duplicateKey, arguments: ["name": .text(name)], instanceLocation: location, span: span)
  }
}
